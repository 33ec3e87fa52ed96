package dev.gill.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;

/** Walks HTML and writes what a reader would see of it. */
final class HtmlBlocks {
  private static final Pattern LANGUAGE =
      Pattern.compile("(?:language|lang|highlight-source|brush:)-?\\s*([\\w+#-]+)");

  private final CanonicalText text;
  private final int firstLine;
  private Inline line = new Inline();
  private String marker = "";
  private int markerDepth;

  /**
   * Writes there.
   *
   * @param firstLine the line of the original on which the HTML begins; 0 if it has no lines
   */
  HtmlBlocks(CanonicalText text, int firstLine) {
    this.text = text;
    this.firstLine = firstLine;
  }

  /** Writes a fragment. */
  void write(String html) {
    write(parse(html).body());
  }

  /** Writes what an element holds. */
  void write(Element element) {
    children(element, 0, -1);
    flush();
  }

  static Document parse(String html) {
    return Parser.htmlParser().setTrackPosition(true).parseInput(html, "");
  }

  private void children(Element parent, int depth, int listDepth) {
    if (depth > text.limits().depth()) {
      throw Refused.nested();
    }
    for (Node node : parent.childNodes()) {
      if (node instanceof TextNode words) {
        words(words.getWholeText(), startLine(words));
      } else if (node instanceof Element element && !HtmlElements.isHidden(element)) {
        element(element, depth + 1, listDepth);
      }
    }
  }

  private void words(String words, int number) {
    int from = 0;
    int current = number;
    for (int end = words.indexOf('\n'); end >= 0; end = words.indexOf('\n', from)) {
      line.line(current).text(words.substring(from, end)).softBreak();
      current += current > 0 ? 1 : 0;
      from = end + 1;
    }
    line.line(current).text(words.substring(from));
  }

  private int startLine(Node node) {
    return firstLine > 0 && node.sourceRange().isTracked()
        ? firstLine - 1 + node.sourceRange().start().lineNumber()
        : 0;
  }

  private void element(Element element, int depth, int listDepth) {
    String name = element.normalName();
    switch (name) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, name.charAt(1) - '0');
      case "ul", "ol", "menu" -> list(element, depth, listDepth + 1);
      case "table" -> table(element, depth, listDepth);
      case "pre" -> pre(element);
      case "br" -> line.space();
      case "img" -> line.line(startLine(element)).space().text(element.attr("alt")).space();
      default -> {
        if (HtmlElements.isBlock(element)) {
          flush();
          label(element);
          children(element, depth, listDepth);
          flush();
        } else {
          children(element, depth, listDepth);
        }
      }
    }
  }

  /** Tabs of documentation sites carry their title in an attribute. */
  private void label(Element element) {
    if (element.normalName().equals("div") && element.hasAttr("label")) {
      line.line(startLine(element)).text(element.attr("label"));
      flush();
    }
  }

  private void heading(Element element, int level) {
    flush();
    Inline title = inline(element);
    text.section(id(element));
    text.line(startLine(element));
    text.heading(level, title);
  }

  /** Wikis write the id on the heading itself, or on something within it. */
  private static String id(Element heading) {
    return heading.hasAttr("id")
        ? heading.id()
        : heading.select("[id]").stream().map(Element::id).findFirst().orElse("");
  }

  /** All text of an element as one line. */
  private Inline inline(Element element) {
    Inline outer = line;
    line = new Inline();
    inlineChildren(element, 0);
    Inline made = line;
    line = outer;
    return made;
  }

  private void inlineChildren(Element parent, int depth) {
    if (depth > text.limits().depth()) {
      throw Refused.nested();
    }
    for (Node node : parent.childNodes()) {
      if (node instanceof TextNode words) {
        words(words.getWholeText(), startLine(words));
      } else if (node instanceof Element element && !HtmlElements.isHidden(element)) {
        boolean apart = HtmlElements.isBlock(element) || element.normalName().equals("br");
        if (apart) {
          line.space();
        }
        if (element.normalName().equals("img")) {
          line.text(element.attr("alt"));
        }
        inlineChildren(element, depth + 1);
        if (apart) {
          line.space();
        }
      }
    }
  }

  private void list(Element list, int depth, int listDepth) {
    flush();
    if (listDepth == 0) {
      text.apart();
    }
    int number = start(list);
    for (Element item : list.children()) {
      if (HtmlElements.isHidden(item)) {
        continue;
      }
      if (item.normalName().equals("li")) {
        marker = list.normalName().equals("ol") ? number++ + "." : "-";
        markerDepth = listDepth;
        children(item, depth + 1, listDepth);
      } else {
        element(item, depth + 1, listDepth);
      }
      flush();
      marker = "";
    }
  }

  private static int start(Element list) {
    String start = list.attr("start");
    return start.matches("\\d{1,9}") ? Integer.parseInt(start) : 1;
  }

  private void table(Element table, int depth, int listDepth) {
    flush();
    if (!table.select("table table, h1, h2, h3, pre").isEmpty()) {
      children(table, depth, listDepth);
      flush();
      return;
    }
    Elements caption = table.select("caption");
    if (!caption.isEmpty()) {
      text.paragraph(inline(caption.getFirst()));
    }
    new HtmlTable(text, this::inline, this::startLine).write(table);
  }

  private void pre(Element pre) {
    flush();
    String code = verbatim(pre);
    int number = startLine(pre);
    Matcher language = LANGUAGE.matcher(pre.className() + " " + pre.select("code").attr("class"));
    text.line(number);
    text.code(
        language.find() ? language.group(1) : "",
        TextDecoder.lines(code.endsWith("\n") ? code.substring(0, code.length() - 1) : code),
        number > 0 ? lineOfText(pre, number) : 0);
  }

  private static String verbatim(Element pre) {
    pre.select("br").forEach(br -> br.replaceWith(new TextNode("\n")));
    return pre.wholeText();
  }

  /** A line end right after the tag is not part of the text, but it is a line of the source. */
  private int lineOfText(Element pre, int tagLine) {
    return pre.textNodes().stream()
        .findFirst()
        .filter(words -> words.sourceRange().isTracked())
        .map(this::startLine)
        .orElse(tagLine);
  }

  private void flush() {
    if (line.isEmpty()) {
      return;
    }
    if (marker.isEmpty()) {
      text.paragraph(line);
    } else {
      text.item(markerDepth, marker, line);
      marker = "";
    }
    line = new Inline();
  }
}
