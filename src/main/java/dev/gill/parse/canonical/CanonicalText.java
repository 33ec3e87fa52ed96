package dev.gill.parse.canonical;

import dev.gill.model.Block;
import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Builds a {@link Document} block by block, and keeps its offsets, heading paths and anchors right
 * whatever the format. Empty blocks are left out.
 */
public final class CanonicalText extends DocumentNotes {
  private static final int DEEPEST_HEADING = 6;
  private static final int MOST_NESTED = 20;
  private final Limits limits;
  private final HeadingPath headings = new HeadingPath();
  private final BlockWriter writer;
  private final Set<Integer> parts = new HashSet<>();
  private boolean flat;
  private final AtomicInteger nested;

  public CanonicalText(Limits limits) {
    this(limits, new AtomicInteger());
  }

  private CanonicalText(Limits limits, AtomicInteger nested) {
    this.limits = limits;
    this.nested = nested;
    this.writer = new BlockWriter(limits, places(), headings);
  }

  /** Whether the document, with all that it holds, may hold one more. */
  public boolean mayNest() {
    return nested.get() < MOST_NESTED;
  }

  /** For a document that this one holds; the limits on what they hold are shared. */
  public CanonicalText nested() {
    nested.incrementAndGet();
    return new CanonicalText(limits, nested);
  }

  /**
   * Adds a document that this one holds, below the headings that are open. Its places are not
   * places of this one.
   */
  public void document(Document other) {
    EnclosedDocument.write(other, this, writer, headings.level());
    apart();
    other.leftOut().forEach(each -> leftOut(each.kind(), each.count()));
  }

  /** UTF-16 units of canonical text so far. */
  public int size() {
    return writer.size();
  }

  public Limits limits() {
    return limits;
  }

  /** A document that names no title has its first heading of the highest level for one. */
  public void titleFromHeading() {
    writer.blocks().stream()
        .filter(block -> block.kind() == Block.Kind.HEADING && block.headings().size() == 1)
        .filter(block -> !parts.contains(block.start()))
        .findFirst()
        .ifPresent(block -> title(block.headings().getFirst()));
  }

  /** The next list item or table row does not belong to the list or table before it. */
  public void apart() {
    writer.apart();
  }

  /** From here on there are no sections: what looks like a heading is a paragraph. */
  public void flat() {
    flat = true;
  }

  /**
   * Notes that a list of the document's own headings stands here, which is left out together with
   * the heading right above it.
   */
  public void contents() {
    leftOut(LeftOut.Kind.CONTENTS);
    if (!isEmpty() && ContentsHeading.is(writer.blocks().getLast())) {
      writer.removeLast();
      headings.leave();
    }
  }

  /** Who said what comes next. */
  public void byline(String name) {
    writer.line(Block.Kind.BYLINE, 0, "", Inline.of(name));
  }

  public void heading(int level, Inline line) {
    if (line.isEmpty()) {
      return;
    }
    if (flat) {
      paragraph(line);
      return;
    }
    headings.enter(level, line.toString());
    String marks = "#".repeat(Math.clamp(level, 1, DEEPEST_HEADING));
    writer.line(Block.Kind.HEADING, 0, marks + " ", line);
  }

  /**
   * The title of a part that a reader opens and closes, such as a tab: a heading right below the
   * one that is open.
   *
   * @return its level, for {@link #closePart}
   */
  public int openPart(Inline title) {
    return openPart(Integer.MAX_VALUE, title);
  }

  /** The same at this level, unless no heading of the level above is open. */
  public int openPart(int wanted, Inline title) {
    int level = Math.min(wanted, headings.isEmpty() ? 2 : headings.level() + 1);
    int before = writer.blocks().size();
    heading(level, title);
    if (writer.blocks().size() > before) {
      parts.add(writer.blocks().getLast().start());
    }
    return level;
  }

  /** What comes next stands under no heading of that level or deeper. */
  public void closePart(int level) {
    headings.close(level);
  }

  /** A paragraph; what its line breaks part becomes several. */
  public void paragraph(Inline line) {
    for (Inline part : line.parted()) {
      writer.line(Block.Kind.PARAGRAPH, 0, "", part);
    }
  }

  /**
   * A list item; what its line breaks part stands under it.
   *
   * @param depth 0 for the outermost list
   * @param marker {@code -}, {@code 1.} or whatever else is printed in front; without white space
   */
  public void item(int depth, String marker, Inline line) {
    int at = depth;
    String mark = marker;
    for (Inline part : line.parted()) {
      writer.line(Block.Kind.LIST_ITEM, at, mark + " ", part);
      at = depth + 1;
      mark = "-";
    }
  }

  public void row(List<Inline> cells) {
    row(Block.Kind.TABLE_ROW, cells);
  }

  /** The row that says what a table's columns are called. */
  public void headingRow(List<Inline> cells) {
    row(Block.Kind.HEADING_ROW, cells);
  }

  private void row(Block.Kind kind, List<Inline> cells) {
    if (!cells.stream().allMatch(Inline::isEmpty)) {
      writer.row(kind, cells);
    }
  }

  /**
   * Text whose line breaks and spaces matter.
   *
   * @param firstLine the line of the original on which it begins; 0 if the format does not count
   */
  public void code(String language, List<String> lines, int firstLine) {
    writer.code(language, lines, firstLine);
  }

  public boolean isEmpty() {
    return writer.blocks().isEmpty();
  }

  /** The whole, of a file that is called so in a sentence. */
  public Document build(String format) {
    return build(format, writer.text(), writer.blocks());
  }
}
