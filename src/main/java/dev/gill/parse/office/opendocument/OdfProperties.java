package dev.gill.parse.office.opendocument;

import dev.gill.parse.canonical.Limits;
import dev.gill.parse.canonical.Refused;
import java.util.HashMap;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The properties of an OpenDocument file, by the names of their elements. */
final class OdfProperties extends DefaultHandler {
  private final int deepest;
  private final Map<String, String> values = new HashMap<>();
  private final StringBuilder words = new StringBuilder();
  private int depth;

  OdfProperties(Limits limits) {
    this.deepest = limits.depth();
  }

  /** What an element holds; empty if it is not there. */
  String value(String name) {
    return values.getOrDefault(name, "");
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes) {
    if (++depth > deepest) {
      throw Refused.nested();
    }
    words.setLength(0);
  }

  @Override
  public void characters(char[] text, int start, int length) {
    words.append(text, start, length);
  }

  @Override
  public void endElement(String uri, String local, String name) {
    depth--;
    values.putIfAbsent(name, words.toString().strip());
    words.setLength(0);
  }
}
