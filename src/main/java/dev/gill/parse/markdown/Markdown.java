package dev.gill.parse.markdown;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Format;
import dev.gill.parse.canonical.Limits;
import dev.gill.parse.canonical.Refused;
import dev.gill.parse.charset.TextDecoder;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * CommonMark with GitHub's tables and the settings, shortcodes and embedded HTML that documentation
 * sites add to it; knows the source line of every character.
 */
public final class Markdown implements Format {
  private static final int OPEN_PER_BLOCK = 10;
  private static final int LONGEST_PARAGRAPH = 20_000;

  /** The row between a table's heading and its other rows. */
  private static final Pattern SEPARATOR = Pattern.compile("[|:\\s-]*-[|:\\s-]*");

  /** What a part with an indented body may begin with. */
  private static final List<String> PARTS = List.of("!!!", "???", "===", ": ", ":\t", "[^");

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
          .customBlockParserFactory(MarkdownMarkParser.factory())
          .customBlockParserFactory(MarkdownPartParser.factory())
          .customInlineContentParserFactory(MarkdownFormulaParser.factory())
          .inlineParserFactory(BoundedInlines::new)
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();

  @Override
  public void read(byte[] bytes, CanonicalText text) {
    String source = TextDecoder.decode(bytes, text.limits());
    List<String> lines = TextDecoder.lines(source);
    refuse(lines, text.limits());
    FrontMatter front = FrontMatter.of(lines);
    front.name(text);
    Node document = parse(body(lines, front.lines()));
    new MarkdownBlocks(text, MarkdownSource.of(lines), document)
        .write(document, () -> front.write(text));
    text.titleFromHeading();
  }

  /** Refuses what would take the parser too long or too much memory. */
  public static void refuse(List<String> lines, Limits limits) {
    refuseNested(lines, limits);
    refuseEndless(lines);
  }

  public static Node parse(String source) {
    return PARSER.parse(source);
  }

  /** Leaves empty lines for what is no text, so that all other lines keep their numbers. */
  private static String body(List<String> lines, int settings) {
    List<String> body =
        MarkdownRegions.joined(MarkdownModules.without(lines.subList(settings, lines.size())));
    return "\n".repeat(settings) + String.join("\n", body);
  }

  /**
   * The parser keeps every open quote and list in step with every line, which takes time and memory
   * for each pair of them.
   */
  private static void refuseNested(List<String> lines, Limits limits) {
    long deepest = lines.stream().mapToInt(Markdown::depth).max().orElse(0);
    if (deepest > limits.depth()
        || deepest * lines.size() > (long) limits.blocks() * OPEN_PER_BLOCK) {
      throw Refused.nested();
    }
  }

  /**
   * The parser for tables copies the lines of a paragraph anew for each line with a bar, as it may
   * begin a table.
   */
  private static void refuseEndless(List<String> lines) {
    int run = 0;
    boolean fenced = false;
    boolean table = false;
    for (String line : lines) {
      String words = line.strip();
      fenced ^= words.startsWith("```") || words.startsWith("~~~");
      table = !words.isEmpty() && (table || SEPARATOR.matcher(words).matches());
      run = !fenced && !table && words.indexOf('|') >= 0 ? run + 1 : 0;
      if (run > LONGEST_PARAGRAPH) {
        throw new Refused(
            "A paragraph with bars in it has more than %,d lines; part it by empty lines."
                .formatted(LONGEST_PARAGRAPH));
      }
    }
  }

  private static int depth(String line) {
    int markers = 0;
    int spaces = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '>' || isMarker(line, i)) {
        markers++;
      } else if (c == ' ' || c == '\t') {
        spaces++;
      } else {
        int at = i;
        markers += PARTS.stream().anyMatch(part -> line.startsWith(part, at)) ? 1 : 0;
        break;
      }
    }
    return markers == 0 ? 0 : markers + spaces / 2;
  }

  private static boolean isMarker(String line, int i) {
    return "-+*".indexOf(line.charAt(i)) >= 0 && i + 1 < line.length() && line.charAt(i + 1) == ' ';
  }
}
