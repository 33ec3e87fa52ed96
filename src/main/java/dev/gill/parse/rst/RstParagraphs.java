package dev.gill.parse.rst;

import dev.gill.parse.canonical.CanonicalText;
import java.util.List;

/** The paragraphs of a reStructuredText document, and the terms with what they mean. */
final class RstParagraphs {
  private final CanonicalText text;
  private final RstBlocks blocks;
  private final RstLines lines;
  private final RstInline inline;
  private boolean glossary;

  RstParagraphs(CanonicalText text, RstBlocks blocks, RstLines lines, RstInline inline) {
    this.text = text;
    this.blocks = blocks;
    this.lines = lines;
    this.inline = inline;
  }

  /** A glossary, in which terms that mean the same stand in lines below each other. */
  void glossary(int from, int to, int depth) {
    glossary = true;
    blocks.write(from, to, 0, depth);
    glossary = false;
  }

  /** Writes the paragraph that begins there, and says which line comes after it. */
  int write(int i, int to, int depth) {
    if (lines.at(i).strip().startsWith("| ")) {
      return lineBlock(i, to);
    }
    int end = i + 1;
    while (end < to && !lines.isBlank(end) && lines.indent(end) == lines.indent(i)) {
      end++;
    }
    StringBuilder words = new StringBuilder();
    for (int k = i; k < end; k++) {
      words.append(k > i ? "\n" : "").append(lines.at(k).strip().replaceFirst("^\\| ?", ""));
    }
    boolean literal = RstLines.endsWithLiteralMark(words);
    text.line(i + 1);
    boolean described = !literal && end < to && !lines.isBlank(end);
    if (described && (end == i + 1 || glossary && lines.indent(end) > lines.indent(i))) {
      return definition(i, end, to, depth);
    }
    text.paragraph(inline.of(words.toString(), i + 1));
    return literal ? blocks.literal(end, to) : end;
  }

  /** A term and, indented below it, what it means. */
  private int definition(int i, int body, int to, int depth) {
    int end = lines.endOfIndented(body, to, lines.indent(i) + 1);
    StringBuilder words = new StringBuilder(term(i));
    for (int k = i + 1; k < body; k++) {
      words.append(",\n").append(term(k));
    }
    words.append(':');
    int next = body;
    while (next < end
        && !lines.isBlank(next)
        && !lines.startsList(next)
        && !lines.isDirective(next)) {
      words.append('\n').append(lines.at(next++).strip());
    }
    boolean literal = RstLines.endsWithLiteralMark(words);
    text.paragraph(inline.of(words.toString(), i + 1));
    blocks.write(literal ? blocks.literal(next, end) : next, end, 0, depth + 1);
    return end;
  }

  /** A term with what it is said to be, such as {@code limit (int)}; in a glossary, that sorts. */
  private String term(int i) {
    String[] parts = lines.at(i).strip().split(" : ");
    return parts.length == 1 || glossary
        ? parts[0]
        : parts[0] + " (" + String.join(", ", List.of(parts).subList(1, parts.length)) + ")";
  }

  /** Lines that the author broke. */
  private int lineBlock(int i, int to) {
    int end = i;
    while (end < to && lines.at(end).strip().startsWith("|")) {
      StringBuilder words = new StringBuilder(lines.at(end).strip().substring(1));
      int line = end++ + 1;
      while (end < to && !lines.isBlank(end) && lines.indent(end) > lines.indent(i)) {
        words.append('\n').append(lines.at(end++).strip());
      }
      text.line(line);
      text.paragraph(inline.of(words.toString(), line));
    }
    return end;
  }

  /** Words that the first paragraph of a body goes on with. */
  void labelled(String words, int i, int body, int end, int depth) {
    StringBuilder whole = new StringBuilder(words);
    boolean bare = words.strip().endsWith(":");
    int next = body;
    while (bare && next < end && lines.at(next).isBlank()) {
      next++;
    }
    int from = next;
    while (next < end
        && !lines.at(next).isBlank()
        && lines.isProse(next)
        && (next == from || lines.indent(next) == lines.indent(from))) {
      whole.append('\n').append(lines.at(next++).strip());
    }
    boolean literal = whole.toString().endsWith("::");
    text.paragraph(inline.of(literal ? words.strip() : whole.toString(), i + 1));
    blocks.write(literal ? from : next, end, 0, depth + 1);
  }
}
