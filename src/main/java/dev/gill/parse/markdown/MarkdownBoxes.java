package dev.gill.parse.markdown;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.LeftOuts;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Writes what the dialects of Markdown add to its blocks: boxes, tabs, terms, notes and marks. */
final class MarkdownBoxes {
  /** Writes blocks, from the first one on, in a list of this depth. */
  interface Children {
    void write(Node first, int depth);
  }

  private static final Pattern CALLOUT =
      Pattern.compile("^\\[!([A-Za-z][\\w-]*)(?:\\|[^\\]]*)?]([+-]?)\\s*(.*)$");
  private static final Pattern REFERENCE = Pattern.compile("^\\[([^\\[\\]]+)](?:\\[.*])?$");
  private static final Pattern TRAILING = Pattern.compile("\\s+$");

  private final CanonicalText text;
  private final MarkdownSource source;
  private final MarkdownLines inlines;
  private final MarkdownParts parts;
  private final Children children;

  MarkdownBoxes(
      CanonicalText text,
      MarkdownSource source,
      MarkdownLines inlines,
      MarkdownParts parts,
      Children children) {
    this.text = text;
    this.source = source;
    this.inlines = inlines;
    this.parts = parts;
    this.children = children;
  }

  /** Whether the next block says what a paragraph means. */
  static boolean isTerm(Node node) {
    return node instanceof Paragraph && isDefinition(node.getNext());
  }

  private static boolean isDefinition(Node node) {
    return node instanceof MarkdownPart part && part.kind() == MarkdownPart.Kind.DEFINITION;
  }

  /**
   * A term and each of its definitions, as one paragraph each.
   *
   * @return the last one
   */
  Node definitions(Paragraph term, int depth) {
    Node last = term;
    for (Node node = term.getNext(); isDefinition(node); node = node.getNext()) {
      last = node;
      text.line(source.lineOf(term));
      Inline line = inlines.of(term);
      if (!line.isEmpty() && line.tail(1).charAt(0) != ':') {
        line.text(":");
      }
      Node first = node.getFirstChild();
      if (first instanceof Paragraph words) {
        line.space().append(inlines.of(words));
        first = first.getNext();
      }
      text.paragraph(line);
      children.write(first, depth);
    }
    return last;
  }

  void write(MarkdownPart part, int depth) {
    switch (part.kind()) {
      case PANEL -> {
        int level = text.openPart(title(part.title(), source.lineOf(part)));
        children.write(part.getFirstChild(), 0);
        parts.label();
        text.closePart(level);
      }
      case BOX -> {
        parts.open(part.title(), title(part.title(), source.lineOf(part)));
        children.write(part.getFirstChild(), depth);
        parts.label();
      }
      case NOTE -> note(part);
      case DEFINITION -> children.write(part.getFirstChild(), depth);
    }
  }

  /** The words of a title, which are Markdown. */
  private Inline title(String title, int line) {
    if (title.isEmpty()) {
      return new Inline();
    }
    String plain = REFERENCE.matcher(title).replaceFirst("$1");
    Node parsed = Markdown.parse(plain).getFirstChild();
    MarkdownSource part = source.part(List.of(plain), line);
    Inline words =
        parsed instanceof Paragraph
            ? new MarkdownLines(part, new LeftOuts(text::leftOut)).heading(parsed)
            : Inline.of(plain);
    return words;
  }

  private void note(MarkdownPart part) {
    Inline line = new Inline().line(source.lineOf(part)).raised(part.title(), true).space();
    Node first = part.getFirstChild();
    if (first instanceof Paragraph words) {
      line.append(inlines.of(words));
      first = first.getNext();
    }
    text.paragraph(line);
    children.write(first, 0);
  }

  /** A quote; one that begins with a mark is a box with a title. */
  void quote(BlockQuote quote) {
    Matcher callout = CALLOUT.matcher(firstLine(quote));
    boolean titled = callout.matches() && !callout.group(3).isBlank();
    boolean folded = callout.matches() && !callout.group(2).isEmpty();
    if (!titled && !folded) {
      children.write(quote.getFirstChild(), 0);
      return;
    }
    String title = titled ? callout.group(3) : MarkdownPartParser.titled(callout.group(1));
    Inline line = title(title, source.lineOf(quote));
    cutFirstLine(quote.getFirstChild());
    if (folded || title.strip().endsWith("?")) {
      int level = text.openPart(line);
      children.write(quote.getFirstChild(), 0);
      text.closePart(level);
    } else {
      text.paragraph(line);
      children.write(quote.getFirstChild(), 0);
    }
  }

  private String firstLine(BlockQuote quote) {
    if (!(quote.getFirstChild() instanceof Paragraph paragraph)) {
      return "";
    }
    int line = source.lineOf(paragraph) - source.before();
    String whole = line > 0 ? source.lines().get(line - 1) : "";
    return TRAILING.matcher(whole.replaceFirst("^[\\s>*+-]*", "")).replaceFirst("");
  }

  private static void cutFirstLine(Node paragraph) {
    Node node = paragraph.getFirstChild();
    while (node != null && !isBreak(node)) {
      Node next = node.getNext();
      node.unlink();
      node = next;
    }
    if (node != null) {
      node.unlink();
    } else if (paragraph.getFirstChild() == null) {
      paragraph.appendChild(new Text(""));
    }
  }

  /** Spaces at the end of a title's line make its break a hard one. */
  private static boolean isBreak(Node node) {
    return node instanceof SoftLineBreak || node instanceof HardLineBreak;
  }

  void mark(MarkdownMark mark, int line) {
    switch (mark.kind()) {
      case OPEN -> parts.open(mark.name(), mark.title(), title(mark.title(), line));
      case CLOSE -> parts.close(mark.name());
      case TAGS -> parts.html(mark.literal(), line);
      case CONTENTS -> text.contents();
      case COMMENT -> text.leftOut(LeftOut.Kind.COMMENT);
      case SNIPPET -> text.leftOut(LeftOut.Kind.OBJECT);
      case TEXT -> text.paragraph(title(mark.title(), line));
      case CODE -> {
        List<String> lines = MarkdownBlocks.codeLines(mark.literal());
        text.code(mark.name(), lines.subList(1, Math.max(1, lines.size() - 1)), line + 1);
      }
      case LITERAL -> literal(MarkdownLiteral.read(mark.literal()), line);
      case SETTING -> {}
    }
  }

  private void literal(MarkdownLiteral literal, int line) {
    parts.html(literal.before(), line);
    text.code("", literal.code(), line);
    parts.html(literal.after(), line);
  }
}
