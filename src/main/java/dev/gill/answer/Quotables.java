package dev.gill.answer;

import dev.gill.answer.Lines.Kind;
import dev.gill.answer.Lines.Line;
import dev.gill.model.Chunk;
import dev.gill.model.Range;
import dev.gill.model.Sentences;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what can be quoted in a chunk: sentences and list items without their markers, table rows,
 * and lines of code. Headings are none: they name a place but say nothing. What ends with a colon
 * or a question mark takes along what it announces, and is none without it; what begins with a word
 * that points back takes along the sentence before.
 */
final class Quotables {
  /** UTF-16 units that no quote exceeds. */
  static final int LONGEST = 800;

  /** UTF-16 units up to which a quote takes along whole lines of what it announces. */
  private static final int TOGETHER = 400;

  private final String text;
  private final List<Line> lines;
  private final List<Range> found = new ArrayList<>();

  private Quotables(Chunk chunk) {
    this.text = chunk.text();
    this.lines = Lines.of(chunk);
  }

  /** The ranges in order; they may overlap where one announces the next. */
  static List<Range> in(Chunk chunk) {
    Quotables quotables = new Quotables(chunk);
    for (int i = 0; i < quotables.lines.size(); i++) {
      Line line = quotables.lines.get(i);
      switch (line.kind()) {
        case CODE, ROW -> quotables.add(line.said().start(), line.said().end());
        case ITEM, PROSE -> quotables.sentences(i);
        case BLANK, HEADING, BYLINE, NAMES, OPENING, CLOSING -> {
          // say nothing by themselves
        }
      }
    }
    return List.copyOf(quotables.found);
  }

  private void sentences(int at) {
    Range line = lines.get(at).said();
    List<Range> sentences = Sentences.in(line.of(text));
    for (int i = 0; i < sentences.size(); i++) {
      int last = i;
      while (opens(line.start() + sentences.get(last).end()) && last + 1 < sentences.size()) {
        last++;
      }
      int begin = line.start() + sentences.get(first(line, sentences, i)).start();
      int end = line.start() + sentences.get(last).end();
      add(begin, !opens(end) || isChecked(at, end) ? end : announced(at, begin));
    }
  }

  /**
   * The sentence to begin with: the one before where this one points back to it, since "it" or
   * "this" says little by itself.
   */
  private int first(Range line, List<Range> sentences, int i) {
    String sentence = sentences.get(i).of(line.of(text));
    boolean pointsBack = i > 0 && BackReference.opens(sentence);
    return pointsBack && sentences.get(i).end() - sentences.get(i - 1).start() <= TOGETHER
        ? i - 1
        : i;
  }

  /** Whether what ends here says nothing without what comes after it. */
  private boolean opens(int end) {
    return ":：?？".indexOf(text.charAt(end - 1)) >= 0;
  }

  /** A question with another list item right beside it is one of a checklist. */
  private boolean isChecked(int at, int end) {
    Line line = lines.get(at);
    boolean asks = "?？".indexOf(text.charAt(end - 1)) >= 0;
    boolean follows = at > 0 && line.isBeside(lines.get(at - 1));
    boolean leads = at + 1 < lines.size() && line.isBeside(lines.get(at + 1));
    return asks && (follows || leads);
  }

  /**
   * The end of what an opening line announces: the list, table, code or paragraph after it as far
   * as it goes well together, or at least the first sentence; -1 if there is none.
   */
  private int announced(int at, int start) {
    int end = -1;
    boolean begun = false;
    for (Line line : lines.subList(at + 1, lines.size())) {
      boolean blank = line.kind() == Kind.BLANK;
      if (line.kind() == Kind.HEADING
          || line.kind() == Kind.BYLINE
          || lines.get(at).isBeside(line)
          || (blank && begun)) {
        break;
      }
      if (line.whole().end() - start > TOGETHER) {
        return begun ? end : firstSentence(line, start);
      }
      boolean bare = blank || line.kind() == Kind.OPENING;
      begun |= !bare;
      end = bare ? end : line.whole().end();
    }
    return end;
  }

  private int firstSentence(Line line, int start) {
    List<Range> sentences = Sentences.in(line.said().of(text));
    int end = sentences.isEmpty() ? -1 : line.said().start() + sentences.getFirst().end();
    return end - start > LONGEST || line.kind() == Kind.OPENING ? -1 : end;
  }

  private void add(int start, int end) {
    if (end < 0) {
      return;
    }
    int from = start;
    int to = end - start > LONGEST ? lastWord(start, start + LONGEST) : end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    boolean says =
        text.substring(from, to).codePoints().filter(Character::isLetterOrDigit).count() >= 3;
    if (says) {
      found.add(new Range(from, to));
    }
  }

  /** Where the last word ends that is whole at the end; in the middle of what has no words. */
  private int lastWord(int start, int end) {
    for (int i = end; i > (start + end) / 2; i--) {
      char before = text.charAt(i - 1);
      if (Character.isWhitespace(before) || "，、；：。,;|".indexOf(before) >= 0) {
        return i;
      }
    }
    return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
  }
}
