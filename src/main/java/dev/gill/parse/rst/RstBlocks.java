package dev.gill.parse.rst;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.LeftOuts;
import dev.gill.parse.canonical.Refused;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Walks the lines of a reStructuredText document. */
public final class RstBlocks {
  private static final Pattern FIELD = Pattern.compile("^\\s*:([A-Za-z][\\w -]*):(?:\\s+(.*))?$");

  private final CanonicalText text;
  private final RstLines lines;
  private final RstInline inline;
  private final RstHeadings headings;
  private final RstDirectives directives;
  private final RstLists lists;
  private final RstParagraphs paragraphs;
  private String highlighted = "";

  public RstBlocks(CanonicalText text, List<String> lines) {
    this.text = text;
    this.lines = new RstLines(lines);
    this.inline = new RstInline(lines, new LeftOuts(text::leftOut));
    this.headings = new RstHeadings(text, lines, inline);
    this.lists = new RstLists(text, this, this.lines, inline);
    this.paragraphs = new RstParagraphs(text, this, this.lines, inline);
    this.directives = new RstDirectives(text, this, this.lines, paragraphs, inline);
  }

  /** The language of literal blocks from here on. */
  void highlight(String language) {
    highlighted = language.matches("none|text|default") ? "" : language;
  }

  public void write() {
    write(0, lines.count(), 0, 0);
  }

  /** Writes the lines from one to before another, which are indented by as much at least. */
  public void write(int from, int to, int listDepth, int depth) {
    if (depth > text.limits().depth()) {
      throw Refused.nested();
    }
    int i = from;
    int indent = -1;
    while (i < to) {
      if (lines.isBlank(i)) {
        i++;
        continue;
      }
      indent = indent < 0 ? lines.indent(i) : indent;
      if (lines.indent(i) > indent) {
        int end = lines.endOfIndented(i, to, lines.indent(i));
        write(i, end, 0, depth + 1);
        i = end;
      } else {
        i = block(i, to, listDepth, depth);
      }
    }
  }

  private int block(int i, int to, int listDepth, int depth) {
    String line = lines.at(i);
    int heading = headings.write(i, to);
    if (heading > i) {
      return heading;
    }
    if (line.strip().startsWith(".. ") || line.strip().equals("..")) {
      int end = lines.endOfIndented(i + 1, to, lines.indent(i) + 1);
      directives.write(i, end, depth);
      return end;
    }
    if (lines.isTable(i)) {
      return new RstTables(text, lines.all(), inline).write(i, to);
    }
    if (RstHeadings.isAdornment(line) || RstInline.isTarget(line)) {
      return i + 1;
    }
    if (lines.startsList(i)) {
      return lists.write(i, to, listDepth, depth);
    }
    if (FIELD.matcher(line).matches()) {
      return field(i, to, depth);
    }
    if (line.strip().startsWith(">>> ")) {
      return doctest(i, to);
    }
    return paragraphs.write(i, to, depth);
  }

  private int field(int i, int to, int depth) {
    Matcher field = FIELD.matcher(lines.at(i));
    field.matches();
    int end = lines.endOfIndented(i + 1, to, lines.indent(i) + 1);
    StringBuilder value = new StringBuilder(field.group(2) == null ? "" : field.group(2));
    int next = i + 1;
    while (next < end && !lines.isBlank(next) && lines.isProse(next)) {
      value.append('\n').append(lines.at(next++).strip());
    }
    String name = field.group(1).toLowerCase(Locale.ROOT);
    if (name.equals("author") || name.equals("authors")) {
      text.author(
          String.join("\n", value, String.join("\n", lines.all().subList(next, end))).strip());
      return end;
    }
    if (name.equals("date")) {
      text.written(value.toString());
    }
    if (next < end || !value.toString().isBlank()) {
      text.line(i + 1);
      text.paragraph(inline.of(field.group(1) + ": " + value, i + 1));
      write(next, end, 0, depth + 1);
    }
    return end;
  }

  private int doctest(int i, int to) {
    int end = i;
    while (end < to && !lines.isBlank(end)) {
      end++;
    }
    text.line(i + 1);
    text.code("", lines.all().subList(i, end).stream().map(String::strip).toList(), i + 1);
    return end;
  }

  /** Writes the literal block after these lines, if there is one, and says what comes after it. */
  int literal(int from, int to) {
    int i = from;
    while (i < to && lines.isBlank(i)) {
      i++;
    }
    if (i == to || lines.indent(i) == 0) {
      return from;
    }
    int end = lines.endOfIndented(i, to, lines.indent(i));
    code(highlighted, i, end);
    return end;
  }

  /** Writes lines as code, without the indentation that they share. */
  void code(String language, int from, int to) {
    int shared = Integer.MAX_VALUE;
    for (int i = from; i < to; i++) {
      shared = lines.isBlank(i) ? shared : Math.min(shared, lines.indent(i));
    }
    int cut = shared;
    text.line(from + 1);
    text.code(
        language,
        lines.all().subList(from, to).stream()
            .map(line -> line.isBlank() ? "" : line.substring(cut))
            .toList(),
        from + 1);
  }
}
