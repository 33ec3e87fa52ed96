package dev.gill.surface.web;

import dev.gill.model.Language;
import dev.gill.model.Range;
import dev.gill.surface.Texts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Writes canonical text as HTML. Every character of the text is escaped; the only elements are the
 * ones named here. A passage is wrapped in {@code mark} elements, of which the first has the id
 * {@code passage}.
 */
final class DocumentHtml {
  private final String text;
  private final Language language;
  private final Optional<Range> passage;
  private final Texts t;
  private final StringBuilder html = new StringBuilder();
  private boolean marked;
  private int headings;
  private int tables;

  private DocumentHtml(String text, Optional<Range> passage, Texts t) {
    this.text = text;
    this.language = Language.of(text);
    this.passage = passage;
    this.t = t;
  }

  /** The text as HTML, with the passage marked. */
  static String write(String text, List<Piece> pieces, Optional<Range> passage, Texts t) {
    DocumentHtml document = new DocumentHtml(text, passage, t);
    pieces.forEach(document::piece);
    return document.html.toString();
  }

  private void piece(Piece piece) {
    switch (piece) {
      case Piece.Heading(int level, Range shown) -> heading(level, shown);
      case Piece.Paragraph(Range shown) -> element("p", shown);
      case Piece.Byline(Range shown) -> element("h6", shown);
      case Piece.Items(var items) -> list(items);
      case Piece.Table(var rows) -> table(rows);
      case Piece.Code(String name, Range shown) -> code(name, shown);
    }
    html.append('\n');
  }

  private void heading(int level, Range shown) {
    html.append("<h%d id=\"%s\"%s>".formatted(level, Outline.id(++headings), lang(shown)));
    run(shown);
    html.append("</h").append(level).append('>');
  }

  private void list(List<Piece.Item> items) {
    Deque<String> open = new ArrayDeque<>();
    for (Piece.Item item : items) {
      String kind = item.number().isPresent() ? "ol" : "ul";
      int depth = Math.min(item.depth(), open.size());
      while (open.size() > depth + 1) {
        html.append("</li></").append(open.pop()).append('>');
      }
      if (open.size() == depth + 1) {
        html.append("</li>");
        if (!open.peek().equals(kind)) {
          html.append("</").append(open.pop()).append('>');
        }
      }
      if (open.size() == depth) {
        html.append('<').append(kind).append('>');
        open.push(kind);
      }
      html.append("<li").append(numbering(item)).append(lang(item.shown())).append('>');
      if (item.isPrinted()) {
        html.append("<span class=\"marker\">")
            .append(Escaping.escape(item.marker()))
            .append("</span> ");
      }
      run(item.shown());
    }
    while (!open.isEmpty()) {
      html.append("</li></").append(open.pop()).append('>');
    }
  }

  private static String numbering(Piece.Item item) {
    if (item.isPrinted()) {
      return " class=\"printed\"";
    }
    OptionalInt number = item.number();
    return number.isPresent() ? " value=\"" + number.getAsInt() + "\"" : "";
  }

  private void table(List<List<Range>> rows) {
    String name = Escaping.escape(t.with("document.table", ++tables));
    html.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
        .append(name)
        .append("\"><table>");
    for (int i = 0; i < rows.size(); i++) {
      html.append("<tr>");
      for (Range cell : rows.get(i)) {
        element(i == 0 ? "th" : "td", cell);
      }
      html.append("</tr>");
    }
    html.append("</table></div>");
  }

  private void code(String name, Range shown) {
    html.append("<pre tabindex=\"0\" translate=\"no\"");
    if (!name.isEmpty()) {
      html.append(" data-language=\"").append(Escaping.escape(name)).append('"');
    }
    html.append("><code>");
    run(shown);
    html.append("</code></pre>");
  }

  private void element(String name, Range shown) {
    html.append('<').append(name).append(lang(shown)).append('>');
    run(shown);
    html.append("</").append(name).append('>');
  }

  private void run(Range shown) {
    int from = passage.map(p -> Math.clamp(p.start(), shown.start(), shown.end())).orElse(0);
    int to = passage.map(p -> Math.clamp(p.end(), shown.start(), shown.end())).orElse(0);
    if (from >= to) {
      html.append(WebAddresses.html(shown.of(text)));
      return;
    }
    html.append(WebAddresses.html(text.substring(shown.start(), from)));
    html.append(marked ? "<mark>" : "<mark id=\"passage\" tabindex=\"-1\">");
    html.append(WebAddresses.html(text.substring(from, to))).append("</mark>");
    html.append(WebAddresses.html(text.substring(to, shown.end())));
    marked = true;
  }

  private String lang(Range shown) {
    String own = shown.of(text);
    boolean hasLetters = own.codePoints().anyMatch(Character::isLetter);
    Language spoken = Language.of(own);
    return hasLetters && spoken != language ? " lang=\"" + spoken.code() + "\"" : "";
  }
}
