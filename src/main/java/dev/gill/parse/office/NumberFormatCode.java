package dev.gill.parse.office;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a number format of a workbook says about its cells, as far as that decides between numbers,
 * dates, times of day and durations. Codes: ECMA-376 part 1, 18.8.30 and 18.8.31.
 *
 * @param code the format as stored
 */
record NumberFormatCode(String code) {
  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.");
  private static final Pattern BRACKETS = Pattern.compile("\\[(?!(?:h+|m+|s+)\\])[^\\]]*\\]");
  private static final Pattern ELAPSED = Pattern.compile("\\[(h+|m+|s+)\\]");
  private static final Pattern NOON = Pattern.compile("am/pm|a/p|上午/下午");
  private static final Pattern MINUTES = Pattern.compile("h[^a-z]*?m{1,2}(?!m)|m{1,2}[^a-z]*?s");

  /** What is left of the first section when literals, colours and locales are taken away. */
  private String bare() {
    String plain = BRACKETS.matcher(LITERAL.matcher(code).replaceAll("")).replaceAll("");
    return plain.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** Whether it shows a number as it is. */
  boolean isGeneral() {
    String bare = bare();
    return code.isBlank() || bare.equals("general") || bare.equals("standard") || bare.equals("@");
  }

  boolean isScientific() {
    return bare().matches(".*[0#]e[+-].*");
  }

  /** Whether it shows a date, a time or a duration. */
  boolean isTemporal() {
    String bare = bare().replaceAll("(?<=s|s\\])[.,]0+", "");
    return !isGeneral() && !bare.matches(".*[0#?].*") && bare.matches(".*[ymdhsega].*");
  }

  /** The unit that is not limited to the next larger one: h, m or s; 0 if it shows no duration. */
  char elapsed() {
    Matcher unit = ELAPSED.matcher(bare());
    return unit.find() ? unit.group(1).charAt(0) : 0;
  }

  private String units() {
    return NOON.matcher(bare()).replaceAll("");
  }

  boolean hasSeconds() {
    return units().contains("s");
  }

  boolean hasFractions() {
    return units().matches(".*s\\]?[.,]0.*");
  }

  boolean hasMinutes() {
    return MINUTES.matcher(units()).find() || units().contains("[m");
  }

  boolean hasTime() {
    return hasSeconds() || units().contains("h") || units().contains("[m");
  }

  boolean hasYear() {
    return units().matches(".*[yeg].*");
  }

  boolean hasDay() {
    return units().matches(".*(d|aaa).*");
  }

  /** Whether an {@code m} stands for months rather than for minutes. */
  boolean hasMonth() {
    return MINUTES.matcher(units()).replaceAll("").contains("m") && elapsed() == 0;
  }
}
