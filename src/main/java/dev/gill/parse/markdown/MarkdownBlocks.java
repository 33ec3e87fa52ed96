package dev.gill.parse.markdown;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.LeftOuts;
import dev.gill.parse.canonical.Refused;
import dev.gill.parse.charset.TextDecoder;
import dev.gill.parse.table.Grid;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;

/** Walks the blocks of a Markdown document. */
public final class MarkdownBlocks {
  private static final int DEEPEST_PART = 20;
  private static final Pattern FENCE = Pattern.compile("(?:`{3,}[^`]*|~{3,}.*)");
  private static final Pattern CODE_TITLE = Pattern.compile("\\btitle\\s*=\\s*([\"'])(.+?)\\1");

  private final CanonicalText text;
  private final MarkdownSource source;
  private final MarkdownLines inlines;
  private final MarkdownContents contents;
  private final MarkdownParts parts;
  private final MarkdownBoxes boxes;
  private final int part;

  /** Walks a whole document. */
  public MarkdownBlocks(CanonicalText text, MarkdownSource source, Node document) {
    this(text, source, new MarkdownContents(document), new MarkdownParts(text), 0);
  }

  /** Walks a part of a document whose parts share their list of contents. */
  public MarkdownBlocks(CanonicalText text, MarkdownSource source, MarkdownContents contents) {
    this(text, source, contents, new MarkdownParts(text), 0);
  }

  private MarkdownBlocks(
      CanonicalText text,
      MarkdownSource source,
      MarkdownContents contents,
      MarkdownParts parts,
      int part) {
    this.text = text;
    this.source = source;
    this.inlines = new MarkdownLines(source, new LeftOuts(text::leftOut));
    this.contents = contents;
    this.parts = parts;
    this.boxes = new MarkdownBoxes(text, source, inlines, parts, this::children);
    this.part = part;
  }

  /** Writes all of it; what its head says stands below its title, so that both are found. */
  public void write(Node document, Runnable facts) {
    Node first = document.getFirstChild();
    if (first instanceof Heading) {
      block(first, 0);
      first = first.getNext();
    }
    facts.run();
    children(first, 0);
    parts.end();
  }

  /** Reads lines that the parser takes for something else as Markdown. */
  void part(List<String> lines, int firstLine) {
    if (part >= DEEPEST_PART) {
      throw Refused.nested();
    }
    Node document = Markdown.parse(String.join("\n", lines));
    new MarkdownBlocks(text, source.part(lines, firstLine), contents, parts, part + 1)
        .children(document.getFirstChild(), 0);
  }

  private void children(Node first, int depth) {
    for (Node node = first; node != null; node = node.getNext()) {
      if (MarkdownBoxes.isTerm(node)) {
        node = boxes.definitions((Paragraph) node, depth);
      } else if (contents.skips(node)) {
        text.contents();
      } else if (!MarkdownContents.isPlace(node)) {
        block(node, depth);
      }
    }
  }

  private void block(Node node, int depth) {
    int line = source.lineOf(node);
    text.line(line);
    switch (node) {
      case Heading heading -> heading(heading);
      case Paragraph paragraph -> text.paragraph(parts.labelled(inlines.of(paragraph)));
      case BlockQuote quote -> boxes.quote(quote);
      case BulletList list -> list(list, depth);
      case OrderedList list -> list(list, depth);
      case FencedCodeBlock code -> fenced(code);
      case IndentedCodeBlock code -> indented(code);
      case HtmlBlock html -> parts.html(html.getLiteral(), line);
      case TableBlock table -> table(table);
      case MarkdownPart box -> boxes.write(box, depth);
      case MarkdownMark mark -> boxes.mark(mark, line);
      default -> {}
    }
  }

  private void heading(Heading heading) {
    parts.heading(heading.getLevel());
    text.heading(heading.getLevel(), inlines.heading(heading));
    text.paragraph(inlines.targets(heading));
  }

  private void list(ListBlock list, int depth) {
    parts.label();
    if (depth == 0) {
      text.apart();
    }
    int number = list instanceof OrderedList ordered ? startOf(ordered) : -1;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      String marker = number < 0 ? "-" : number + ".";
      text.line(source.lineOf(item));
      Node rest = item.getFirstChild();
      if (rest instanceof Paragraph paragraph && !MarkdownBoxes.isTerm(rest)) {
        text.item(depth, marker, inlines.of(paragraph));
        rest = rest.getNext();
      }
      children(rest, depth + 1);
      number += number < 0 ? 0 : 1;
    }
  }

  private static int startOf(OrderedList list) {
    Integer start = list.getMarkerStartNumber();
    return start == null ? 1 : start;
  }

  private void fenced(FencedCodeBlock code) {
    String info = code.getInfo() == null ? "" : code.getInfo().strip();
    List<String> lines = codeLines(code.getLiteral());
    int firstLine = source.lineOf(code) + 1;
    if (info.startsWith("{") && !info.startsWith("{.")) {
      MarkdownDirective.of(info, lines, firstLine).write(text, parts, this::part);
      return;
    }
    Matcher title = CODE_TITLE.matcher(info);
    if (title.find()) {
      text.paragraph(Inline.of(title.group(2)));
    }
    text.line(firstLine - 1);
    String language = info.split("[\\s,{]", 2)[0];
    if (language.isEmpty()) {
      language = info.replaceFirst("^\\{\\s*\\.([\\w+-]+).*", "$1");
    }
    text.code(language.indexOf('=') < 0 ? language : "", lines, firstLine);
  }

  /**
   * Within the tags of components, indenting is for the looks of the source. Where a fence is
   * indented, too, the author's Markdown takes four spaces for what belongs to a list above.
   */
  private void indented(IndentedCodeBlock code) {
    List<String> lines = codeLines(code.getLiteral());
    if (parts.inComponent() || FENCE.matcher(lines.getFirst()).matches()) {
      part(lines, source.lineOf(code));
    } else {
      text.code("", lines, source.lineOf(code));
    }
  }

  static List<String> codeLines(String literal) {
    return TextDecoder.lines(
        literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal);
  }

  private void table(TableBlock table) {
    parts.label();
    Grid grid = new Grid(text);
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (row instanceof TableRow) {
          row(grid, row, part instanceof TableHead);
        }
      }
    }
    grid.end();
  }

  private void row(Grid grid, Node row, boolean heading) {
    grid.row(heading, () -> text.line(source.lineOf(row)));
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      grid.cell(inlines.of(cell));
    }
    grid.endRow();
  }
}
