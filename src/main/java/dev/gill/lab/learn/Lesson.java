package dev.gill.lab.learn;

import dev.gill.model.Citation;
import dev.gill.model.DocId;
import dev.gill.model.Fingerprint;
import java.util.List;

/**
 * A question with quotes that people said do or do not answer it.
 *
 * @param right quotes that answer
 * @param wrong quotes that do not
 */
public record Lesson(String question, List<Marked> right, List<Marked> wrong) {
  /** One question in so many is held back, to judge by. */
  private static final int HELD_BACK = 3;

  /** A quote as it stands now. */
  public record Marked(DocId document, String words) {
    private boolean isQuotedBy(Citation citation) {
      return citation.doc().equals(document)
          && (citation.quote().contains(words) || words.contains(citation.quote()));
    }
  }

  public Lesson {
    right = List.copyOf(right);
    wrong = List.copyOf(wrong);
  }

  /**
   * What showing a first quote is worth: 1 if it answers, -1 if it does not, 0 if nobody said so.
   */
  int worth(Citation first) {
    if (right.stream().anyMatch(marked -> marked.isQuotedBy(first))) {
      return 1;
    }
    boolean known = !right.isEmpty() || wrong.stream().anyMatch(m -> m.isQuotedBy(first));
    return known ? -1 : 0;
  }

  /** By the question alone, so that more feedback moves no question to the other part. */
  boolean isHeldBack() {
    String digits = Fingerprint.of(question).hex().substring(0, 8);
    return Long.parseLong(digits, 16) % HELD_BACK == 0;
  }
}
