package dev.gill.parse.office.sheet;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hssf.usermodel.HSSFHyperlink;
import org.apache.poi.hssf.usermodel.HSSFName;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.PaneInformation;

/**
 * What a sheet of an old workbook says about its cells: merged ranges, filters, links, headings.
 */
final class XlsLayout {
  private static final int MOST_COLUMNS = SpreadsheetVersion.EXCEL97.getMaxColumns();
  private static final int MOST_FROZEN = 4;
  private static final Set<String> FILTER = Set.of("_FilterDatabase", "_xlnm._FilterDatabase");

  private final Map<Integer, CellRangeAddress> merged = new HashMap<>();
  private final Map<Integer, String> links = new HashMap<>();
  private final Set<Integer> filteredRows = new HashSet<>();
  private final BitSet headingRows = new BitSet();
  private final BitSet hidden = new BitSet();

  /**
   * Of that sheet.
   *
   * @param filtered whether somebody filters its rows
   */
  XlsLayout(HSSFSheet sheet, int index, boolean filtered) {
    for (CellRangeAddress range : sheet.getMergedRegions()) {
      merged.put(key(range.getFirstRow(), range.getFirstColumn()), range);
    }
    for (HSSFHyperlink link : sheet.getHyperlinkList()) {
      if (link.getType() != HyperlinkType.DOCUMENT && link.getAddress() != null) {
        links.put(key(link.getFirstRow(), link.getFirstColumn()), link.getAddress());
      }
    }
    for (int column = 0; column < MOST_COLUMNS; column++) {
      hidden.set(column, sheet.isColumnHidden(column) || sheet.getColumnWidth(column) == 0);
    }
    PaneInformation pane = sheet.getPaneInformation();
    if (pane != null && pane.isFreezePane() && pane.getHorizontalSplitPosition() <= MOST_FROZEN) {
      headingRows.set(0, Math.max(pane.getHorizontalSplitPosition(), 0));
    }
    for (HSSFName name : sheet.getWorkbook().getAllNames()) {
      if (name.getSheetIndex() == index && FILTER.contains(name.getNameName())) {
        filter(name, filtered);
      }
    }
  }

  private void filter(HSSFName name, boolean filtered) {
    String formula = name.getRefersToFormula();
    if (formula == null || formula.isEmpty() || !AreaReference.isContiguous(formula)) {
      return;
    }
    AreaReference area = new AreaReference(formula, SpreadsheetVersion.EXCEL97);
    int first = area.getFirstCell().getRow();
    if (first >= 0) {
      headingRows.set(first);
      for (int row = first; filtered && row <= area.getLastCell().getRow(); row++) {
        filteredRows.add(row);
      }
    }
  }

  private static int key(int row, int column) {
    return row * MOST_COLUMNS + column;
  }

  /** The range whose first cell this is; of this cell alone if it is not merged. */
  CellRangeAddress merged(int row, int column) {
    CellRangeAddress range = merged.get(key(row, column));
    return range == null ? new CellRangeAddress(row, row, column, column) : range;
  }

  /** Where a cell leads; empty if nowhere. */
  String link(int row, int column) {
    return links.getOrDefault(key(row, column), "");
  }

  /** Whether a row is out of sight because of what somebody filtered for. */
  boolean isFiltered(int row) {
    return filteredRows.contains(row);
  }

  /** Whether the sheet says that a row holds headings. */
  boolean isHeading(int row) {
    return headingRows.get(row);
  }

  BitSet hiddenColumns() {
    return hidden;
  }
}
