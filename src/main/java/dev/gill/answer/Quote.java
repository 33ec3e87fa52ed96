package dev.gill.answer;

import dev.gill.model.Passage;
import dev.gill.model.Range;
import dev.gill.model.Scored;
import dev.gill.retrieve.Support;
import java.util.Locale;

/**
 * A sentence that may answer a question.
 *
 * @param range where it stands in the passage's text
 * @param score how well it answers
 */
record Quote(Scored found, Range range, Support support, double score) {
  String text() {
    return range.of(found.passage().chunk().text());
  }

  boolean samePassage(Quote other) {
    Passage mine = found.passage();
    Passage theirs = other.found.passage();
    return mine.doc().equals(theirs.doc()) && mine.chunk().start() == theirs.chunk().start();
  }

  boolean overlaps(Quote other) {
    return found.passage().doc().equals(other.found.passage().doc())
        && startsAt() < other.endsAt()
        && other.startsAt() < endsAt();
  }

  /** Whether one of the two says all that the other says, in the same words. */
  boolean sameWords(Quote other) {
    String mine = words();
    String theirs = other.words();
    return mine.contains(theirs) || theirs.contains(mine);
  }

  private String words() {
    return " " + text().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
  }

  int startsAt() {
    return found.passage().chunk().start() + range.start();
  }

  private int endsAt() {
    return found.passage().chunk().start() + range.end();
  }
}
