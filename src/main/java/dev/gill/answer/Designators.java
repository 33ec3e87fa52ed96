package dev.gill.answer;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The numbers and codes by which a question names one thing among its like: {@code Ned-03}, {@code
 * clause 3.1.1}, {@code P12}. What answers names the same thing, or stands under a heading that
 * does.
 */
final class Designators {
  /** Letters and digits, also joined by marks, with at least one digit; no single digit. */
  private static final Pattern DESIGNATOR =
      Pattern.compile(
          "\\((?:[a-z]|[ivx]{1,4})\\)|(?<![\\p{L}\\p{N}])(?=[\\p{L}._/-]*\\d)(?!\\d(?![\\p{L}\\p{N}._/-]))"
              + "[\\p{IsLatin}\\d]+(?:[._/-][\\p{IsLatin}\\d]+)*");

  private final List<Pattern> wanted;

  /** Those of a question. */
  Designators(String question) {
    this.wanted =
        DESIGNATOR
            .matcher(question.toLowerCase(Locale.ROOT))
            .results()
            .map(found -> whole(found.group()))
            .toList();
  }

  private static Pattern whole(String word) {
    return Pattern.compile(
        "(?<![\\p{IsLatin}\\d])(?<!\\d[._/-])"
            + Pattern.quote(word)
            + "(?![\\p{IsLatin}\\d])(?![._/-]\\d)");
  }

  /** Share of them that a text has; 0 if the question has none. */
  double in(String text) {
    if (wanted.isEmpty()) {
      return 0;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return wanted.stream().filter(each -> each.matcher(lower).find()).count()
        / (double) wanted.size();
  }
}
