package dev.gill.parse.office.sheet;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;

/**
 * Computes formulas whose results are not stored, as many programs write them. What could take long
 * is not computed; see {@link FormulaCost}.
 */
final class SheetFormulas {
  /**
   * What a formula gives.
   *
   * @param words the number as it would be stored, or the text, truth value or error
   */
  record Result(String words, boolean isNumber) {}

  private final Supplier<Optional<Workbook>> opener;
  private final Predicate<Cell> stored;
  private Optional<Workbook> workbook;
  private FormulaEvaluator evaluator;
  private boolean incomplete;

  /**
   * Computes what is asked for.
   *
   * @param opener opens the workbook when it is first needed; empty if it is too large for that
   * @param stored whether the file holds the result of a cell's formula
   */
  SheetFormulas(Supplier<Optional<Workbook>> opener, Predicate<Cell> stored) {
    this.opener = opener;
    this.stored = stored;
  }

  /** What the formula in that cell gives; empty if that cannot be found out. */
  Optional<Result> result(int sheet, int row, int column) {
    if (workbook == null) {
      open();
    }
    try {
      return workbook
          .map(book -> book.getSheetAt(sheet).getRow(row))
          .map(cells -> cells.getCell(column))
          .filter(cell -> cell.getCellType() == CellType.FORMULA)
          .flatMap(cell -> shown(evaluator.evaluate(cell)));
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  private void open() {
    try {
      workbook = opener.get();
      workbook.ifPresent(this::prepare);
    } catch (RuntimeException e) {
      workbook = Optional.empty();
    }
  }

  /** Leaves only those formulas whose results are missing and that may be computed. */
  private void prepare(Workbook book) {
    evaluator = book.getCreationHelper().createFormulaEvaluator();
    FormulaCost cost = new FormulaCost(book);
    eachFormula(
        book,
        cell -> {
          if (stored.test(cell)) {
            cell.removeFormula();
          }
        });
    eachFormula(
        book,
        cell -> {
          if (!cost.allows(cell)) {
            cell.removeFormula();
            cell.setCellErrorValue(FormulaError.NA.getCode());
            incomplete = true;
          }
        });
  }

  private static void eachFormula(Workbook book, Consumer<Cell> action) {
    for (Sheet sheet : book) {
      for (Row row : sheet) {
        for (Cell cell : row) {
          if (cell.getCellType() == CellType.FORMULA) {
            action.accept(cell);
          }
        }
      }
    }
  }

  private Optional<Result> shown(CellValue value) {
    return switch (value.getCellType()) {
      case NUMERIC -> Optional.of(new Result(Double.toString(value.getNumberValue()), true));
      case STRING -> Optional.of(new Result(value.getStringValue(), false));
      case BOOLEAN -> Optional.of(new Result(value.getBooleanValue() ? "TRUE" : "FALSE", false));
      case ERROR ->
          incomplete
              ? Optional.empty()
              : Optional.of(
                  new Result(FormulaError.forInt(value.getErrorValue()).getString(), false));
      default -> Optional.empty();
    };
  }
}
