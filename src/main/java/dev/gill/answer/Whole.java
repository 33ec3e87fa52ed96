package dev.gill.answer;

import dev.gill.model.Block;
import dev.gill.model.Block.Kind;
import dev.gill.model.DocumentText;
import dev.gill.model.Range;
import java.util.List;

/**
 * Takes a quote to the whole of what it is part of: a block of code, and a list of numbered steps
 * where a way is asked for. Offsets are those of the document's canonical text.
 */
final class Whole {
  /** UTF-16 units up to which something is quoted whole. */
  static final int MOST = 1_000;

  /** UTF-16 units up to which whole steps are taken of a list that is longer. */
  private static final int SOME = 600;

  /** UTF-16 units up to which a line is taken to announce the steps below it. */
  private static final int LEAD = 200;

  private final String text;
  private final List<Block> blocks;
  private final Steps steps;

  Whole(DocumentText document) {
    this.text = document.text();
    this.blocks = document.blocks();
    this.steps = new Steps(text, blocks);
  }

  /** The quote, or what it is taken to. */
  Range of(Range quote, QuestionKind kind) {
    return switch (kind) {
      case HOW -> code(stepped(beside(quote)));
      case OTHER -> code(stepped(quote));
      case NUMBER, WHO, WHEN, WHERE -> code(quote);
    };
  }

  /** A quote with the steps right below it, and the code right below or above. */
  private Range beside(Range quote) {
    Range grown = quote;
    int below = last(quote) + 1;
    if (below < blocks.size() && (isCode(below) || steps.number(below) == 1)) {
      grown = fitting(grown, blocks.get(below).start(), blocks.get(below).end());
    }
    int above = first(quote) - 1;
    if (above >= 0 && isCode(above)) {
      grown = fitting(grown, blocks.get(above).start(), blocks.get(above).end());
    }
    return grown;
  }

  private Range stepped(Range quote) {
    for (int i = first(quote); i <= last(quote); i++) {
      Steps.Run run = steps.around(i);
      if (run != null) {
        Range all = fitting(quote, blocks.get(run.first()).start(), end(run.end()));
        return all.equals(quote) ? some(quote, run) : announced(all, run.first());
      }
    }
    return quote;
  }

  /** Of a long list the steps that are quoted, those after them and then those before. */
  private Range some(Range quote, Steps.Run run) {
    Range grown = quote;
    for (int i = run.first(); i < run.end(); i++) {
      boolean near = steps.number(i) > 0 && end(steps.afterStep(i)) > quote.start();
      if (near && length(grown, i) <= SOME) {
        grown = fitting(grown, blocks.get(i).start(), end(steps.afterStep(i)));
      }
    }
    for (int i = run.end() - 1; i >= run.first(); i--) {
      boolean before = steps.number(i) > 0 && blocks.get(i).start() < grown.start();
      if (before && length(grown, i) <= SOME) {
        grown = fitting(grown, blocks.get(i).start(), blocks.get(i).end());
      }
    }
    return grown;
  }

  private int length(Range grown, int step) {
    int start = Math.min(grown.start(), blocks.get(step).start());
    return Math.max(grown.end(), end(steps.afterStep(step))) - start;
  }

  /** Steps with the line above that ends with a colon. */
  private Range announced(Range range, int first) {
    if (first == 0) {
      return range;
    }
    Block lead = blocks.get(first - 1);
    boolean announces =
        lead.kind() == Kind.PARAGRAPH
            && lead.end() - lead.start() <= LEAD
            && ":：".indexOf(text.charAt(lead.end() - 1)) >= 0;
    return announces ? fitting(range, lead.start(), lead.end()) : range;
  }

  private Range code(Range quote) {
    Range grown = quote;
    for (int i = first(quote); i <= last(quote); i++) {
      if (isCode(i)) {
        grown = fitting(grown, blocks.get(i).start(), blocks.get(i).end());
      }
    }
    return grown;
  }

  private boolean isCode(int block) {
    return blocks.get(block).kind() == Kind.CODE;
  }

  private Range fitting(Range range, int start, int end) {
    Range grown = new Range(Math.min(range.start(), start), Math.max(range.end(), end));
    return grown.end() - grown.start() <= MOST ? grown : range;
  }

  private int end(int block) {
    return blocks.get(block - 1).end();
  }

  private int first(Range range) {
    int i = 0;
    while (i < blocks.size() && blocks.get(i).end() <= range.start()) {
      i++;
    }
    return i;
  }

  /** The last block that a range reaches into. */
  private int last(Range range) {
    int i = blocks.size() - 1;
    while (i >= 0 && blocks.get(i).start() >= range.end()) {
      i--;
    }
    return i;
  }
}
