package dev.gill.parse.office;

import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;

/** The formats that a workbook names by number alone. */
final class SheetFormats {
  /** Those of East Asian editions (ECMA-376 part 1, 18.8.30), by what they show. */
  private static final Map<Integer, String> EAST_ASIAN =
      Map.ofEntries(
          Map.entry(27, "yyyy-mm"),
          Map.entry(28, "m-d"),
          Map.entry(29, "m-d"),
          Map.entry(30, "m-d-yy"),
          Map.entry(31, "yyyy-m-d"),
          Map.entry(32, "h:mm"),
          Map.entry(33, "h:mm:ss"),
          Map.entry(34, "h:mm"),
          Map.entry(35, "h:mm:ss"),
          Map.entry(36, "yyyy-mm"),
          Map.entry(50, "yyyy-mm"),
          Map.entry(51, "m-d"),
          Map.entry(52, "yyyy-mm"),
          Map.entry(53, "m-d"),
          Map.entry(54, "m-d"),
          Map.entry(55, "h:mm"),
          Map.entry(56, "h:mm:ss"),
          Map.entry(57, "yyyy-mm"),
          Map.entry(58, "m-d"));

  private SheetFormats() {}

  /** The code of a format; {@code General} where nothing is known. */
  static String code(int id, String stored) {
    if (stored != null && !stored.isEmpty()) {
      return stored;
    }
    String eastAsian = EAST_ASIAN.get(id);
    String builtin = eastAsian == null ? BuiltinFormats.getBuiltinFormat(id) : eastAsian;
    return builtin == null ? "General" : builtin;
  }
}
