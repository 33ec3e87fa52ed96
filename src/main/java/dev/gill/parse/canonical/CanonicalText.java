package dev.gill.parse.canonical;

import dev.gill.model.Block;
import dev.gill.model.LeftOut;
import dev.gill.model.Place;
import dev.gill.parse.Document;
import dev.gill.parse.Headed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Builds a {@link Document} block by block, and keeps its offsets, heading paths and anchors right
 * whatever the format. Empty blocks are left out.
 */
public final class CanonicalText {
  private static final int DEEPEST_HEADING = 6;
  private static final int MOST_NESTED = 20;
  private static final Pattern CONTENTS =
      Pattern.compile(
          "(?i)(table of )?contents|toc|on this page|in this (article|page)|inhalt(sverzeichnis)?"
              + "|目录|目次|本页内容");

  private final Limits limits;
  private final StringBuilder text = new StringBuilder();
  private final List<Headed> blocks = new ArrayList<>();
  private final PlaceTrack places = new PlaceTrack();
  private final HeadingPath headings = new HeadingPath();
  private final Map<LeftOut.Kind, Integer> leftOut = new EnumMap<>(LeftOut.Kind.class);
  private final Set<Integer> parts = new HashSet<>();
  private Optional<String> title = Optional.empty();
  private Optional<String> author = Optional.empty();
  private Optional<Instant> written = Optional.empty();
  private boolean apart;
  private boolean flat;
  private final AtomicInteger nested;

  public CanonicalText(Limits limits) {
    this(limits, new AtomicInteger());
  }

  private CanonicalText(Limits limits, AtomicInteger nested) {
    this.limits = limits;
    this.nested = nested;
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
    int outer = headings.level();
    int at = -1;
    for (Headed block : other.blocks()) {
      String words = other.text().substring(block.start(), block.end());
      if (block.kind() == Block.Kind.HEADING) {
        int marks = words.indexOf(' ');
        heading(outer + marks, Inline.of(words.substring(marks)));
      } else {
        boolean first = at < 0 || blocks.isEmpty();
        text.append(first ? "\n\n" : other.text().substring(at, block.start()));
        text.append(words);
        end(block.kind(), text.length() - words.length());
      }
      at = block.end();
    }
    apart = true;
    other.leftOut().forEach(each -> leftOut.merge(each.kind(), each.count(), Integer::sum));
  }

  /** When the document was written, as it says itself. */
  public void written(Instant instant) {
    written = Optional.of(instant);
  }

  /** UTF-16 units of canonical text so far. */
  public int size() {
    return text.length();
  }

  public Limits limits() {
    return limits;
  }

  /** The document's title; the first one that is not blank counts. */
  public void title(String name) {
    if (title.isEmpty() && name != null) {
      title = Optional.of(Inline.of(name).toString()).filter(t -> !t.isEmpty());
    }
  }

  /** Whoever wrote it; the first one that is not blank counts. */
  public void author(String name) {
    if (author.isEmpty() && name != null) {
      author = Optional.of(Inline.of(name).toString()).filter(a -> !a.isEmpty());
    }
  }

  /** A document that names no title has its first heading of the highest level for one. */
  public void titleFromHeading() {
    blocks.stream()
        .filter(block -> block.kind() == Block.Kind.HEADING && block.headings().size() == 1)
        .filter(block -> !parts.contains(block.start()))
        .findFirst()
        .ifPresent(block -> title(block.headings().getFirst()));
  }

  /** The next block stands at this position of the original, unless its text says otherwise. */
  public void at(Place next) {
    places.at(next);
  }

  /** It is a page of a system rather than a file: it has sections to lead to, and no lines. */
  public void page() {
    places.page();
  }

  /** On a page, the next blocks stand in the section of this id; the empty one says nothing. */
  public void section(String id) {
    if (places.isPage() && !id.isEmpty()) {
      at(new Place.Section(id));
    }
  }

  /** {@link #at} for formats of lines; 0 says nothing. */
  public void line(int number) {
    if (number > 0 && !places.isPage()) {
      at(new Place.Line(number));
    }
  }

  /** The next list item or table row does not belong to the list or table before it. */
  public void apart() {
    apart = true;
  }

  /** From here on there are no sections: what looks like a heading is a paragraph. */
  public void flat() {
    flat = true;
  }

  /** Notes that the original holds something which is not written here. */
  public void leftOut(LeftOut.Kind kind) {
    leftOut.merge(kind, 1, Integer::sum);
  }

  /** So many pieces of this kind are not in the text. */
  public void leftOut(LeftOut.Kind kind, int pieces) {
    if (pieces > 0) {
      leftOut.merge(kind, pieces, Integer::sum);
    }
  }

  /**
   * Notes that a list of the document's own headings stands here, which is left out together with
   * the heading right above it.
   */
  public void contents() {
    leftOut(LeftOut.Kind.CONTENTS);
    Headed last = blocks.isEmpty() ? null : blocks.getLast();
    if (last != null
        && last.kind() == Block.Kind.HEADING
        && CONTENTS.matcher(last.headings().getLast()).matches()) {
      blocks.removeLast();
      text.setLength(blocks.isEmpty() ? 0 : blocks.getLast().end());
      headings.leave();
      places.cutTo(text.length());
    }
  }

  /** Who said what comes next. */
  public void byline(String name) {
    add(Block.Kind.BYLINE, "", Inline.of(name));
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
    add(Block.Kind.HEADING, "#".repeat(Math.clamp(level, 1, DEEPEST_HEADING)) + " ", line);
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
    int before = blocks.size();
    heading(level, title);
    if (blocks.size() > before) {
      parts.add(blocks.getLast().start());
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
      add(Block.Kind.PARAGRAPH, "", part);
    }
  }

  /**
   * A list item; what its line breaks part stands under it.
   *
   * @param depth 0 for the outermost list
   * @param marker {@code -}, {@code 1.} or whatever else is printed in front; without white space
   */
  public void item(int depth, String marker, Inline line) {
    List<Inline> parts = line.parted();
    for (int i = 0; i < parts.size(); i++) {
      itemLine(i == 0 ? depth : depth + 1, i == 0 ? marker : "-", parts.get(i));
    }
  }

  private void itemLine(int depth, String marker, Inline line) {
    separate(Block.Kind.LIST_ITEM);
    text.repeat(' ', 2 * Math.min(depth, limits.depth()));
    places.begin(line, text.length());
    int start = text.length();
    text.append(marker).append(' ');
    append(line);
    end(Block.Kind.LIST_ITEM, start);
  }

  public void row(List<Inline> cells) {
    row(Block.Kind.TABLE_ROW, cells);
  }

  /** The row that says what a table's columns are called. */
  public void headingRow(List<Inline> cells) {
    row(Block.Kind.HEADING_ROW, cells);
  }

  private void row(Block.Kind kind, List<Inline> cells) {
    if (cells.stream().allMatch(Inline::isEmpty)) {
      return;
    }
    separate(kind);
    int start = text.length();
    cells.stream()
        .filter(cell -> !cell.isEmpty())
        .findFirst()
        .ifPresent(cell -> places.begin(cell, start));
    for (Inline cell : cells) {
      text.append("| ");
      append(cell);
      text.append(' ');
    }
    text.append('|');
    end(kind, start);
  }

  /**
   * Text whose line breaks and spaces matter.
   *
   * @param firstLine the line of the original on which it begins; 0 if the format does not count
   */
  public void code(String language, List<String> lines, int firstLine) {
    int from = 0;
    int to = lines.size();
    while (from < to && lines.get(from).isBlank()) {
      from++;
    }
    while (from < to && lines.get(to - 1).isBlank()) {
      to--;
    }
    if (from == to) {
      return;
    }
    separate(Block.Kind.CODE);
    String fence = CodeFence.around(lines);
    int start = text.length();
    places.anchor(start);
    text.append(fence).append(language).append('\n');
    for (int i = from; i < to; i++) {
      if (firstLine > 0) {
        line(firstLine + i);
        places.anchor(text.length());
      }
      CodeFence.append(text, lines.get(i));
      check();
    }
    text.append(fence);
    end(Block.Kind.CODE, start);
  }

  private void add(Block.Kind kind, String marker, Inline line) {
    separate(kind);
    places.begin(line, text.length());
    int start = text.length();
    text.append(marker);
    append(line);
    end(kind, start);
  }

  private void separate(Block.Kind kind) {
    if (!blocks.isEmpty()) {
      boolean said = blocks.getLast().kind() == Block.Kind.BYLINE;
      boolean follows = !apart && isMore(kind, blocks.getLast().block());
      text.append(said || follows ? "\n" : "\n\n");
    }
    apart = false;
  }

  /** Whether a block of this kind goes on with the list or table that another one is part of. */
  private static boolean isMore(Block.Kind kind, Block before) {
    return switch (kind) {
      case LIST_ITEM -> before.kind() == Block.Kind.LIST_ITEM;
      case TABLE_ROW -> before.isRow();
      default -> false;
    };
  }

  private void append(Inline line) {
    int start = text.length();
    text.append(line);
    places.follow(line, start);
    check();
  }

  private void end(Block.Kind kind, int start) {
    blocks.add(new Headed(new Block(kind, start, text.length()), headings.titles()));
    check();
  }

  private void check() {
    if (text.length() > limits.textChars()) {
      throw Refused.tooLong(limits);
    }
    if (blocks.size() > limits.blocks()) {
      throw new Refused(
          "The document holds more than %,d paragraphs or rows; split it."
              .formatted(limits.blocks()));
    }
  }

  public boolean isEmpty() {
    return blocks.isEmpty();
  }

  /** The whole, of a file that is called so in a sentence. */
  public Document build(String format) {
    List<LeftOut> all = new ArrayList<>();
    leftOut.forEach((kind, count) -> all.add(new LeftOut(format, kind, count)));
    return new Document(title, author, written, text.toString(), blocks, places.anchors(), all);
  }
}
