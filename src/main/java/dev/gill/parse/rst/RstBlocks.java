package dev.gill.parse.rst;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Refused;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Walks the lines of a reStructuredText document. */
public final class RstBlocks {
  private static final Pattern BULLET = Pattern.compile("^(\\s*)([-*+•])(\\s+)\\S.*$");
  private static final Pattern NUMBER =
      Pattern.compile("^(\\s*)\\(?(\\d{1,4}|#|[a-zA-Z])([.)]\\s+)\\S.*$");
  private static final Pattern FIELD = Pattern.compile("^\\s*:([A-Za-z][\\w -]*):(?:\\s+(.*))?$");
  private static final Pattern SIMPLE_TABLE = Pattern.compile("^\\s*=+(?: +=+)+\\s*$");

  private final CanonicalText text;
  private final List<String> lines;
  private final RstInline inline;
  private final RstHeadings headings;
  private final RstDirectives directives;
  private String highlighted = "";
  private boolean glossary;

  public RstBlocks(CanonicalText text, List<String> lines) {
    this.text = text;
    this.lines = lines;
    this.inline = new RstInline(lines);
    this.headings = new RstHeadings(text, lines, inline);
    this.directives = new RstDirectives(text, this, inline);
  }

  /** The language of literal blocks from here on. */
  void highlight(String language) {
    highlighted = language.matches("none|text|default") ? "" : language;
  }

  /** A glossary, in which terms that mean the same stand in lines below each other. */
  void glossary(int from, int to, int depth) {
    glossary = true;
    write(from, to, 0, depth);
    glossary = false;
  }

  public void write() {
    write(0, lines.size(), 0, 0);
  }

  String line(int i) {
    return lines.get(i);
  }

  /** Writes the lines from one to before another, which are indented by as much at least. */
  public void write(int from, int to, int listDepth, int depth) {
    if (depth > text.limits().depth()) {
      throw Refused.nested();
    }
    int i = from;
    int indent = -1;
    while (i < to) {
      if (lines.get(i).isBlank()) {
        i++;
        continue;
      }
      indent = indent < 0 ? indent(i) : indent;
      if (indent(i) > indent) {
        int end = endOfIndented(i, to, indent(i));
        write(i, end, 0, depth + 1);
        i = end;
      } else {
        i = block(i, to, listDepth, depth);
      }
    }
  }

  private int block(int i, int to, int listDepth, int depth) {
    String line = lines.get(i);
    int heading = headings.write(i, to);
    if (heading > i) {
      return heading;
    }
    if (line.strip().startsWith(".. ") || line.strip().equals("..")) {
      int end = endOfIndented(i + 1, to, indent(i) + 1);
      directives.write(i, end, depth);
      return end;
    }
    if (RstTables.isGrid(line) || SIMPLE_TABLE.matcher(line).matches()) {
      return new RstTables(text, lines, inline).write(i, to);
    }
    if (RstHeadings.isAdornment(line) || RstInline.isTarget(line)) {
      return i + 1;
    }
    if (BULLET.matcher(line).matches() || NUMBER.matcher(line).matches()) {
      return list(i, to, listDepth, depth);
    }
    if (FIELD.matcher(line).matches()) {
      return field(i, to, depth);
    }
    if (line.strip().startsWith(">>> ")) {
      return doctest(i, to);
    }
    return paragraph(i, to, depth);
  }

  private int list(int from, int to, int listDepth, int depth) {
    int indent = indent(from);
    boolean bullets = BULLET.matcher(lines.get(from)).matches();
    int number = 0;
    if (listDepth == 0) {
      text.apart();
    }
    int i = from;
    while (i < to) {
      Matcher bullet = BULLET.matcher(lines.get(i));
      Matcher numbered = NUMBER.matcher(lines.get(i));
      boolean isBullet = bullet.matches();
      if (indent(i) != indent || isBullet != bullets || !(isBullet || numbered.matches())) {
        break;
      }
      int content = isBullet ? bullet.end(3) : numbered.end(3);
      String marker = "-";
      if (!isBullet) {
        String printed = numbered.group(2);
        number = printed.matches("\\d+") ? Integer.parseInt(printed) : number + 1;
        marker = (printed.matches("[a-zA-Z]") ? printed : number) + ".";
      }
      int end = endOfIndented(i + 1, to, indent + 1);
      item(i, end, content, marker, listDepth, depth);
      i = end;
      while (i < to && lines.get(i).isBlank()) {
        i++;
      }
    }
    return i;
  }

  private void item(int i, int end, int content, String marker, int listDepth, int depth) {
    int next = i + 1;
    StringBuilder words = new StringBuilder(lines.get(i).substring(content));
    while (next < end && !lines.get(next).isBlank() && !startsList(next)) {
      words.append('\n').append(lines.get(next++).strip());
    }
    boolean literal = endsWithLiteralMark(words);
    text.line(i + 1);
    text.item(listDepth, marker, inline.of(words.toString(), i + 1));
    if (literal) {
      next = literal(next, end);
    }
    write(next, end, listDepth + 1, depth + 1);
  }

  private boolean startsList(int i) {
    return BULLET.matcher(lines.get(i)).matches() || NUMBER.matcher(lines.get(i)).matches();
  }

  private int field(int i, int to, int depth) {
    Matcher field = FIELD.matcher(lines.get(i));
    field.matches();
    int end = endOfIndented(i + 1, to, indent(i) + 1);
    StringBuilder value = new StringBuilder(field.group(2) == null ? "" : field.group(2));
    int next = i + 1;
    while (next < end && !lines.get(next).isBlank() && isProse(next)) {
      value.append('\n').append(lines.get(next++).strip());
    }
    String name = field.group(1).toLowerCase(Locale.ROOT);
    if (name.equals("author") || name.equals("authors")) {
      text.author(String.join("\n", value, String.join("\n", lines.subList(next, end))).strip());
      return end;
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
    while (end < to && !lines.get(end).isBlank()) {
      end++;
    }
    text.line(i + 1);
    text.code("", lines.subList(i, end).stream().map(String::strip).toList(), i + 1);
    return end;
  }

  private int paragraph(int i, int to, int depth) {
    if (lines.get(i).strip().startsWith("| ")) {
      return lineBlock(i, to);
    }
    int end = i + 1;
    while (end < to && !lines.get(end).isBlank() && indent(end) == indent(i)) {
      end++;
    }
    StringBuilder words = new StringBuilder();
    for (int k = i; k < end; k++) {
      words.append(k > i ? "\n" : "").append(lines.get(k).strip().replaceFirst("^\\| ?", ""));
    }
    boolean literal = endsWithLiteralMark(words);
    text.line(i + 1);
    boolean described = !literal && end < to && !lines.get(end).isBlank();
    if (described && (end == i + 1 || glossary && indent(end) > indent(i))) {
      return definition(i, end, to, depth);
    }
    text.paragraph(inline.of(words.toString(), i + 1));
    return literal ? literal(end, to) : end;
  }

  /** A term and, indented below it, what it means. */
  private int definition(int i, int body, int to, int depth) {
    int end = endOfIndented(body, to, indent(i) + 1);
    StringBuilder words = new StringBuilder(term(i));
    for (int k = i + 1; k < body; k++) {
      words.append(",\n").append(term(k));
    }
    words.append(':');
    int next = body;
    while (next < end && !lines.get(next).isBlank() && !startsList(next) && !isDirective(next)) {
      words.append('\n').append(lines.get(next++).strip());
    }
    boolean literal = endsWithLiteralMark(words);
    text.paragraph(inline.of(words.toString(), i + 1));
    write(literal ? literal(next, end) : next, end, 0, depth + 1);
    return end;
  }

  /** A term with what it is said to be, such as {@code limit (int)}; in a glossary, that sorts. */
  private String term(int i) {
    String[] parts = lines.get(i).strip().split(" : ");
    return parts.length == 1 || glossary
        ? parts[0]
        : parts[0] + " (" + String.join(", ", List.of(parts).subList(1, parts.length)) + ")";
  }

  /** Whether a line can be one of a paragraph. */
  boolean isProse(int i) {
    return !startsList(i)
        && !isDirective(i)
        && !RstTables.isGrid(lines.get(i))
        && !SIMPLE_TABLE.matcher(lines.get(i)).matches()
        && !lines.get(i).strip().startsWith("|");
  }

  private boolean isDirective(int i) {
    return lines.get(i).strip().startsWith(".. ");
  }

  /** Lines that the author broke. */
  private int lineBlock(int i, int to) {
    int end = i;
    while (end < to && lines.get(end).strip().startsWith("|")) {
      StringBuilder words = new StringBuilder(lines.get(end).strip().substring(1));
      int line = end++ + 1;
      while (end < to && !lines.get(end).isBlank() && indent(end) > indent(i)) {
        words.append('\n').append(lines.get(end++).strip());
      }
      text.line(line);
      text.paragraph(inline.of(words.toString(), line));
    }
    return end;
  }

  /** Two colons at a paragraph's end announce a literal block; the reader sees one, or none. */
  private static boolean endsWithLiteralMark(StringBuilder words) {
    int length = words.length();
    if (length < 2 || !words.substring(length - 2).equals("::")) {
      return false;
    }
    boolean alone = length == 2 || Character.isWhitespace(words.charAt(length - 3));
    words.setLength(alone ? length - 2 : length - 1);
    return true;
  }

  private int literal(int from, int to) {
    int i = from;
    while (i < to && lines.get(i).isBlank()) {
      i++;
    }
    if (i == to || indent(i) == 0) {
      return from;
    }
    int end = endOfIndented(i, to, indent(i));
    code(highlighted, i, end);
    return end;
  }

  /** Writes lines as code, without the indentation that they share. */
  void code(String language, int from, int to) {
    int shared = Integer.MAX_VALUE;
    for (int i = from; i < to; i++) {
      shared = lines.get(i).isBlank() ? shared : Math.min(shared, indent(i));
    }
    int cut = shared;
    text.line(from + 1);
    text.code(
        language,
        lines.subList(from, to).stream()
            .map(line -> line.isBlank() ? "" : line.substring(cut))
            .toList(),
        from + 1);
  }

  /** The first line that is neither blank nor indented by as much. */
  private int endOfIndented(int from, int to, int indent) {
    int i = from;
    int end = from;
    while (i < to && (lines.get(i).isBlank() || indent(i) >= indent)) {
      if (!lines.get(i).isBlank()) {
        end = i + 1;
      }
      i++;
    }
    return end;
  }

  int indent(int i) {
    String line = lines.get(i);
    int indent = 0;
    while (indent < line.length() && Character.isWhitespace(line.charAt(indent))) {
      indent++;
    }
    return indent;
  }
}
