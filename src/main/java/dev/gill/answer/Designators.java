package dev.gill.answer;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The numbers, codes and names by which a question means one thing among its like: {@code Ned-03},
 * {@code clause 3.1.1}, {@code P12}, {@code Gaswerk Nord}. What answers names the same thing, or
 * stands under a heading that does.
 */
final class Designators {
  /** Letters and digits, also joined by marks, with at least one digit; no single digit. */
  private static final Pattern DESIGNATOR =
      Pattern.compile(
          "\\((?:[a-z]|[ivx]{1,4})\\)|(?<![\\p{L}\\p{N}])(?=[\\p{L}._/-]*\\d)(?!\\d(?![\\p{L}\\p{N}._/-]))"
              + "[\\p{IsLatin}\\d]+(?:[._/-][\\p{IsLatin}\\d]+)*");

  /** Words with a capital letter, one after another, that do not begin a sentence. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?<=[\\p{Ll}\\d,;:)] )(?:\\p{Lu}\\. ?)*\\p{Lu}\\p{Ll}{2,}(?: \\p{Lu}\\p{Ll}{2,})*(?![\\p{L}._/-]*\\d)");

  private final List<Pattern> wanted;

  /** Those of a question. */
  Designators(String question) {
    this.wanted =
        Stream.concat(
                DESIGNATOR.matcher(question.toLowerCase(Locale.ROOT)).results(),
                NAME.matcher(question).results())
            .map(found -> whole(found.group().toLowerCase(Locale.ROOT)))
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
