package dev.gill.parse.html;

import java.util.Locale;
import org.jsoup.nodes.Element;

/** What stands in front of the items of a list. */
final class HtmlNumbers {
  private static final int LETTERS = 26;

  private final boolean ordered;
  private final String type;
  private int next;

  HtmlNumbers(Element list) {
    ordered = list.normalName().equals("ol");
    type = list.attr("type");
    next = number(list.attr("start"), 1);
  }

  String next(Element item) {
    if (!ordered) {
      return "-";
    }
    int number = number(item.attr("value"), next);
    next = number + 1;
    boolean letters = number > 0 && number <= LETTERS && type.equalsIgnoreCase("a");
    String letter = letters ? String.valueOf((char) ('a' + number - 1)) : "" + number;
    return (type.equals("A") ? letter.toUpperCase(Locale.ROOT) : letter) + ".";
  }

  private static int number(String value, int otherwise) {
    return value.matches("\\d{1,9}") ? Integer.parseInt(value) : otherwise;
  }
}
