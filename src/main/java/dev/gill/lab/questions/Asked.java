package dev.gill.lab.questions;

import dev.gill.model.Citation;
import dev.gill.model.Passage;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A question whose answer is known.
 *
 * @param files keys of documents within their source; each holds a right answer; none where nothing
 *     answers
 * @param answers a right quote holds all of them
 * @param passage words of a right passage, verbatim but for white space; may be empty
 * @param kind of question, for the report
 */
public record Asked(
    String id, String text, Set<String> files, List<String> answers, String passage, String kind) {
  private static final int START = 60;

  public Asked {
    files = Set.copyOf(files);
    answers = List.copyOf(answers);
  }

  /** Whether a document answers it. */
  boolean answerable() {
    return !files.isEmpty();
  }

  /** Whether a passage holds the right words, in one of the right documents. */
  boolean answeredBy(Passage found) {
    if (!files.contains(found.doc().key())) {
      return false;
    }
    String text = plain(found.chunk().text());
    String start = plain(passage);
    boolean begins =
        !start.isEmpty() && text.contains(start.substring(0, Math.min(START, start.length())));
    return begins || holdsAnswers(text);
  }

  /** Whether a quote holds all of the answers, and stands in one of the right documents. */
  boolean answeredBy(Citation citation) {
    return files.contains(citation.doc().key()) && holdsAnswers(plain(citation.quote()));
  }

  private boolean holdsAnswers(String plain) {
    return answers.stream().allMatch(answer -> plain.contains(plain(answer)));
  }

  /** Without case, white space and backticks: an answer may stand across a line's end. */
  private static String plain(String text) {
    return text.replaceAll("[\\s`]+", "").toLowerCase(Locale.ROOT);
  }
}
