package dev.gill.parse.rst;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the lines of a reStructuredText document are, each by itself. */
record RstLines(List<String> all) {
  private static final Pattern BULLET = Pattern.compile("^(\\s*)([-*+•])(\\s+)\\S.*$");
  private static final Pattern NUMBER =
      Pattern.compile("^(\\s*)\\(?(\\d{1,4}|#|[a-zA-Z])([.)]\\s+)\\S.*$");
  private static final Pattern SIMPLE_TABLE = Pattern.compile("^\\s*=+(?: +=+)+\\s*$");

  String at(int i) {
    return all.get(i);
  }

  boolean isBlank(int i) {
    return all.get(i).isBlank();
  }

  int count() {
    return all.size();
  }

  /** A line that may begin an item with a bullet. */
  Matcher bullet(int i) {
    return BULLET.matcher(all.get(i));
  }

  /** A line that may begin an item with a number. */
  Matcher numbered(int i) {
    return NUMBER.matcher(all.get(i));
  }

  boolean startsList(int i) {
    return bullet(i).matches() || numbered(i).matches();
  }

  boolean isTable(int i) {
    return RstTables.isGrid(all.get(i)) || SIMPLE_TABLE.matcher(all.get(i)).matches();
  }

  /** Whether a line can be one of a paragraph. */
  boolean isProse(int i) {
    return !startsList(i) && !isDirective(i) && !isTable(i) && !all.get(i).strip().startsWith("|");
  }

  boolean isDirective(int i) {
    return all.get(i).strip().startsWith(".. ");
  }

  /** Two colons at a paragraph's end announce a literal block; the reader sees one, or none. */
  static boolean endsWithLiteralMark(StringBuilder words) {
    int length = words.length();
    if (length < 2 || !words.substring(length - 2).equals("::")) {
      return false;
    }
    boolean alone = length == 2 || Character.isWhitespace(words.charAt(length - 3));
    words.setLength(alone ? length - 2 : length - 1);
    return true;
  }

  /** The first line that is neither blank nor indented by as much. */
  int endOfIndented(int from, int to, int indent) {
    int i = from;
    int end = from;
    while (i < to && (isBlank(i) || indent(i) >= indent)) {
      if (!isBlank(i)) {
        end = i + 1;
      }
      i++;
    }
    return end;
  }

  int indent(int i) {
    String line = all.get(i);
    int indent = 0;
    while (indent < line.length() && Character.isWhitespace(line.charAt(indent))) {
      indent++;
    }
    return indent;
  }
}
