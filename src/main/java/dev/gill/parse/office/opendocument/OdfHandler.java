package dev.gill.parse.office.opendocument;

import dev.gill.parse.canonical.Limits;
import dev.gill.parse.canonical.Refused;
import java.util.Set;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Hands on what is to be seen of an OpenDocument file's content, element by element. */
abstract class OdfHandler extends DefaultHandler {
  private static final Set<String> UNSEEN =
      Set.of(
          "office:annotation",
          "office:automatic-styles",
          "office:font-face-decls",
          "office:forms",
          "office:scripts",
          "svg:desc",
          "svg:title");

  private static final Pattern COUNT = Pattern.compile("[1-9]\\d*");

  private final int deepest;
  private int depth;
  private int unseen;

  OdfHandler(Limits limits) {
    this.deepest = limits.depth();
  }

  abstract void start(String name, Attributes attributes);

  abstract void end(String name);

  abstract void words(String words);

  /** An element begins that may be hidden, but is in none that is. */
  void passes(String name, Attributes attributes) {}

  /** Whether nobody sees this element in this kind of document. */
  abstract boolean hides(String name, Attributes attributes);

  @Override
  public final void startElement(String uri, String local, String name, Attributes attributes) {
    if (++depth > deepest) {
      throw Refused.nested();
    }
    if (unseen == 0) {
      passes(name, attributes);
    }
    if (unseen > 0 || UNSEEN.contains(name) || hides(name, attributes)) {
      unseen++;
    } else if (!space(name, attributes)) {
      start(name, attributes);
    }
  }

  @Override
  public final void endElement(String uri, String local, String name) {
    depth--;
    if (unseen > 0) {
      unseen--;
    } else {
      end(name);
    }
  }

  @Override
  public final void characters(char[] characters, int start, int length) {
    if (unseen == 0) {
      words(new String(characters, start, length));
    }
  }

  private boolean space(String name, Attributes attributes) {
    switch (name) {
      case "text:s" -> words(" ".repeat(number(attributes, "text:c", 999)));
      case "text:tab" -> words("\t");
      case "text:line-break" -> words("\n");
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Empty if there is none of this name. */
  static String value(Attributes attributes, String name) {
    String value = attributes.getValue(name);
    return value == null ? "" : value;
  }

  /** A count that is at least 1, and is 1 where it is not written or no number. */
  static int number(Attributes attributes, String name, int most) {
    String value = value(attributes, name);
    if (value.isEmpty() || !COUNT.matcher(value).matches()) {
      return 1;
    }
    return value.length() > 9 ? most : Math.min(Integer.parseInt(value), most);
  }
}
