package dev.gill.parse.office.sheet;

import dev.gill.parse.office.OfficeXml;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The sheets of a workbook, and from when on it counts days. */
final class XlsxWorkbook extends DefaultHandler {
  /**
   * A sheet.
   *
   * @param id of the relationship that leads to it
   */
  record Sheet(String name, String id, boolean hidden) {}

  private final List<Sheet> sheets = new ArrayList<>();
  private boolean from1904;

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    if (name.equals("workbookPr")) {
      from1904 = OfficeXml.isOn(attributes, "date1904");
    } else if (name.equals("sheet")) {
      String state = OfficeXml.value(attributes, "state");
      boolean hidden = state.equals("hidden") || state.equals("veryHidden");
      sheets.add(
          new Sheet(
              OfficeXml.value(attributes, "name"), OfficeXml.value(attributes, "id"), hidden));
    }
  }

  List<Sheet> sheets() {
    return sheets;
  }

  boolean from1904() {
    return from1904;
  }
}
