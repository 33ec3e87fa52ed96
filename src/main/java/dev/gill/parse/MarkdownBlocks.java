package dev.gill.parse;

import java.util.List;
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
final class MarkdownBlocks {
  private final CanonicalText text;
  private final MarkdownLines inlines;

  MarkdownBlocks(CanonicalText text, List<String> lines) {
    this.text = text;
    this.inlines = new MarkdownLines(lines);
  }

  void write(Node document) {
    children(document.getFirstChild(), 0);
  }

  private void children(Node first, int depth) {
    for (Node node = first; node != null; node = node.getNext()) {
      block(node, depth);
    }
  }

  private void block(Node node, int depth) {
    text.line(MarkdownLines.firstLine(node));
    switch (node) {
      case Heading heading -> text.heading(heading.getLevel(), inlines.heading(heading));
      case Paragraph paragraph -> text.paragraph(inlines.of(paragraph));
      case BlockQuote quote -> children(quote.getFirstChild(), 0);
      case BulletList list -> list(list, depth);
      case OrderedList list -> list(list, depth);
      case FencedCodeBlock code -> fenced(code);
      case IndentedCodeBlock code ->
          text.code("", codeLines(code.getLiteral()), MarkdownLines.firstLine(code));
      case HtmlBlock html -> html(html);
      case TableBlock table -> table(table);
      default -> {}
    }
  }

  private void list(ListBlock list, int depth) {
    if (depth == 0) {
      text.apart();
    }
    int number = list instanceof OrderedList ordered ? startOf(ordered) : -1;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      String marker = number < 0 ? "-" : number + ".";
      text.line(MarkdownLines.firstLine(item));
      Node rest = item.getFirstChild();
      if (rest instanceof Paragraph paragraph) {
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
    String language = info.split("[\\s,{]", 2)[0];
    text.code(language, codeLines(code.getLiteral()), MarkdownLines.firstLine(code) + 1);
  }

  private static List<String> codeLines(String literal) {
    return TextDecoder.lines(
        literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal);
  }

  private void html(HtmlBlock html) {
    new HtmlBlocks(text, MarkdownLines.firstLine(html)).write(html.getLiteral());
  }

  private void table(TableBlock table) {
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
    grid.row(heading, () -> text.line(MarkdownLines.firstLine(row)));
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      grid.cell(inlines.of(cell));
    }
    grid.endRow();
  }
}
