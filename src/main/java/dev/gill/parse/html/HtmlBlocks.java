package dev.gill.parse.html;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.LinkTargets;
import dev.gill.parse.canonical.Refused;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;

/** Walks HTML and writes what a reader would see of it. */
public final class HtmlBlocks {
  private static final int LONGEST_TITLE = 200;

  private final CanonicalText text;
  private final int firstLine;
  private HtmlLine line;
  private HtmlContents contents;
  private Inline term = new Inline();
  private String marker = "";
  private int markerDepth;

  /**
   * Writes there.
   *
   * @param firstLine the line of the original on which the HTML begins; 0 if it has no lines
   */
  public HtmlBlocks(CanonicalText text, int firstLine) {
    this.text = text;
    this.firstLine = firstLine;
  }

  /** Writes a fragment. */
  public void write(String html) {
    write(parse(html).body());
  }

  /** Writes what an element holds. */
  public void write(Element element) {
    line = new HtmlLine(new HtmlNotes(element), text, firstLine);
    contents = new HtmlContents(element);
    children(element, 0, -1);
    flush();
    term();
  }

  /** Parses a page, and opens what is closed in it. */
  public static Document parse(String html) {
    Document page = Parser.htmlParser().setTrackPosition(true).parseInput(html, "");
    HtmlStyles.apply(page);
    HtmlPanels.open(page);
    return page;
  }

  private void children(Element parent, int depth, int listDepth) {
    if (depth > text.limits().depth()) {
      throw Refused.nested();
    }
    for (Node node : parent.childNodes()) {
      if (node instanceof TextNode words) {
        line.words(words);
      } else if (node instanceof Element element) {
        if (contents.isGenerated(element)) {
          flush();
          text.contents();
        } else if (!line.passesOver(element)) {
          element(element, depth + 1, listDepth);
        }
      }
    }
  }

  private void element(Element element, int depth, int listDepth) {
    String name = element.normalName();
    switch (name) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, name.charAt(1) - '0');
      case "ul", "ol", "menu" -> list(element, depth, listDepth + 1);
      case "table" -> table(element, depth, listDepth);
      case "pre" -> pre(element);
      case "details" -> details(element, depth);
      case "dt" -> {
        flush();
        Inline title = line.all(element);
        term = term.isEmpty() ? title : term.text(",").space().append(title);
      }
      case "dl" -> {
        block(element, depth, listDepth);
        term();
      }
      case "p" -> {
        if (contents.links(element) > 1) {
          flush();
          text.contents();
        } else {
          block(element, depth, listDepth);
        }
      }
      default -> {
        if (HtmlElements.isBlock(element)) {
          block(element, depth, listDepth);
        } else {
          line.element(element, inner -> children(inner, depth, listDepth));
        }
      }
    }
  }

  private void block(Element element, int depth, int listDepth) {
    flush();
    int part = label(element);
    children(element, depth, listDepth);
    flush();
    if (part > 0) {
      text.closePart(part);
    }
  }

  /** Tabs of documentation sites carry their title in an attribute. */
  private int label(Element element) {
    if (!element.normalName().equals("div") || !element.hasAttr("label")) {
      return 0;
    }
    return text.openPart(new Inline().line(line.startLine(element)).text(element.attr("label")));
  }

  private void details(Element details, int depth) {
    flush();
    term();
    Element summary = details.selectFirst("> summary");
    Inline title = summary == null ? new Inline() : line.heading(summary);
    if (summary != null) {
      summary.remove();
    }
    if (title.isEmpty() || title.length() > LONGEST_TITLE) {
      text.paragraph(title);
      children(details, depth, -1);
      flush();
      return;
    }
    int level = text.openPart(HtmlLevels.below(details), title);
    children(details, depth, -1);
    flush();
    text.closePart(level);
  }

  private void heading(Element element, int level) {
    flush();
    term();
    Inline title = line.heading(element);
    text.section(id(element));
    text.line(line.startLine(element));
    text.heading(level, title);
    for (Element link : element.select("a[href]")) {
      if (link.hasText() && !LinkTargets.shown(link.attr("href")).isEmpty()) {
        text.paragraph(line.all(link).target(link.attr("href")));
      }
    }
  }

  /** Wikis write the id on the heading itself, or on something within it. */
  private static String id(Element heading) {
    return heading.hasAttr("id")
        ? heading.id()
        : heading.select("[id]").stream().map(Element::id).findFirst().orElse("");
  }

  private void list(Element list, int depth, int listDepth) {
    flush();
    term();
    if (contents.isList(list)) {
      text.contents();
      return;
    }
    if (listDepth == 0) {
      text.apart();
    }
    HtmlNumbers numbers = new HtmlNumbers(list);
    for (Element item : list.children()) {
      if (line.passesOver(item)) {
        continue;
      }
      if (item.normalName().equals("li")) {
        marker = numbers.next(item);
        markerDepth = listDepth;
        children(item, depth + 1, listDepth);
      } else {
        element(item, depth + 1, listDepth);
      }
      flush();
      marker = "";
    }
  }

  private void table(Element table, int depth, int listDepth) {
    flush();
    term();
    if (contents.isTable(table)) {
      text.contents();
      return;
    }
    if (HtmlTable.isLayout(table)) {
      children(table, depth, listDepth);
      flush();
      return;
    }
    Elements caption = table.select("> caption");
    if (!caption.isEmpty()) {
      text.paragraph(line.all(caption.getFirst()));
    }
    new HtmlTable(text, line::all, line::startLine, line::passesOver).write(table);
  }

  private void pre(Element pre) {
    flush();
    term();
    HtmlCode.write(pre, text, line);
  }

  /** A term that nothing explains stands alone. */
  private void term() {
    Inline alone = term;
    term = new Inline();
    text.paragraph(alone);
  }

  private void flush() {
    if (line.isEmpty()) {
      line.take();
      return;
    }
    Inline written = line.take();
    if (!term.isEmpty()) {
      boolean ended = term.tail(1).equals(":");
      written = term.text(ended ? "" : ":").space().append(written);
      term = new Inline();
    }
    if (marker.isEmpty()) {
      text.paragraph(written);
    } else {
      text.item(markerDepth, marker, written);
      marker = "";
    }
  }
}
