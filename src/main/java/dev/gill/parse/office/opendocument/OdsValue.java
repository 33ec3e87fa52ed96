package dev.gill.parse.office.opendocument;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;

/**
 * What a cell shows whose file says only its value. Spreadsheet programs write besides what they
 * show; some exports do not.
 */
final class OdsValue {
  private static final Pattern TIME = Pattern.compile("PT(\\d+)H(\\d+)M(\\d+)(?:[.,]\\d+)?S");

  private static final Pattern MIDNIGHT = Pattern.compile("T00:00:00(\\.0+)?$");

  private OdsValue() {}

  /** Empty for an empty cell. */
  static String shown(Attributes cell) {
    String number = OdfHandler.value(cell, "office:value");
    return switch (OdfHandler.value(cell, "office:value-type")) {
      case "float" -> number;
      case "currency" -> number + " " + OdfHandler.value(cell, "office:currency");
      case "percentage" -> percentage(number);
      case "date" -> date(OdfHandler.value(cell, "office:date-value"));
      case "time" -> time(OdfHandler.value(cell, "office:time-value"));
      case "boolean" -> OdfHandler.value(cell, "office:boolean-value").toUpperCase(Locale.ROOT);
      case "string" -> OdfHandler.value(cell, "office:string-value");
      default -> "";
    };
  }

  private static String percentage(String number) {
    try {
      double share = Double.parseDouble(number);
      BigDecimal hundredths = BigDecimal.valueOf(share).movePointRight(2);
      return hundredths.stripTrailingZeros().toPlainString() + "%";
    } catch (NumberFormatException e) {
      return number;
    }
  }

  private static String date(String value) {
    return MIDNIGHT
        .matcher(value)
        .replaceFirst("")
        .replaceFirst(":00(\\.0+)?$", "")
        .replace('T', ' ');
  }

  private static String time(String value) {
    Matcher parts = TIME.matcher(value);
    return parts.matches()
        ? "%s:%s:%s".formatted(parts.group(1), parts.group(2), parts.group(3))
        : value;
  }
}
