package dev.gill.chunk;

import dev.gill.model.Anchor;
import dev.gill.model.Chunk;
import dev.gill.parse.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Cuts a document into chunks whose boundaries follow from the text near them alone: a section
 * under a heading is a chunk, and one that is too long is parted where its structure and the hash
 * of its paragraphs say, so that an edit changes the chunk that it falls in and the rest keep their
 * vectors.
 */
public final class Chunker {
  /** Names the rules; a change of what chunks come out of the same text must change it. */
  public static final String RECIPE = "sections-230-1";

  /**
   * Most tokens in a chunk, measured best between 115 and 345 for few re-embeddings at good
   * retrieval.
   */
  private static final int TARGET = 230;

  private final TokenCounter tokens;
  private final int most;

  /**
   * A chunker for a model.
   *
   * @param tokens counts as the model does
   * @param capacity the most tokens that the model takes in
   */
  public Chunker(TokenCounter tokens, int capacity) {
    this.tokens = tokens;
    this.most = Math.min(TARGET, capacity);
  }

  /**
   * The chunks of a document in order; together they hold all of its text but the white space
   * between them.
   */
  public List<Chunk> chunk(Document document) {
    List<Chunk> chunks = new ArrayList<>();
    for (Section section : Section.of(document.blocks())) {
      List<Unit> units = Units.of(document.text(), section.blocks(), tokens, most);
      part(units, piece -> chunks.add(chunk(document, section, piece)));
    }
    return List.copyOf(chunks);
  }

  /**
   * Parts units until each piece fits: at the best kind of cut, and among those at the lowest hash.
   */
  private void part(List<Unit> units, Consumer<List<Unit>> out) {
    int total = units.stream().mapToInt(Unit::tokens).sum();
    if (total <= most || units.size() == 1) {
      out.accept(units);
      return;
    }
    int at = cut(units, total);
    part(units.subList(0, at), out);
    part(units.subList(at, units.size()), out);
  }

  /**
   * The cut must leave a quarter of a chunk on either side, if the units let it; else it is the one
   * nearest to the middle.
   */
  private int cut(List<Unit> units, int total) {
    int best = -1;
    int nearest = 1;
    int nearestOff = Integer.MAX_VALUE;
    int before = 0;
    for (int i = 1; i < units.size(); i++) {
      before += units.get(i - 1).tokens();
      int off = Math.abs(2 * before - total);
      if (off < nearestOff) {
        nearestOff = off;
        nearest = i;
      }
      boolean roomy = before >= most / 4 && total - before >= most / 4;
      if (roomy && (best < 0 || better(units.get(i), units.get(best)))) {
        best = i;
      }
    }
    return best < 0 ? nearest : best;
  }

  private static boolean better(Unit a, Unit b) {
    int byCut = a.cut().compareTo(b.cut());
    return byCut != 0 ? byCut < 0 : Long.compareUnsigned(a.hash(), b.hash()) < 0;
  }

  private static Chunk chunk(Document document, Section section, List<Unit> piece) {
    int start = piece.getFirst().range().start();
    int end = piece.getLast().range().end();
    return Chunk.of(
        start,
        document.text().substring(start, end),
        section.headings(),
        within(document.anchors(), start, end));
  }

  private static List<Anchor> within(List<Anchor> anchors, int start, int end) {
    int from = 0;
    int to = 0;
    for (int i = 0; i < anchors.size() && anchors.get(i).offset() < end; i++) {
      if (anchors.get(i).offset() <= start) {
        from = i;
      }
      to = i + 1;
    }
    return anchors.subList(from, to);
  }
}
