package dev.gill.answer.leash;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers of a text as amounts, however a language writes them: 3.5 million is 350万. */
final class Amounts {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<month>\\d{1,2})月|(?<digits>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)*)(?:st|nd|rd|th)?\\s*(?<size>thousand|million|billion|trillion|[百千万亿]+)?"
              + "|(?<han>[〇零一二两三四五六七八九十百千万亿]+)|(?<word>[A-Za-z]+(?:-[A-Za-z]+)?)(?:\\s+(?<wordsize>thousand|million|billion|trillion))?",
          Pattern.CASE_INSENSITIVE);
  private static final Map<String, Integer> SIZES =
      Map.of(
          "thousand",
          3,
          "million",
          6,
          "billion",
          9,
          "trillion",
          12,
          "百",
          2,
          "千",
          3,
          "万",
          4,
          "亿",
          8);
  private static final String DIGITS = "零一二三四五六七八九";

  private Amounts() {}

  /** Each as digits, in order; a month by its number. One by itself says little and is left out. */
  static List<String> in(String text) {
    List<String> found = new ArrayList<>();
    Matcher each = WRITTEN.matcher(text);
    while (each.find()) {
      String amount = amount(each);
      if (amount != null && !amount.equals("1")) {
        found.add(amount);
      }
    }
    return found;
  }

  private static String amount(Matcher each) {
    if (each.group("month") != null) {
      return "month " + Integer.parseInt(each.group("month"));
    }
    if (each.group("digits") != null) {
      return digits(each.group("digits").replace(",", ""), each.group("size"));
    }
    if (each.group("han") != null) {
      return han(each.group("han"));
    }
    String word = each.group("word");
    String lower = word.toLowerCase(java.util.Locale.ROOT);
    String month = Character.isUpperCase(word.charAt(0)) ? Vocabulary.month(lower) : null;
    if (month != null && !lower.equals("may")) {
      return month;
    }
    String number = Vocabulary.number(lower);
    return number == null ? null : digits(number, each.group("wordsize"));
  }

  private static String digits(String digits, String size) {
    if (digits.indexOf('.') != digits.lastIndexOf('.')) {
      return digits;
    }
    BigDecimal amount = new BigDecimal(digits);
    if (size != null) {
      for (String one :
          SIZES.containsKey(size.toLowerCase(java.util.Locale.ROOT))
              ? List.of(size.toLowerCase(java.util.Locale.ROOT))
              : List.of(size.split(""))) {
        amount = amount.movePointRight(SIZES.get(one));
      }
    }
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }

  private static String han(String written) {
    String text = written.replace('两', '二').replace('〇', '零');
    if (text.codePoints().allMatch(c -> DIGITS.indexOf(c) >= 0)) {
      StringBuilder digits = new StringBuilder();
      text.chars().forEach(c -> digits.append(DIGITS.indexOf(c)));
      return digits(digits.toString(), null);
    }
    long all = 0;
    long section = 0;
    long digit = -1;
    for (char c : text.toCharArray()) {
      int value = DIGITS.indexOf(c);
      if (value >= 0) {
        digit = value;
      } else if (c == '万' || c == '亿') {
        all = (all + section + Math.max(digit, 0)) * (c == '万' ? 10_000L : 100_000_000L);
        section = 0;
        digit = -1;
      } else {
        section += (digit < 0 ? 1 : digit) * (c == '十' ? 10 : c == '百' ? 100 : 1000);
        digit = -1;
      }
    }
    return Long.toString(all + section + Math.max(digit, 0));
  }
}
