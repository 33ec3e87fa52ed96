package dev.gill.parse.wiki;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tables between <code>{|</code> and <code>|}</code> as HTML tables, line by line. */
final class WikiTables {
  private static final Pattern CELLS = Pattern.compile("\\|\\|(?![^\\[]*\\]\\])");
  private static final Pattern HEADS = Pattern.compile("\\|\\||!!");
  private static final Pattern SPANS =
      Pattern.compile("(?i)\\b(colspan|rowspan|class|style)\\s*=\\s*(\"[^\"]*\"|'[^']*'|[\\w%-]+)");

  private final StringBuilder out = new StringBuilder();

  /** What is open in each table: a row, a cell; innermost table first. */
  private final Deque<Open> tables = new ArrayDeque<>();

  private WikiTables() {}

  private static final class Open {
    boolean row;
    String cell = "";
  }

  static String write(String text) {
    WikiTables tables = new WikiTables();
    text.lines().forEach(tables::line);
    while (!tables.tables.isEmpty()) {
      tables.end();
    }
    return tables.out.toString();
  }

  private void line(String line) {
    String trimmed = line.strip();
    String begin = trimmed.replaceFirst("^:+\\s*", "");
    if (begin.startsWith("{|")) {
      out.append("<table").append(attributes(begin.substring(2))).append(">\n");
      tables.push(new Open());
    } else if (tables.isEmpty()) {
      out.append(line).append('\n');
    } else if (trimmed.startsWith("|}")) {
      end();
      out.append(trimmed.substring(2)).append('\n');
    } else if (trimmed.startsWith("|-")) {
      endRow();
      out.append("<tr").append(attributes(trimmed)).append(">\n");
      tables.element().row = true;
    } else if (trimmed.startsWith("|+")) {
      endCell();
      cell("caption", trimmed.substring(2));
    } else if (trimmed.startsWith("|")) {
      cells("td", CELLS.split(trimmed.substring(1), -1));
    } else if (trimmed.startsWith("!")) {
      cells("th", HEADS.split(trimmed.substring(1), -1));
    } else {
      out.append(line).append('\n');
    }
  }

  private void cells(String tag, String[] cells) {
    if (!tables.element().row) {
      out.append("<tr>\n");
      tables.element().row = true;
    }
    for (String cell : cells) {
      endCell();
      cell(tag, cell);
    }
  }

  private void cell(String tag, String written) {
    int bar = written.indexOf('|');
    boolean attributed = bar >= 0 && !written.substring(0, bar).contains("[[");
    String attributes = attributed ? attributes(written.substring(0, bar)) : "";
    out.append('<').append(tag).append(attributes).append('>');
    out.append(attributed ? written.substring(bar + 1).strip() : written.strip()).append('\n');
    tables.element().cell = tag;
  }

  private void endCell() {
    Open open = tables.element();
    if (!open.cell.isEmpty()) {
      out.append("</").append(open.cell).append(">\n");
      open.cell = "";
    }
  }

  private void endRow() {
    endCell();
    if (tables.element().row) {
      out.append("</tr>\n");
      tables.element().row = false;
    }
  }

  private void end() {
    endRow();
    tables.pop();
    out.append("</table>\n");
  }

  /** Those that a reader of the text would notice. */
  private static String attributes(String written) {
    StringBuilder kept = new StringBuilder();
    Matcher matcher = SPANS.matcher(written);
    while (matcher.find()) {
      kept.append(' ').append(matcher.group(1)).append('=').append(matcher.group(2));
    }
    return kept.toString();
  }
}
