package dev.gill.parse.office.sheet;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;

/**
 * Which formulas may be computed: those of functions whose time is bounded by the cells that they
 * name, and as long as all of these together are not too many.
 */
final class FormulaCost {
  private static final Set<String> FUNCTIONS =
      Set.of(
          ("SUM AVERAGE MIN MAX COUNT COUNTA COUNTBLANK PRODUCT MEDIAN LARGE SMALL RANK SUBTOTAL"
                  + " SUMIF SUMIFS COUNTIF COUNTIFS AVERAGEIF AVERAGEIFS MAXIFS MINIFS SUMPRODUCT"
                  + " IF IFERROR IFNA IFS SWITCH AND OR NOT XOR TRUE FALSE NA"
                  + " ROUND ROUNDUP ROUNDDOWN ABS INT TRUNC MOD SIGN SQRT CEILING FLOOR PI POWER"
                  + " DATE YEAR MONTH DAY WEEKDAY EDATE EOMONTH DAYS DATEDIF TIME HOUR MINUTE SECOND"
                  + " DATEVALUE TIMEVALUE TEXT VALUE FIXED LEFT RIGHT MID LEN UPPER LOWER PROPER TRIM"
                  + " FIND SEARCH EXACT CONCATENATE CONCAT HYPERLINK"
                  + " VLOOKUP HLOOKUP LOOKUP XLOOKUP INDEX MATCH CHOOSE ROW COLUMN ROWS COLUMNS"
                  + " ISBLANK ISNUMBER ISTEXT ISERROR ISERR ISNA T N STDEV VAR")
              .split(" "));
  private static final Set<String> TEXT = Set.of("CONCATENATE", "CONCAT");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
  private static final Pattern FUNCTION = Pattern.compile("([A-Za-z_][A-Za-z0-9_.]*)\\s*\\(");
  private static final Pattern AREA =
      Pattern.compile(
          "(?:('(?:[^']|'')+'|[\\p{L}\\p{N}_.]+)!)?"
              + "(\\$?[A-Za-z]{1,3}\\$?\\d{1,7}(?::\\$?[A-Za-z]{1,3}\\$?\\d{1,7})?"
              + "|\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}|\\$?\\d{1,7}:\\$?\\d{1,7})(?![\\p{L}\\p{N}_(])");
  private static final Pattern WORD = Pattern.compile("[\\p{L}_\\\\][\\p{L}\\p{N}_.]*");
  private static final long MOST_CELLS = 30_000_000;
  private static final int LONGEST = 4000;
  private static final int MOST_JOINED = 50;

  private final Workbook workbook;
  private final Map<String, String> names = new HashMap<>();
  private long cells;

  FormulaCost(Workbook workbook) {
    this.workbook = workbook;
    for (Name name : workbook.getAllNames()) {
      String formula = name.isFunctionName() ? null : name.getRefersToFormula();
      names.put(name.getNameName().toLowerCase(Locale.ROOT), formula == null ? "" : formula);
    }
  }

  /** Whether the cell's formula may be computed; if so, its cells count. */
  boolean allows(Cell cell) {
    String formula = QUOTED.matcher(cell.getCellFormula()).replaceAll("\"\"");
    long needed = needed(formula, true);
    if (needed < 0 || cells + needed > MOST_CELLS || formula.length() > LONGEST) {
      return false;
    }
    if (joins(formula) && !joinsConstants(formula, cell)) {
      return false;
    }
    cells += needed;
    return true;
  }

  /** How many cells a formula names; below 0 if its time does not follow from them. */
  private long needed(String formula, boolean named) {
    Matcher functions = FUNCTION.matcher(formula);
    while (functions.find()) {
      if (!FUNCTIONS.contains(bare(functions.group(1)))) {
        return -1;
      }
    }
    long needed = 1;
    Matcher areas = AREA.matcher(formula);
    while (areas.find()) {
      needed += size(areas.group(2));
    }
    Matcher words = WORD.matcher(formula);
    while (words.find()) {
      String name = names.get(words.group().toLowerCase(Locale.ROOT));
      long more = name == null ? 0 : named ? needed(name, false) : -1;
      if (more < 0) {
        return -1;
      }
      needed += more;
    }
    return needed;
  }

  private long size(String area) {
    SpreadsheetVersion version = workbook.getSpreadsheetVersion();
    AreaReference cells = new AreaReference(area, version);
    CellReference first = cells.getFirstCell();
    CellReference last = cells.getLastCell();
    long rows = 1L + Math.abs(last.getRow() - first.getRow());
    long columns = 1L + Math.abs(last.getCol() - first.getCol());
    return rows * columns;
  }

  private static boolean joins(String formula) {
    return formula.indexOf('&') >= 0
        || FUNCTION.matcher(formula).results().anyMatch(f -> TEXT.contains(bare(f.group(1))));
  }

  private static String bare(String function) {
    return function.toUpperCase(Locale.ROOT).replace("_XLFN.", "");
  }

  /** Texts that are joined from joined ones can double with each step. */
  private boolean joinsConstants(String formula, Cell cell) {
    Matcher areas = AREA.matcher(formula);
    int joined = 0;
    while (areas.find()) {
      if (++joined > MOST_JOINED || areas.group(2).contains(":")) {
        return false;
      }
      CellReference reference = new CellReference(areas.group(2));
      String name = areas.group(1);
      Sheet sheet =
          name == null
              ? cell.getSheet()
              : workbook.getSheet(name.replaceAll("^'|'$", "").replace("''", "'"));
      Row row = sheet == null ? null : sheet.getRow(reference.getRow());
      Cell other = row == null ? null : row.getCell(reference.getCol());
      if (other != null && other.getCellType() == CellType.FORMULA) {
        return false;
      }
    }
    return WORD.matcher(formula)
        .results()
        .noneMatch(word -> names.containsKey(word.group().toLowerCase(Locale.ROOT)));
  }
}
