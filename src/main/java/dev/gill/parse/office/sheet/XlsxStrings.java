package dev.gill.parse.office.sheet;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The strings that a workbook's cells share, as {@code MarkedText}. */
final class XlsxStrings extends DefaultHandler {
  private final List<String> strings = new ArrayList<>();
  private final XlsxText text = new XlsxText();

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    text.start(name, attributes);
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    text.characters(characters, start, length);
  }

  @Override
  public void endElement(String uri, String name, String qualified) {
    text.end(name);
    if (name.equals("si")) {
      strings.add(text.take());
    }
  }

  /** The string of this number, as written in a cell; empty if there is none. */
  String string(String number) {
    String index = number.strip();
    int at = index.matches("\\d{1,9}") ? Integer.parseInt(index) : strings.size();
    return at < strings.size() ? strings.get(at) : "";
  }
}
