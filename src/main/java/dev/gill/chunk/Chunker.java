package dev.gill.chunk;

import dev.gill.model.Anchor;
import dev.gill.model.Chunk;
import dev.gill.model.Range;
import dev.gill.parse.Document;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a document into chunks whose boundaries follow from the text near them alone: a section
 * under a heading is a chunk, and one that is too long is parted where its structure and the hash
 * of its paragraphs say, so that an edit changes the chunk that it falls in and the rest keep their
 * vectors. What people said to each other is parted in the order in which it was said.
 */
public final class Chunker {
  /** Names the rules; a change of what chunks come out of the same text must change it. */
  public static final String RECIPE = "sections-230-talk-280-1";

  /**
   * Most tokens in a chunk, measured best between 115 and 345 for few re-embeddings at good
   * retrieval.
   */
  private static final int TARGET = 230;

  /** The same for what people say to each other: it takes many turns to say something. */
  private static final int TALK = 280;

  private final TokenCounter tokens;
  private final int capacity;

  /**
   * A chunker for a model.
   *
   * @param tokens counts as the model does
   * @param capacity the most tokens that the model takes in
   */
  public Chunker(TokenCounter tokens, int capacity) {
    this.tokens = text -> tokens.count(Chunk.withoutTargets(text));
    this.capacity = capacity;
  }

  /**
   * The chunks of a document in order; together they hold all of its text but the white space
   * between them.
   */
  public List<Chunk> chunk(Document document) {
    List<Chunk> chunks = new ArrayList<>();
    for (Section section : Section.of(document.blocks())) {
      int most = Math.min(section.isTalk() ? TALK : TARGET, capacity);
      for (Section part : new Turns(document.text(), tokens, most / 2).parted(section)) {
        List<Unit> units = Units.of(document.text(), part.blocks(), tokens, most / 2);
        Layout layout = new Layout(document.text(), part.blocks());
        parting(document.text(), part, most)
            .part(units)
            .forEach(piece -> chunks.add(chunk(document, part, layout, piece)));
      }
    }
    return List.copyOf(chunks);
  }

  private Parting parting(String text, Section section, int most) {
    return section.isTalk()
        ? new PartingTalk(text, tokens, most)
        : new PartingPages(text, tokens, most);
  }

  private static Chunk chunk(Document document, Section section, Layout layout, List<Unit> piece) {
    Range span = Unit.span(piece);
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
