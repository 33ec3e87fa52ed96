package dev.gill.parse.canonical;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes inline markup away from wrapped source lines and keeps every word on its line. */
public final class InlineMarkup {
  private static final int DEEPEST = 20;

  /** Marks without their other half are looked for up to the end: in longer texts for too long. */
  private static final int LONGEST = 5000;

  /** Counts a line end that was part of markup: no space comes of it. */
  private static final char LOST = '\u000B';

  /** Stands in source lines where the author breaks the line. */
  public static final char BREAK = '\u2028';

  private InlineMarkup() {}

  /**
   * One line of text from source lines.
   *
   * @param source the lines, parted by {@code \n}
   * @param firstLine the number of the first one
   */
  public static Inline of(String source, int firstLine, Function<String, String> plain) {
    Inline line = new Inline();
    int number = firstLine;
    String words = source.length() > LONGEST ? source : plain.apply(source.replace(LOST, ' '));
    int from = 0;
    for (int at = 0; at <= words.length(); at++) {
      char end = at < words.length() ? words.charAt(at) : '\n';
      if (end == BREAK) {
        line.line(number).text(words.substring(from, at)).lineBreak();
        from = at + 1;
      } else if (end == '\n' || end == LOST) {
        line.line(number++).text(words.substring(from, at));
        from = at + 1;
        if (end == '\n') {
          line.softBreak();
        }
      }
    }
    return line;
  }

  /**
   * Replaces all matches by what is written of them; line ends that would get lost follow after it.
   */
  public static String replace(
      String source, Pattern pattern, int depth, Function<MatchResult, String> writer) {
    if (depth > DEEPEST) {
      return source;
    }
    return pattern
        .matcher(source)
        .replaceAll(
            match -> {
              String written = writer.apply(match);
              int lost = lineEnds(match.group()) - lineEnds(written);
              return Matcher.quoteReplacement(
                  written + String.valueOf(LOST).repeat(Math.max(0, lost)));
            });
  }

  private static int lineEnds(String text) {
    return (int) text.chars().filter(c -> c == '\n' || c == LOST).count();
  }

  /** The first group that took part in the match. */
  public static String firstGroup(MatchResult match) {
    for (int i = 1; i <= match.groupCount(); i++) {
      if (match.group(i) != null) {
        return match.group(i);
      }
    }
    return match.group();
  }
}
