package dev.gill.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Writes the body of an OpenDocument text as its elements come by. */
final class OdtBlocks extends DefaultHandler {
  private static final Set<String> UNSEEN =
      Set.of(
          "text:tracked-changes",
          "office:annotation",
          "text:table-of-content",
          "text:sequence-decls",
          "office:forms",
          "svg:title",
          "svg:desc",
          "office:automatic-styles",
          "office:font-face-decls");

  /** A list that is open: how many items it has had, and its style. */
  private static final class OpenList {
    private final String style;
    private int items;
    private boolean fresh;

    OpenList(String style) {
      this.style = style;
    }
  }

  /** Words that are being read, of a paragraph or heading. */
  private static final class Open {
    private final int level;
    private final String style;
    private final StringBuilder words = new StringBuilder();

    Open(int level, String style) {
      this.level = level;
      this.style = style;
    }
  }

  private final CanonicalText text;
  private final OdtStyles styles;
  private final Deque<OpenList> lists = new ArrayDeque<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<Inline> notes = new ArrayList<>();
  private final List<String> code = new ArrayList<>();
  private final List<Inline> cells = new ArrayList<>();
  private Inline cell;
  private Inline note;
  private int tables;
  private int unseen;
  private int depth;

  OdtBlocks(CanonicalText text, OdtStyles styles) {
    this.text = text;
    this.styles = styles;
  }

  /** Writes what is still held back. */
  void end() {
    endCode();
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes) {
    if (++depth > text.limits().depth()) {
      throw Refused.nested();
    }
    if (unseen > 0 || UNSEEN.contains(name)) {
      unseen++;
      return;
    }
    switch (name) {
      case "text:h" -> open.push(new Open(level(attributes), style(attributes)));
      case "text:p" -> open.push(new Open(0, style(attributes)));
      case "text:list" -> startList(style(attributes));
      case "text:list-item" -> startItem();
      case "table:table" -> startTable();
      case "table:table-cell", "table:covered-table-cell" -> startCell();
      case "text:note-body" -> note = new Inline();
      default -> inside(name, attributes);
    }
  }

  private void inside(String name, Attributes attributes) {
    switch (name) {
      case "text:s" -> add(" ".repeat(spaces(attributes)));
      case "text:tab" -> add("\t");
      case "text:line-break" -> add("\n");
      case "text:note-citation" -> add("[");
      default -> {}
    }
  }

  @Override
  public void endElement(String uri, String local, String name) {
    depth--;
    if (unseen > 0) {
      unseen--;
      return;
    }
    switch (name) {
      case "text:h", "text:p" -> close(open.pop());
      case "text:list" -> lists.pop();
      case "table:table" -> endTable();
      case "table:table-row" -> endRow();
      case "table:table-cell", "table:covered-table-cell" -> endCell();
      case "text:note-citation" -> add("]");
      case "text:note-body" -> endNote();
      default -> {}
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (unseen == 0) {
      add(new String(characters, start, length));
    }
  }

  private void add(String words) {
    if (!open.isEmpty()) {
      open.peek().words.append(words);
    }
  }

  private static String style(Attributes attributes) {
    return OdtStyles.value(attributes, "text:style-name");
  }

  private static int level(Attributes attributes) {
    String level = OdtStyles.value(attributes, "text:outline-level");
    return level.matches("[1-9]\\d?") ? Integer.parseInt(level) : 1;
  }

  private static int spaces(Attributes attributes) {
    String count = OdtStyles.value(attributes, "text:c");
    return count.matches("[1-9]\\d{0,2}") ? Integer.parseInt(count) : 1;
  }

  private void startList(String style) {
    if (lists.isEmpty()) {
      endCode();
      text.apart();
    }
    lists.push(new OpenList(style.isEmpty() && !lists.isEmpty() ? lists.peek().style : style));
  }

  private void startItem() {
    if (!lists.isEmpty()) {
      lists.peek().items++;
      lists.peek().fresh = true;
    }
  }

  private void startTable() {
    tables++;
    if (tables == 1) {
      endCode();
      text.apart();
    }
  }

  private void endTable() {
    tables--;
    text.apart();
  }

  private void startCell() {
    if (tables == 1) {
      cell = new Inline();
    }
  }

  private void endCell() {
    if (tables == 1 && cell != null) {
      cells.add(cell);
      cell = null;
    }
  }

  private void endRow() {
    if (tables == 1) {
      text.row(cells);
      cells.clear();
    }
  }

  private void endNote() {
    if (note != null && !open.isEmpty()) {
      String words = open.peek().words.toString();
      int mark = words.lastIndexOf('[');
      notes.add(Inline.of((mark < 0 ? "" : words.substring(mark)) + " " + note));
    }
    note = null;
  }

  private void close(Open paragraph) {
    boolean isCode =
        styles.isCode(paragraph.style) && note == null && cell == null && lists.isEmpty();
    if (isCode) {
      code.addAll(TextDecoder.lines(paragraph.words.toString()));
      return;
    }
    Inline line = Inline.of(paragraph.words.toString().replace('\n', ' '));
    if (note != null) {
      note.space().append(line);
    } else if (cell != null) {
      cell.space().append(line);
    } else {
      endCode();
      write(paragraph, line);
      notes.forEach(text::paragraph);
      notes.clear();
    }
  }

  private void write(Open paragraph, Inline line) {
    if (paragraph.level > 0) {
      text.heading(paragraph.level, line);
    } else if (styles.isTitle(paragraph.style)) {
      text.heading(1, line);
    } else if (!lists.isEmpty() && lists.peek().fresh) {
      OpenList list = lists.peek();
      boolean numbered = styles.isNumbered(list.style, lists.size());
      text.item(lists.size() - 1, numbered ? list.items + "." : "-", line);
      list.fresh = false;
    } else {
      text.paragraph(line);
    }
  }

  private void endCode() {
    text.code("", code, 0);
    code.clear();
  }
}
