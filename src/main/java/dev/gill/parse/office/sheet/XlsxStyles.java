package dev.gill.parse.office.sheet;

import dev.gill.parse.office.OfficeXml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** What a workbook's styles say of its cells: number formats, and fonts as far as they matter. */
final class XlsxStyles extends DefaultHandler {
  /** A font. */
  private static final class Font {
    private boolean bold;
    private boolean struck;
    private boolean raised;
  }

  /**
   * How a cell looks.
   *
   * @param format of numbers, by its id
   * @param code of that format; null if the file does not hold it
   */
  record Style(int format, String code, boolean bold, boolean struck, boolean raised) {
    static final Style NONE = new Style(0, null, false, false, false);
  }

  private final Map<Integer, String> codes = new HashMap<>();
  private final List<Font> fonts = new ArrayList<>();
  private final List<int[]> cells = new ArrayList<>();
  private boolean inFonts;
  private boolean inCells;

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    switch (name) {
      case "fonts" -> inFonts = true;
      case "cellXfs" -> inCells = true;
      case "numFmt" ->
          codes.putIfAbsent(
              OfficeXml.number(attributes, "numFmtId", 0),
              OfficeXml.value(attributes, "formatCode"));
      case "xf" -> {
        if (inCells) {
          int format = OfficeXml.number(attributes, "numFmtId", 0);
          cells.add(new int[] {format, OfficeXml.number(attributes, "fontId", 0)});
        }
      }
      default -> {
        if (inFonts) {
          font(name, attributes);
        }
      }
    }
  }

  private void font(String name, Attributes attributes) {
    if (name.equals("font")) {
      fonts.add(new Font());
    } else if (!fonts.isEmpty()) {
      Font font = fonts.getLast();
      font.bold |= name.equals("b") && isSet(attributes);
      font.struck |= name.equals("strike") && isSet(attributes);
      font.raised |= name.equals("vertAlign") && isRaised(attributes);
    }
  }

  /** Whether an element without a value, or with a true one, says that it is so. */
  static boolean isSet(Attributes attributes) {
    return OfficeXml.value(attributes, "val").isEmpty() || OfficeXml.isOn(attributes, "val");
  }

  static boolean isRaised(Attributes attributes) {
    return OfficeXml.value(attributes, "val").equals("superscript");
  }

  @Override
  public void endElement(String uri, String name, String qualified) {
    inFonts &= !name.equals("fonts");
    inCells &= !name.equals("cellXfs");
  }

  /** The style of this number. */
  Style style(int number) {
    if (number < 0 || number >= cells.size()) {
      return Style.NONE;
    }
    int[] cell = cells.get(number);
    Font font = cell[1] < fonts.size() ? fonts.get(cell[1]) : new Font();
    return new Style(cell[0], codes.get(cell[0]), font.bold, font.struck, font.raised);
  }
}
