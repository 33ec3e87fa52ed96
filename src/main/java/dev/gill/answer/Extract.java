package dev.gill.answer;

import dev.gill.model.Block;
import dev.gill.model.Chunk;
import dev.gill.model.Citation;
import dev.gill.model.Passage;
import dev.gill.model.Range;
import dev.gill.model.Sentences;
import java.util.List;

/**
 * A stretch of a passage that an answer quotes.
 *
 * @param range what is quoted of the passage's text
 * @param chosen the sentences in it for which it is quoted
 */
record Extract(Passage passage, Range range, List<Range> chosen) {
  /** UTF-16 units around a quote that are shown with it, on either side. */
  private static final int AROUND = 160;

  Extract {
    chosen = List.copyOf(chosen);
  }

  static Extract of(Quote quote) {
    return new Extract(quote.found().passage(), quote.range(), List.of(quote.range()));
  }

  /** A range of the passage's text in the document's. */
  Range inDocument(Range each) {
    int start = passage.chunk().start();
    return new Range(start + each.start(), start + each.end());
  }

  boolean overlaps(Extract other) {
    Range mine = inDocument(range);
    Range theirs = other.inDocument(other.range);
    return passage.doc().equals(other.passage.doc())
        && mine.start() < theirs.end()
        && theirs.start() < mine.end();
  }

  Citation cite(int marker) {
    Chunk chunk = passage.chunk();
    int start = chunk.start() + range.start();
    return new Citation(
        marker,
        passage.doc(),
        passage.revision(),
        start,
        chunk.start() + range.end(),
        range.of(chunk.text()),
        Plain.of(chunk, range),
        Parts.of(chunk, range, List.of()),
        Parts.of(chunk, shown(), chosen),
        passage.locate(start).withColumns(Columns.of(chunk, range)));
  }

  /** A sentence with the rest of its paragraph; what is more than its sentences by itself. */
  private Range shown() {
    Chunk chunk = passage.chunk();
    return chosen.equals(List.of(range))
        ? chunk.blocks().stream()
            .filter(block -> block.kind() == Block.Kind.PARAGRAPH)
            .map(block -> within(chunk, block))
            .filter(block -> block.start() <= range.start() && range.end() <= block.end())
            .findFirst()
            .map(this::around)
            .orElse(range)
        : range;
  }

  private static Range within(Chunk chunk, Block block) {
    return new Range(
        Math.clamp(block.start() - chunk.start(), 0, chunk.text().length()),
        Math.clamp(block.end() - chunk.start(), 0, chunk.text().length()));
  }

  private Range around(Range paragraph) {
    int from = range.start();
    int to = range.end();
    for (Range sentence : Sentences.in(paragraph.of(passage.chunk().text()))) {
      int start = paragraph.start() + sentence.start();
      int end = paragraph.start() + sentence.end();
      from = start >= range.start() - AROUND ? Math.min(from, start) : from;
      to = end <= range.end() + AROUND ? Math.max(to, end) : to;
    }
    return new Range(from, to);
  }
}
