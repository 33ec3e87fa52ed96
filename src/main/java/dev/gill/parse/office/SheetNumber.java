package dev.gill.parse.office;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * Writes the numbers of workbooks: those without a format with all their digits, dates and times as
 * ISO 8601 has them whatever the format's order, others as shown. Holds state of the formatter; not
 * to be shared between threads.
 */
public final class SheetNumber {
  /** A workbook keeps so many digits of a number that is no integer. */
  private static final MathContext DIGITS = new MathContext(15);

  private static final int LONGEST = 40;
  private static final int SECONDS = 86_400;
  private static final double LATEST = 2_958_466;

  private final DataFormatter formatter = new DataFormatter(Locale.ENGLISH);
  private final boolean from1904;

  /**
   * Writes numbers.
   *
   * @param from1904 whether the workbook counts days from 1904 on
   */
  public SheetNumber(boolean from1904) {
    this.from1904 = from1904;
  }

  /**
   * What a cell shows.
   *
   * @param raw the number as stored
   * @param id of its format; it decides where the code of a built-in format is not stored
   * @param code of its format; may be null
   */
  public String shown(String raw, int id, String code) {
    NumberFormatCode format = new NumberFormatCode(SheetFormats.code(id, code));
    double value;
    try {
      value = Double.parseDouble(raw);
    } catch (NumberFormatException e) {
      return raw;
    }
    if (format.isTemporal()) {
      return temporal(value, format).orElseGet(() -> plain(raw));
    }
    if (format.isGeneral() || format.isScientific() && isInteger(raw)) {
      return plain(raw);
    }
    return formatter.formatRawCellContents(value, id, format.code(), from1904).strip();
  }

  /** Whether that format shows dates, times or durations. */
  static boolean isTemporal(int id, String code) {
    return new NumberFormatCode(SheetFormats.code(id, code)).isTemporal();
  }

  private static boolean isInteger(String raw) {
    try {
      return new BigDecimal(raw.strip()).stripTrailingZeros().scale() <= 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** A number with all its digits and no exponent. */
  public static String plain(String raw) {
    String digits = raw.strip();
    if (digits.matches("-?\\d{1,20}")) {
      return digits;
    }
    try {
      BigDecimal number = new BigDecimal(digits);
      BigDecimal rounded = isInteger(digits) ? number : number.round(DIGITS);
      rounded = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
      boolean far = Math.abs((long) rounded.scale()) > LONGEST;
      return far ? digits : rounded.toPlainString();
    } catch (NumberFormatException e) {
      return digits;
    }
  }

  private Optional<String> temporal(double value, NumberFormatCode format) {
    if (format.elapsed() != 0) {
      return Optional.of(duration(value, format));
    }
    if (value < 0 || value >= LATEST) {
      return Optional.empty();
    }
    boolean dated = format.hasYear() || format.hasDay() || format.hasMonth();
    if (dated && !format.hasTime() && value < 1 && !from1904) {
      return Optional.of(value == 0 ? "1900-01-00" : clock(value, format));
    }
    LocalDateTime moment =
        DateUtil.getLocalDateTime(value, from1904)
            .plusNanos(500_000)
            .truncatedTo(ChronoUnit.MILLIS);
    String date = dated ? date(moment, format) : "";
    String time =
        format.hasTime() ? clock(moment.toLocalTime().toNanoOfDay() / 1e9, true, format) : "";
    return Optional.of((date + " " + time).strip());
  }

  private static String date(LocalDateTime moment, NumberFormatCode format) {
    String day = moment.toLocalDate().toString();
    if (format.hasDay() || format.hasTime() || day.length() != "2025-04-03".length()) {
      return day;
    }
    return format.hasMonth() ? day.substring(0, 7) : day.substring(0, 4);
  }

  private static String clock(double value, NumberFormatCode format) {
    return clock((value - Math.floor(value)) * SECONDS, true, format);
  }

  /** Hours, minutes and what else the format shows; seconds are rounded only past milliseconds. */
  private static String clock(double seconds, boolean hours, NumberFormatCode format) {
    long millis = Math.round(seconds * 1000);
    long minutes = millis / 60_000;
    String clock =
        hours ? "%02d:%02d".formatted(minutes / 60, minutes % 60) : Long.toString(minutes);
    if (format.hasSeconds()) {
      clock += ":%02d".formatted(millis / 1000 % 60);
    }
    if (format.hasFractions()) {
      clock += (".%03d".formatted(millis % 1000)).replaceAll("(?<=\\d)0+$", "");
    }
    return clock;
  }

  private static String duration(double value, NumberFormatCode format) {
    double seconds = Math.abs(value) * SECONDS;
    String sign = value < 0 ? "-" : "";
    return switch (format.elapsed()) {
      case 'h' -> {
        String whole = clock(seconds, true, format);
        yield sign + (format.hasMinutes() ? whole : whole.substring(0, whole.indexOf(':')));
      }
      case 'm' -> sign + clock(seconds, false, format);
      default -> sign + Math.round(seconds);
    };
  }
}
