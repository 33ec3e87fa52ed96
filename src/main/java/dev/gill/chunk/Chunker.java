package dev.gill.chunk;

import dev.gill.model.Anchor;
import dev.gill.model.Chunk;
import dev.gill.model.Range;
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
  public static final String RECIPE = "sections-230-5";

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
    this.tokens = text -> tokens.count(Chunk.withoutTargets(text));
    this.most = Math.min(TARGET, capacity);
  }

  /**
   * The chunks of a document in order; together they hold all of its text but the white space
   * between them.
   */
  public List<Chunk> chunk(Document document) {
    List<Chunk> chunks = new ArrayList<>();
    Turns turns = new Turns(document.text(), tokens, most / 2);
    for (Section section : turns.parted(Section.of(document.blocks()))) {
      List<Unit> units = Units.of(document.text(), section.blocks(), tokens, most / 2);
      Layout layout = new Layout(document.text(), section.blocks());
      part(document.text(), units, piece -> chunks.add(chunk(document, section, layout, piece)));
    }
    return List.copyOf(chunks);
  }

  /**
   * Parts units until each piece fits: at the best kind of cut, and among those at the lowest hash.
   */
  private void part(String text, List<Unit> units, Consumer<List<Unit>> out) {
    int total = units.stream().mapToInt(Unit::tokens).sum();
    if (units.size() == 1 || (total <= most && tokens.count(span(units).of(text)) <= most)) {
      out.accept(units);
      return;
    }
    int at = cut(units, total);
    part(text, units.subList(0, at), out);
    part(text, units.subList(at, units.size()), out);
  }

  /**
   * The best place to part units: one that leaves a quarter of a chunk on either side, which there
   * always is among units of at most half a chunk.
   */
  private int cut(List<Unit> units, int total) {
    int best = 0;
    int bestSide = -1;
    int before = 0;
    for (int i = 1; i < units.size(); i++) {
      before += units.get(i - 1).tokens();
      int side = Math.min(before, total - before);
      if (best == 0 || better(units.get(i), side, units.get(best), bestSide)) {
        best = i;
        bestSide = side;
      }
    }
    return best;
  }

  /** Whether a cut is better than another, given the tokens on the smaller side of each. */
  private boolean better(Unit a, int aSide, Unit b, int bSide) {
    if (aSide < most / 4 || bSide < most / 4) {
      return aSide > bSide;
    }
    int byCut = a.cut().compareTo(b.cut());
    int byHash = Long.compareUnsigned(a.hash(), b.hash());
    return byCut != 0 ? byCut < 0 : byHash != 0 ? byHash < 0 : aSide > bSide;
  }

  private static Range span(List<Unit> piece) {
    return new Range(piece.getFirst().range().start(), piece.getLast().range().end());
  }

  private static Chunk chunk(Document document, Section section, Layout layout, List<Unit> piece) {
    Range span = span(piece);
    return Chunk.of(
        span.start(),
        span.of(document.text()),
        section.headings(),
        layout.columns(span.start()),
        layout.within(span),
        within(document.anchors(), span.start(), span.end()));
  }

  /** The anchor that stands at the start or last before it, and those up to the end. */
  private static List<Anchor> within(List<Anchor> anchors, int start, int end) {
    int from = Math.max(0, before(anchors, start + 1) - 1);
    return anchors.subList(from, Math.max(from, before(anchors, end)));
  }

  /** How many anchors stand before an offset. */
  private static int before(List<Anchor> anchors, int offset) {
    int low = 0;
    int high = anchors.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (anchors.get(middle).offset() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
