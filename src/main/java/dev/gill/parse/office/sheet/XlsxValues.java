package dev.gill.parse.office.sheet;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.MarkedText;
import dev.gill.parse.office.SheetNumber;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the cells of a workbook's sheet show, from what is stored of them. */
final class XlsxValues {
  private static final Pattern LINK = Pattern.compile("(?is)^=?\\s*HYPERLINK\\(\\s*\"([^\"]+)\".*");
  private static final Pattern MIDNIGHT = Pattern.compile("T00:00:00(\\.0+)?Z?$");

  /** What is stored of a cell. */
  static final class Stored {
    private final String type;
    private final XlsxStyles.Style style;
    private String value = "";
    private String formula;
    private String inline = "";

    Stored(String type, XlsxStyles.Style style) {
      this.type = type;
      this.style = style;
    }

    XlsxStyles.Style style() {
      return style;
    }

    void value(String stored) {
      value = stored;
    }

    void formula(String stored) {
      formula = stored;
    }

    void inline(String stored) {
      inline = stored;
    }

    /** A text that is computed may be empty; a number without digits was never computed. */
    private boolean isUncomputed() {
      return formula != null && value.isEmpty() && inline.isEmpty() && !type.equals("str");
    }
  }

  private final XlsxStrings strings;
  private final XlsxStyles styles;
  private final SheetNumber numbers;
  private final SheetFormulas formulas;
  private final int sheet;

  /**
   * Of one sheet.
   *
   * @param sheet its place among all sheets of the workbook, counted from 0
   */
  XlsxValues(
      XlsxStrings strings,
      XlsxStyles styles,
      SheetNumber numbers,
      SheetFormulas formulas,
      int sheet) {
    this.strings = strings;
    this.styles = styles;
    this.numbers = numbers;
    this.formulas = formulas;
    this.sheet = sheet;
  }

  XlsxStyles.Style style(int number) {
    return styles.style(number);
  }

  /** The line that a cell is; the text notes what of it cannot be read. */
  Inline line(Stored cell, int row, int column, CanonicalText text) {
    if (cell.isUncomputed()) {
      Optional<SheetFormulas.Result> result = formulas.result(sheet, row, column);
      if (result.isEmpty()) {
        text.leftOut(LeftOut.Kind.FORMULA);
        return new Inline();
      }
      SheetFormulas.Result found = result.get();
      return found.isNumber()
          ? number(found.words(), cell.style, text)
          : MarkedText.line(found.words(), text);
    }
    return switch (cell.type) {
      case "s" -> raised(MarkedText.line(strings.string(cell.value), text), cell.style);
      case "inlineStr" -> raised(MarkedText.line(cell.inline, text), cell.style);
      case "str" ->
          MarkedText.line(new MarkedText().add(cell.value, false, false).toString(), text);
      case "b" -> Inline.of(cell.value.strip().equals("1") ? "TRUE" : "FALSE");
      case "e" -> Inline.of(cell.value);
      case "d" -> Inline.of(date(cell.value));
      default -> cell.value.isEmpty() ? new Inline() : number(cell.value, cell.style, text);
    };
  }

  private Inline number(String raw, XlsxStyles.Style style, CanonicalText text) {
    Inline line = Inline.of(numbers.shown(raw, style.format(), style.code()));
    if (line.isEmpty()) {
      text.leftOut(LeftOut.Kind.HIDDEN);
    }
    return line;
  }

  private static Inline raised(Inline line, XlsxStyles.Style style) {
    return style.raised() ? new Inline().raised(line.toString(), false) : line;
  }

  /** A date as strict Open XML stores it. */
  private static String date(String value) {
    return MIDNIGHT.matcher(value.strip()).replaceFirst("").replace('T', ' ');
  }

  /** Where a cell leads whose formula makes a link; empty if nowhere. */
  static String linkIn(Stored cell) {
    Matcher link = LINK.matcher(cell.formula == null ? "" : cell.formula.strip());
    return link.matches() && !link.group(1).toLowerCase(Locale.ROOT).startsWith("#")
        ? link.group(1)
        : "";
  }
}
