package dev.gill.parse.office.sheet;

import dev.gill.parse.canonical.Refused;
import dev.gill.parse.office.OfficeXml;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What a sheet says about its cells in other places than the cells themselves, some of which come
 * after them: merged ranges, hidden columns, filters, links, tables.
 */
final class XlsxLayout extends DefaultHandler {
  private static final int MOST_RANGES = 200_000;
  private static final int MOST_COLUMNS = 1 << 14;
  private static final int MOST_FROZEN = 4;

  private final PackagePart sheet;
  private final Map<Long, CellRangeAddress> merged = new HashMap<>();
  private final Map<Long, String> links = new HashMap<>();
  private final List<CellRangeAddress> filtered = new ArrayList<>();
  private final BitSet headingRows = new BitSet();
  private final BitSet hidden = new BitSet();
  private CellRangeAddress filter;
  private boolean inTable;

  XlsxLayout(PackagePart sheet) {
    this.sheet = sheet;
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    switch (name) {
      case "pane" -> {
        String split = OfficeXml.value(attributes, "ySplit");
        int rows = split.matches("\\d{1,2}(\\.0+)?") ? (int) Double.parseDouble(split) : 0;
        if (OfficeXml.value(attributes, "state").startsWith("frozen") && rows <= MOST_FROZEN) {
          headingRows.set(0, rows);
        }
      }
      case "col" -> column(attributes);
      case "mergeCell" -> {
        CellRangeAddress range = range(attributes);
        merged.put(key(range.getFirstRow(), range.getFirstColumn()), range);
        check(merged);
      }
      case "table" -> table(attributes);
      case "autoFilter" -> {
        filter = range(attributes);
        if (!inTable) {
          headingRows.set(filter.getFirstRow());
        }
      }
      case "filterColumn" -> {
        if (filter != null) {
          filtered.add(filter);
        }
      }
      case "hyperlink" -> link(attributes);
      default -> {}
    }
  }

  private void column(Attributes attributes) {
    String width = OfficeXml.value(attributes, "width");
    if (OfficeXml.isOn(attributes, "hidden") || width.matches("0(\\.0+)?")) {
      int first = OfficeXml.number(attributes, "min", 1) - 1;
      int last = Math.min(OfficeXml.number(attributes, "max", 0), MOST_COLUMNS);
      hidden.set(Math.clamp(first, 0, Math.max(last, 0)), Math.max(last, 0));
    }
  }

  private void table(Attributes attributes) {
    inTable = true;
    CellRangeAddress range = range(attributes);
    int rows = Math.min(OfficeXml.number(attributes, "headerRowCount", 1), MOST_FROZEN);
    headingRows.set(range.getFirstRow(), range.getFirstRow() + rows);
  }

  private void link(Attributes attributes) {
    String target = OfficeXml.target(sheet, OfficeXml.value(attributes, "id"));
    if (!target.isEmpty()) {
      CellRangeAddress range = range(attributes);
      links.put(key(range.getFirstRow(), range.getFirstColumn()), target);
      check(links);
    }
  }

  private static void check(Map<Long, ?> known) {
    if (known.size() > MOST_RANGES) {
      throw Refused.bomb();
    }
  }

  private static CellRangeAddress range(Attributes attributes) {
    CellRangeAddress range = CellRangeAddress.valueOf(OfficeXml.value(attributes, "ref"));
    range.setFirstRow(Math.max(range.getFirstRow(), 0));
    range.setFirstColumn(Math.max(range.getFirstColumn(), 0));
    return range;
  }

  private static long key(int row, int column) {
    return (long) row * MOST_COLUMNS + column;
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
    return filtered.stream().anyMatch(range -> range.containsRow(row));
  }

  /** Whether the sheet says that a row holds headings. */
  boolean isHeading(int row) {
    return headingRows.get(row);
  }

  BitSet hiddenColumns() {
    return hidden;
  }

  /** The column of a reference such as {@code C7}. */
  static int columnOf(String reference) {
    return new CellReference(reference).getCol();
  }
}
