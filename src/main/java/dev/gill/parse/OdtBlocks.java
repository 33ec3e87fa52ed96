package dev.gill.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.xml.sax.Attributes;

/** Writes the body of an OpenDocument text as its elements come by. */
final class OdtBlocks extends OdfHandler {
  private static final Set<String> UNSEEN =
      Set.of("text:tracked-changes", "text:table-of-content", "text:sequence-decls");

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
  private final OdfStyles styles;
  private final OdfLists lists;
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<Inline> notes = new ArrayList<>();
  private final List<String> code = new ArrayList<>();
  private final OdfTable table;
  private Inline note;

  OdtBlocks(CanonicalText text, OdfStyles styles) {
    super(text.limits());
    this.text = text;
    this.styles = styles;
    this.lists = new OdfLists(styles);
    this.table = new OdfTable(text);
  }

  /** Writes what is still held back. */
  void finish() {
    endCode();
  }

  @Override
  boolean hides(String name, Attributes attributes) {
    return UNSEEN.contains(name);
  }

  @Override
  void start(String name, Attributes attributes) {
    switch (name) {
      case "text:h" -> open.push(new Open(level(attributes), style(attributes)));
      case "text:p" -> open.push(new Open(0, style(attributes)));
      case "text:list" -> startList(style(attributes));
      case "text:list-item" -> lists.startItem();
      case "table:table" -> {
        endCode();
        table.start(name, attributes);
      }
      case "text:note-body" -> note = new Inline();
      case "text:note-citation" -> words("[");
      default -> table.start(name, attributes);
    }
  }

  @Override
  void end(String name) {
    switch (name) {
      case "text:h", "text:p" -> close(open.pop());
      case "text:list" -> lists.end();
      case "text:note-citation" -> words("]");
      case "text:note-body" -> endNote();
      default -> table.end(name);
    }
  }

  @Override
  void words(String words) {
    if (!open.isEmpty()) {
      open.peek().words.append(words);
    }
  }

  private static String style(Attributes attributes) {
    return value(attributes, "text:style-name");
  }

  private static int level(Attributes attributes) {
    return number(attributes, "text:outline-level", 99);
  }

  private void startList(String style) {
    if (lists.isEmpty()) {
      endCode();
      text.apart();
    }
    lists.start(style);
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
        styles.isCode(paragraph.style) && note == null && !table.inCell() && lists.isEmpty();
    if (isCode) {
      code.addAll(TextDecoder.lines(paragraph.words.toString()));
      return;
    }
    Inline line = Inline.of(paragraph.words.toString().replace('\n', ' '));
    if (note != null) {
      note.space().append(line);
    } else if (table.inCell()) {
      table.add(line);
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
    } else {
      lists
          .mark()
          .ifPresentOrElse(
              mark -> text.item(mark.depth(), mark.marker().isEmpty() ? "-" : mark.marker(), line),
              () -> text.paragraph(line));
    }
  }

  private void endCode() {
    text.code("", code, 0);
    code.clear();
  }
}
