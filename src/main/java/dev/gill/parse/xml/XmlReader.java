package dev.gill.parse.xml;

import dev.gill.parse.canonical.Limits;
import dev.gill.parse.canonical.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads markup one element of a given depth at a time, so that a long document is no big tree. */
public final class XmlReader extends DefaultHandler {
  /** Handlers count depth themselves and say so; the JDK would only call the file broken. */
  private static final String DEEPEST = "jdk.xml.maxElementDepth";

  private static final String UNLIMITED = "0";
  private static final int MOST_NODES = 2_000_000;

  private final int deepest;
  private final int wanted;
  private final Set<String> under;
  private final XmlNames names;
  private final String root;
  private final Consumer<XmlNode> found;
  private final Deque<XmlNode> open = new ArrayDeque<>();
  private final StringBuilder words = new StringBuilder();
  private boolean inside;
  private int depth;
  private int nodes;

  private XmlReader(
      Limits limits,
      int wanted,
      Set<String> under,
      XmlNames names,
      String root,
      Consumer<XmlNode> found) {
    this.deepest = limits.depth();
    this.wanted = wanted;
    this.under = under;
    this.names = names;
    this.root = root;
    this.found = found;
  }

  /**
   * Hands over each element of a depth when it ends.
   *
   * @param wanted 0 for the root
   * @param root what the root has to be called; empty for any
   * @throws IOException if the markup is broken or has another root
   */
  public static void read(
      InputStream in,
      Limits limits,
      int wanted,
      XmlNames names,
      String root,
      Consumer<XmlNode> found)
      throws IOException {
    parse(in, new XmlReader(limits, wanted, Set.of(), names, root, found));
  }

  /** The same with names as they stand there, and only of what lies under these outer elements. */
  public static void read(
      InputStream in, Limits limits, int wanted, Set<String> under, Consumer<XmlNode> found)
      throws IOException {
    parse(in, new XmlReader(limits, wanted, under, XmlNames.PLAIN, "", found));
  }

  /** Without document types there are no entities, so none can grow. */
  public static void parse(InputStream in, DefaultHandler handler) throws IOException {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      SAXParser parser = factory.newSAXParser();
      parser.setProperty(DEEPEST, UNLIMITED);
      parser.parse(in, handler);
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes)
      throws SAXException {
    if (depth > deepest) {
      throw Refused.nested();
    }
    String called = names.of(uri, local, name);
    if (depth == 0 && !root.isEmpty() && !root.equals(called)) {
      throw new SAXException("the root is " + called);
    }
    if (depth == 1) {
      inside = under.isEmpty() || under.contains(called);
    }
    if (depth >= wanted && (inside || depth == 0)) {
      flushWords();
      if (++nodes > MOST_NODES) {
        throw new Refused(
            "One table or list of the document holds more parts than Gill reads; split it.");
      }
      open.push(new XmlNode(called, pairs(attributes)));
    }
    words.setLength(0);
    depth++;
  }

  private String[] pairs(Attributes attributes) {
    String[] pairs = new String[2 * attributes.getLength()];
    for (int i = 0; i < attributes.getLength(); i++) {
      pairs[2 * i] =
          names.of(attributes.getURI(i), attributes.getLocalName(i), attributes.getQName(i));
      pairs[2 * i + 1] = attributes.getValue(i);
    }
    return pairs;
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (!open.isEmpty()) {
      words.append(characters, start, length);
    }
  }

  /** Words before an element that stands among them. */
  private void flushWords() {
    if (names == XmlNames.PLAIN && !open.isEmpty() && !words.isEmpty()) {
      XmlNode piece = new XmlNode(XmlNode.WORDS, new String[0]);
      piece.text(words.toString());
      open.peek().add(piece);
      words.setLength(0);
    }
  }

  @Override
  public void endElement(String uri, String local, String name) {
    depth--;
    if (open.isEmpty()) {
      return;
    }
    flushWords();
    XmlNode node = open.pop();
    if (node.children().isEmpty() && !words.isEmpty()) {
      node.text(words.toString());
    }
    words.setLength(0);
    List<XmlNode> read =
        node.name().equals("mc:AlternateContent") ? branch(node).children() : List.of(node);
    if (open.isEmpty()) {
      nodes = 0;
      read.forEach(found);
    } else {
      read.forEach(open.peek()::add);
    }
  }

  /** The same content is there for present and for older programs; one of them is read. */
  private static XmlNode branch(XmlNode alternatives) {
    return alternatives.all("mc:Choice").stream()
        .filter(choice -> !choice.children().isEmpty())
        .findFirst()
        .orElse(alternatives.at("mc:Fallback"));
  }
}
