package dev.gill.parse.office.opendocument;

import dev.gill.parse.canonical.Inline;
import dev.gill.parse.office.SheetNumber;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;

/**
 * A cell of an OpenDocument spreadsheet, before its words.
 *
 * @param style of the cell, by name
 * @param times how often it stands beside itself
 * @param columns over how many columns it reaches
 * @param rows over how many rows it reaches
 * @param type of its value; empty if it has none
 * @param number its value where that is a number
 * @param value what the file says of its value, as shown where nothing else is
 * @param formula whether it is computed
 */
record OdsCell(
    String style,
    int times,
    int columns,
    int rows,
    String type,
    String number,
    String value,
    boolean formula) {
  private static final int MOST = 1 << 14;
  private static final int MOST_ROWS = 1 << 20;
  private static final Pattern SCIENTIFIC = Pattern.compile("-?\\d+([.,]\\d+)?[Ee][+-]?\\d+");

  static OdsCell of(Attributes attributes) {
    return new OdsCell(
        OdfHandler.value(attributes, "table:style-name"),
        OdfHandler.number(attributes, "table:number-columns-repeated", MOST + 1),
        OdfHandler.number(attributes, "table:number-columns-spanned", MOST),
        OdfHandler.number(attributes, "table:number-rows-spanned", MOST_ROWS),
        OdfHandler.value(attributes, "office:value-type"),
        OdfHandler.value(attributes, "office:value"),
        OdsValue.shown(attributes),
        !OdfHandler.value(attributes, "table:formula").isEmpty());
  }

  /** Whether it should hold the result of a formula and does not. */
  boolean isUncomputed() {
    return formula && type.isEmpty();
  }

  /**
   * What the cell shows: its words, but a date or a time as ISO 8601 has it, and a number with all
   * its digits.
   */
  Inline shown(Inline words) {
    String seen = words.toString();
    return switch (type) {
      case "date" -> Inline.of(value);
      case "time" -> Inline.of(time(seen));
      case "float" ->
          words.isEmpty() || SCIENTIFIC.matcher(seen).matches()
              ? Inline.of(SheetNumber.plain(number))
              : words;
      default -> words.isEmpty() ? Inline.of(value) : words;
    };
  }

  /** Seconds stand where the cell shows them, or shows nothing else. */
  private String time(String seen) {
    long colons = seen.chars().filter(c -> c == ':').count();
    return colons == 1 && value.endsWith(":00") ? value.substring(0, value.length() - 3) : value;
  }
}
