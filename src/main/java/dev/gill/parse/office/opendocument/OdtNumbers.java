package dev.gill.parse.office.opendocument;

import dev.gill.parse.canonical.Numerals;
import dev.gill.parse.xml.XmlNode;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** Counts the items of one list, or the headings, and prints their numbers. */
final class OdtNumbers {
  private static final int LEVELS = 10;
  private static final int UNUSED = Integer.MIN_VALUE;
  private static final Pattern PLACE = Pattern.compile("%(\\d+)%");

  /** The formats that are known by their first numbers (OpenDocument 1.3, 19.500). */
  private static final Map<String, String> FORMATS =
      Map.of(
          "1", "decimal",
          "a", "lowerLetter",
          "A", "upperLetter",
          "i", "lowerRoman",
          "I", "upperRoman",
          "一", "chineseCounting",
          "①", "decimalEnclosedCircle",
          "壹", "chineseLegalSimplified",
          "甲", "ideographTraditional",
          "01", "decimalZero");

  private final int[] counts = new int[LEVELS + 1];

  OdtNumbers() {
    Arrays.fill(counts, UNUSED);
  }

  /**
   * Counts one on and prints it.
   *
   * @param level from 1 on
   * @param start what it begins anew with; 0 if it goes on
   * @param styles how each level is numbered
   * @return empty if that level prints no number
   */
  String next(int level, int start, IntFunction<XmlNode> styles) {
    int at = Math.clamp(level, 1, LEVELS);
    if (start > 0) {
      counts[at] = start;
    } else {
      counts[at] = counts[at] == UNUSED ? start(styles.apply(at)) : counts[at] + 1;
    }
    Arrays.fill(counts, at + 1, LEVELS + 1, UNUSED);
    return printed(at, styles);
  }

  private static int start(XmlNode style) {
    return XmlNode.number(style.attr("text:start-value"), 1);
  }

  private String printed(int at, IntFunction<XmlNode> styles) {
    XmlNode style = styles.apply(at);
    String whole = style.attr("loext:num-list-format");
    if (style.attr("style:num-format").isEmpty()) {
      return "";
    }
    if (!whole.isEmpty()) {
      return PLACE
          .matcher(whole)
          .replaceAll(place -> numeral(XmlNode.number(place.group(1), at), styles))
          .strip();
    }
    StringBuilder label = new StringBuilder();
    int shown = Math.max(1, XmlNode.number(style.attr("text:display-levels"), 1));
    for (int i = Math.max(1, at - shown + 1); i <= at; i++) {
      String number = numeral(i, styles);
      label.append(label.isEmpty() || number.isEmpty() ? "" : ".").append(number);
    }
    return (style.attr("style:num-prefix") + label + style.attr("style:num-suffix")).strip();
  }

  private String numeral(int level, IntFunction<XmlNode> styles) {
    int at = Math.clamp(level, 1, LEVELS);
    XmlNode style = styles.apply(at);
    String format = style.attr("style:num-format").split(",", 2)[0].strip();
    int number = counts[at] == UNUSED ? start(style) : counts[at];
    return format.isEmpty() ? "" : Numerals.of(number, FORMATS.getOrDefault(format, "decimal"));
  }
}
