package dev.gill.answer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line such as {@code Owner: Payments squad} or {@code Date: 21 February 2025}: it says one thing
 * of what the title or heading above it names, and does not name that again.
 *
 * @param label its words in lower case
 */
record Fact(List<String> label) {
  private static final int LONGEST = 200;
  private static final int MOST_WORDS = 4;

  /** Letters that two forms of a word have in common, as in own and owner. */
  private static final int STEM = 3;

  private static final Pattern LINE =
      Pattern.compile("(\\p{L}[\\p{L}\\p{N} _/-]{0,40})[:：]\\s*\\S.*", Pattern.DOTALL);
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** What a kind of question asks for in other words than the label's. */
  private static final Map<QuestionKind, Pattern> LABELS =
      Map.of(
          QuestionKind.WHO,
          Pattern.compile(
              "owners?|authors?|maintainers?|contacts?|leads?|manager|responsible|负责人|作者|联系人|维护者"),
          QuestionKind.WHEN,
          Pattern.compile(
              "date|dates|updated|modified|reviewed|created|published|valid|expires|due|when"
                  + "|日期|时间|更新|更新时间|有效期"),
          QuestionKind.WHERE,
          Pattern.compile("where|location|place|room|channel|address|path|地点|位置|地址|路径"));

  /** The line as a fact, if it is one. */
  static Optional<Fact> of(String line) {
    Matcher matcher = LINE.matcher(line);
    if (line.length() > LONGEST || !matcher.matches()) {
      return Optional.empty();
    }
    List<String> words = words(matcher.group(1));
    return words.size() > MOST_WORDS ? Optional.empty() : Optional.of(new Fact(words));
  }

  private static List<String> words(String text) {
    return Arrays.stream(NO_LETTERS.split(text.toLowerCase(Locale.ROOT)))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** Whether a question asks for just this, by the label's own words or by its kind. */
  boolean isAskedFor(String question, QuestionKind kind) {
    Pattern labels = LABELS.get(kind);
    List<String> asked = words(question);
    return label.stream()
        .anyMatch(
            word ->
                (labels != null && labels.matcher(word).matches())
                    || asked.stream().anyMatch(each -> isSame(word, each)));
  }

  private static boolean isSame(String word, String asked) {
    String shorter = asked.length() < word.length() ? asked : word;
    String longer = asked.length() < word.length() ? word : asked;
    String stem = shorter.endsWith("s") ? shorter.substring(0, shorter.length() - 1) : shorter;
    return longer.equals(shorter)
        || (stem.length() >= STEM
            && longer.startsWith(stem)
            && longer.length() <= stem.length() + 3);
  }
}
