package dev.gill.parse.org;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of an outline, what each of them begins, and where that ends. */
final class OrgLines {
  static final Pattern HEADING = Pattern.compile("(\\*{1,400})[ \\t]+(.*)");
  static final Pattern KEYWORD = Pattern.compile("[ \\t]*#\\+([\\w-]+):[ \\t]*(.*)");
  static final Pattern BEGIN =
      Pattern.compile("[ \\t]*#\\+begin_([\\w-]+)(?:[ \\t]+(.*))?", Pattern.CASE_INSENSITIVE);
  static final Pattern ITEM =
      Pattern.compile(
          "([ \\t]*)(?:([-+]|(?<=[ \\t])\\*)|(\\d{1,9}|[a-zA-Z])[.)])"
              + "(?:[ \\t]+(?:\\[@\\w{1,9}][ \\t]*)?(.*))?");
  private static final Pattern END =
      Pattern.compile("[ \\t]*#\\+end_([\\w-]+)[ \\t]*", Pattern.CASE_INSENSITIVE);
  private static final Pattern DRAWER = Pattern.compile("[ \\t]*:([\\w-]{1,60}):[ \\t]*");
  private static final Pattern COMMENT = Pattern.compile("[ \\t]*#(?:[ \\t].*)?");
  private static final Pattern FIXED = Pattern.compile("[ \\t]*:(?:[ \\t].*)?");
  private static final Pattern RULE = Pattern.compile("[ \\t]*-{5,}[ \\t]*");
  private static final Pattern PLAN =
      Pattern.compile("[ \\t]*(?:SCHEDULED|DEADLINE|CLOSED):[ \\t]*[<\\[].*");
  private static final int TAB = 8;

  private final List<String> lines;
  private final Map<String, TreeSet<Integer>> ends = new HashMap<>();
  private final TreeSet<Integer> drawerEnds = new TreeSet<>();
  private final TreeSet<Integer> headings = new TreeSet<>();

  OrgLines(List<String> lines) {
    this.lines = lines;
    for (int i = 0; i < lines.size(); i++) {
      Matcher end = END.matcher(lines.get(i));
      if (end.matches()) {
        String name = end.group(1).toLowerCase(Locale.ROOT);
        ends.computeIfAbsent(name, _ -> new TreeSet<>()).add(i);
      } else if (lines.get(i).strip().equalsIgnoreCase(":end:")) {
        drawerEnds.add(i);
      } else if (isHeading(i)) {
        headings.add(i);
      }
    }
  }

  int size() {
    return lines.size();
  }

  String get(int i) {
    return lines.get(i);
  }

  List<String> part(int from, int to) {
    return lines.subList(from, to);
  }

  boolean isHeading(int i) {
    return HEADING.matcher(lines.get(i)).matches();
  }

  boolean isItem(int i) {
    return ITEM.matcher(lines.get(i)).matches() && !isRule(i);
  }

  boolean isComment(int i) {
    return COMMENT.matcher(lines.get(i)).matches();
  }

  boolean isFixed(int i) {
    return FIXED.matcher(lines.get(i)).matches();
  }

  boolean isRow(int i) {
    return lines.get(i).stripLeading().startsWith("|");
  }

  boolean isRule(int i) {
    return RULE.matcher(lines.get(i)).matches();
  }

  boolean isPlan(int i) {
    return PLAN.matcher(lines.get(i)).matches();
  }

  /** The line that ends the block which begins there; -1 if none does, or none begins. */
  int endOfBlock(int i, int to) {
    Matcher begin = BEGIN.matcher(lines.get(i));
    if (!begin.matches()) {
      return -1;
    }
    TreeSet<Integer> all = ends.get(begin.group(1).toLowerCase(Locale.ROOT));
    Integer end = all == null ? null : all.higher(i);
    return end == null || end >= to ? -1 : end;
  }

  /** The same of a drawer, which ends before the next heading. */
  int endOfDrawer(int i, int to) {
    if (!DRAWER.matcher(lines.get(i)).matches()) {
      return -1;
    }
    Integer end = drawerEnds.higher(i);
    Integer heading = headings.higher(i);
    boolean none = end == null || end >= to || (heading != null && heading < end);
    return none ? -1 : end;
  }

  /** Whether a line begins something that a paragraph does not go on over. */
  boolean begins(int i, int to) {
    return lines.get(i).isBlank()
        || isHeading(i)
        || isItem(i)
        || isComment(i)
        || isFixed(i)
        || isRow(i)
        || isRule(i)
        || KEYWORD.matcher(lines.get(i)).matches()
        || endOfBlock(i, to) >= 0
        || endOfDrawer(i, to) >= 0
        || lines.get(i).startsWith("[fn:");
  }

  int indent(int i) {
    int columns = 0;
    for (char c : lines.get(i).toCharArray()) {
      if (c != ' ' && c != '\t') {
        break;
      }
      columns += c == '\t' ? TAB - columns % TAB : 1;
    }
    return columns;
  }
}
