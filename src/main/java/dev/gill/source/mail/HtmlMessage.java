package dev.gill.source.mail;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/** The words of a message that was written as HTML, line by line as a person reads them. */
final class HtmlMessage {
  /** What programs wrap around what they repeat, and around signatures. */
  private static final String REPEATED =
      "blockquote[type=cite], .gmail_quote, .gmail_attr, .moz-cite-prefix, .yahoo_quoted, #divRplyFwdMsg, #appendonsend, #mail-editor-reference-message-container, .qmbox qbox, includetail, .ntes-mailmaster-quote";

  private static final String SIGNATURES =
      ".gmail_signature, .moz-signature, #Signature, .ms-outlook-mobile-signature, .ntes-mailmaster-signature";

  private static final Set<String> UNSEEN = Set.of("script", "style", "head", "title", "template");
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "ul",
          "ol",
          "table",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "pre",
          "blockquote",
          "section",
          "article",
          "hr");

  private final StringBuilder text = new StringBuilder();

  private HtmlMessage() {}

  /**
   * Its text.
   *
   * @param forwards whether what it repeats is what it says
   */
  static String text(String html, boolean forwards) {
    Document document = Jsoup.parse(html);
    document.select(SIGNATURES).remove();
    if (!forwards) {
      for (Element begin : document.select("#divRplyFwdMsg, #appendonsend")) {
        Elements after = begin.nextElementSiblings();
        after.remove(); // the whole message that is answered stands below this mark
      }
      document.select(REPEATED).remove();
    }
    HtmlMessage message = new HtmlMessage();
    message.write(document.body(), "");
    return message
        .text
        .toString()
        .replaceAll("[ \\t\\u00a0]+\\n", "\n")
        .replaceAll("\\n{3,}", "\n\n")
        .strip();
  }

  private void write(Node node, String indent) {
    for (Node child : node.childNodes()) {
      if (child instanceof TextNode words) {
        String plain = words.text().replace('\u00a0', ' ');
        text.append(ends('\n') ? plain.stripLeading() : plain);
      } else if (child instanceof Element element) {
        element(element, indent);
      }
    }
  }

  private void element(Element element, String indent) {
    String name = element.normalName();
    if (UNSEEN.contains(name) || element.attr("style").replace(" ", "").contains("display:none")) {
      return;
    }
    switch (name) {
      case "br" -> text.append('\n');
      case "li" -> {
        line();
        text.append(indent).append("- ");
        write(element, indent + "  ");
        line();
      }
      case "tr" -> row(element);
      case "pre" -> {
        line();
        text.append("```\n").append(element.wholeText().strip()).append("\n```\n");
      }
      default -> {
        boolean block = BLOCKS.contains(name);
        boolean apart = block && !name.equals("div") && indent.isEmpty();
        if (block) {
          line();
          text.append(apart && !text.isEmpty() ? "\n" : "");
        }
        write(element, indent);
        if (block) {
          line();
          text.append(apart && !text.isEmpty() ? "\n" : "");
        }
      }
    }
  }

  /** Tables that only lay a message out have one cell a row, or others within. */
  private void row(Element row) {
    Elements cells = row.select("> td, > th");
    line();
    if (cells.size() < 2 || !row.select("table").isEmpty()) {
      cells.forEach(
          cell -> {
            write(cell, "");
            line();
          });
      return;
    }
    cells.forEach(cell -> text.append("| ").append(cell.text().replace("|", "/")).append(' '));
    text.append("|\n");
  }

  private void line() {
    if (!text.isEmpty() && !ends('\n')) {
      text.append('\n');
    }
  }

  private boolean ends(char c) {
    return text.isEmpty() || text.charAt(text.length() - 1) == c;
  }
}
