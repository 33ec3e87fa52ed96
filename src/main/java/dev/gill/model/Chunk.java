package dev.gill.model;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A passage of a document's canonical text: what is embedded, searched and quoted from.
 *
 * @param fingerprint identity: of exactly what is embedded
 * @param start offset of the first UTF-16 unit in the canonical text
 * @param end offset after the last one
 * @param text the canonical text from {@code start} to {@code end}, verbatim
 * @param headings the heading path that the chunk stands under, outermost first
 * @param columns the first row of the table that the text begins within, as it stands in the
 *     canonical text; empty if the text begins with no table or with its first row
 * @param blocks that the text holds or lies in, in order, with their whole extent in the canonical
 *     text
 * @param language as its script says
 * @param anchors positions in the original; offsets are those of the canonical text, the first is
 *     at or before {@code start}
 */
public record Chunk(
    Fingerprint fingerprint,
    int start,
    int end,
    String text,
    List<String> headings,
    String columns,
    List<Block> blocks,
    Language language,
    List<Anchor> anchors) {
  private static final Pattern TARGET = Pattern.compile(" \\(https?://([^\\s/)?#]+)[^\\s)]*\\)");

  public Chunk {
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(language, "language");
    headings = List.copyOf(headings);
    blocks = List.copyOf(blocks);
    anchors = List.copyOf(anchors);
    if (start < 0 || end - start != text.length()) {
      throw new IllegalArgumentException(
          "a chunk from %d to %d cannot hold %d characters".formatted(start, end, text.length()));
    }
  }

  /** A chunk whose identity and language follow from its text. */
  public static Chunk of(int start, String text, List<String> headings, List<Anchor> anchors) {
    return of(start, text, headings, "", List.of(), anchors);
  }

  /** The same, of a text whose structure is known. */
  public static Chunk of(
      int start,
      String text,
      List<String> headings,
      String columns,
      List<Block> blocks,
      List<Anchor> anchors) {
    return new Chunk(
        Fingerprint.of(embedded(columns, text)),
        start,
        start + text.length(),
        text,
        headings,
        columns,
        blocks,
        Language.of(text),
        anchors);
  }

  /** What is embedded: the text without targets of links, under what its columns are called. */
  public String embedded() {
    return embedded(columns, text);
  }

  private static String embedded(String columns, String text) {
    String said = withoutTargets(text);
    return columns.isEmpty() ? said : columns + "\n" + said;
  }

  /** What is searched by words: of where a link leads, the server's name alone. */
  public String searched() {
    return text.contains(" (http") ? TARGET.matcher(text).replaceAll(" $1") : text;
  }

  /** A text with spaces in the place of where its links lead, so that offsets stay. */
  public static String blankedTargets(String text) {
    return text.contains(" (http")
        ? TARGET.matcher(text).replaceAll(target -> " ".repeat(target.group().length()))
        : text;
  }

  /** A text without where its links lead, which is searched for by word but has no meaning. */
  public static String withoutTargets(String text) {
    return text.contains(" (http") ? TARGET.matcher(text).replaceAll("") : text;
  }
}
