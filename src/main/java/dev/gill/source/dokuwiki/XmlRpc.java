package dev.gill.source.dokuwiki;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML-RPC as far as DokuWiki speaks it. Values are strings, {@code Long}, {@code Boolean}, lists
 * and maps; dates and numbers with a point are strings.
 */
final class XmlRpc {
  private static final int DEEPEST = 32;

  private final XMLStreamReader reader;

  private XmlRpc(XMLStreamReader reader) {
    this.reader = reader;
  }

  /** A call with strings, whole numbers and lists of strings. */
  static byte[] call(String method, Object... parameters) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><methodCall><methodName>");
    xml.append(method).append("</methodName><params>");
    for (Object parameter : parameters) {
      xml.append("<param>").append(value(parameter)).append("</param>");
    }
    return xml.append("</params></methodCall>").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String value(Object value) {
    return "<value>%s</value>"
        .formatted(
            switch (value) {
              case Long number -> "<int>" + number + "</int>";
              case Map<?, ?> map -> "<struct>" + members(map) + "</struct>";
              default -> "<string>" + escaped(value.toString()) + "</string>";
            });
  }

  private static String members(Map<?, ?> map) {
    StringBuilder members = new StringBuilder();
    map.forEach(
        (name, value) ->
            members.append(
                "<member><name>%s</name>%s</member>".formatted(escaped("" + name), value(value))));
    return members.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /**
   * The value that a call was answered with; of a fault, a map with {@code faultCode}.
   *
   * @throws XMLStreamException if it is no answer
   */
  static Object answer(byte[] body) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(body));
    boolean response = false;
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT) {
        response |= reader.getLocalName().equals("methodResponse");
        if (response && reader.getLocalName().equals("value")) {
          return new XmlRpc(reader).value(0);
        }
      }
    }
    throw new XMLStreamException("no answer");
  }

  /** From the start of {@code value} to its end. */
  private Object value(int depth) throws XMLStreamException {
    if (depth > DEEPEST) {
      throw new XMLStreamException("too deep");
    }
    StringBuilder text = new StringBuilder();
    Object typed = null;
    while (true) {
      switch (reader.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(reader.getText());
        case XMLStreamConstants.START_ELEMENT -> typed = typed(reader.getLocalName(), depth);
        case XMLStreamConstants.END_ELEMENT -> {
          return typed == null ? text.toString() : typed;
        }
        default -> {}
      }
    }
  }

  private Object typed(String type, int depth) throws XMLStreamException {
    return switch (type) {
      case "struct" -> struct(depth);
      case "array" -> array(depth);
      case "int", "i4" -> number(reader.getElementText().strip());
      case "boolean" -> reader.getElementText().strip().equals("1");
      default -> reader.getElementText();
    };
  }

  private static Object number(String text) throws XMLStreamException {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new XMLStreamException("no number");
    }
  }

  private Map<String, Object> struct(int depth) throws XMLStreamException {
    Map<String, Object> members = new LinkedHashMap<>();
    String name = "";
    while (inside("struct")) {
      if (reader.getLocalName().equals("name")) {
        name = reader.getElementText();
      } else if (reader.getLocalName().equals("value")) {
        members.put(name, value(depth + 1));
      }
    }
    return members;
  }

  private List<Object> array(int depth) throws XMLStreamException {
    List<Object> items = new ArrayList<>();
    while (inside("array")) {
      if (reader.getLocalName().equals("value")) {
        items.add(value(depth + 1));
      }
    }
    return items;
  }

  /** Goes to the next element that begins; false at the end of this one. */
  private boolean inside(String element) throws XMLStreamException {
    while (true) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(element)) {
        return false;
      }
    }
  }
}
