package dev.gill.lab.campaign;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Short texts that differ. */
final class Prose {
  private static final List<String> SUBJECTS =
      List.of("The harbour", "The night crew", "Every deploy", "A backup", "The new colleague");
  private static final List<String> VERBS =
      List.of("waits for", "is checked by", "is kept beside", "hands over to", "needs");
  private static final List<String> OBJECTS =
      List.of(
          "the old lighthouse", "two engineers", "the second key", "a calm weekday", "the rota");

  private static final Pattern MARK = Pattern.compile("mark\\w+?q\\b");

  private int marks;

  /** A word that was never given before. */
  String mark() {
    return "mark" + Integer.toString(10_000 + marks++, Character.MAX_RADIX) + "q";
  }

  /** Some sentences, one of which holds the mark. */
  static String of(String mark, Random random) {
    StringBuilder text = new StringBuilder();
    int sentences = 2 + random.nextInt(4);
    for (int i = 0; i < sentences; i++) {
      text.append(any(SUBJECTS, random)).append(' ').append(any(VERBS, random)).append(' ');
      text.append(any(OBJECTS, random))
          .append(i == 0 ? " under the word " + mark : "")
          .append(". ");
    }
    return text.toString().strip();
  }

  /** All such words in a text. */
  static Set<String> marks(String text) {
    return MARK.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static String any(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }
}
