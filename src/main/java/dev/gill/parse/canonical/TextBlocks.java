package dev.gill.parse.canonical;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the structure of text without markup: blank lines part paragraphs, wrapped lines are joined
 * again, and what was laid out by hand (lists, tables, indented lines) keeps its lines.
 */
public final class TextBlocks {
  private static final Pattern ITEM =
      Pattern.compile(
          "^(\\s*)(?:([-*+•·‣◦])|(\\d{1,3})[.)]|([(（]\\d{1,2}[)）]|\\d{1,2}、))(?:\\s+|(?<=[）、]))(\\S.*)$");
  private static final Pattern UNDERLINE = Pattern.compile("^(={3,}|-{3,}|~{3,})\\s*$");
  private static final Pattern COLUMNS = Pattern.compile("\\S(?: {3,}|\\t+)\\S|\\|.*\\|");
  private static final Pattern QUOTE = Pattern.compile("^(?:>\\s?)+");
  private static final int CODE_INDENT = 4;
  private static final int NARROWEST = 40;
  private static final double NEARLY_FULL = 0.7;

  private record Line(int number, String words) {
    int indent() {
      int columns = 0;
      for (int i = 0; i < words.length(); i++) {
        char c = words.charAt(i);
        if (c != ' ' && c != '\t') {
          return columns;
        }
        columns += c == '\t' ? CODE_INDENT : 1;
      }
      return columns;
    }
  }

  private final CanonicalText text;
  private final int firstLine;
  private final List<Integer> listIndents = new ArrayList<>();
  private int baseIndent;

  /**
   * Writes there.
   *
   * @param firstLine the line of the original on which the text begins; 0 if it has no lines
   */
  public TextBlocks(CanonicalText text, int firstLine) {
    this.text = text;
    this.firstLine = firstLine;
  }

  public void write(List<String> lines) {
    baseIndent =
        lines.stream()
            .filter(line -> !line.isBlank())
            .mapToInt(line -> new Line(0, line).indent())
            .min()
            .orElse(0);
    List<Line> group = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        group(group);
        group.clear();
      } else {
        group.add(new Line(firstLine > 0 ? firstLine + i : 0, lines.get(i)));
      }
    }
    group(group);
  }

  private void group(List<Line> group) {
    if (group.isEmpty()) {
      return;
    }
    if (isHeading(group)) {
      listIndents.clear();
      Line title = group.getFirst();
      int level = group.get(1).words().startsWith("=") ? 1 : 2;
      text.heading(level, Inline.of("").line(title.number()).text(title.words()));
      group(List.copyOf(group.subList(2, group.size())));
    } else if (isVerbatim(group)) {
      listIndents.clear();
      text.line(group.getFirst().number());
      text.code("", dedented(group), group.getFirst().number());
    } else {
      prose(group);
    }
  }

  private static boolean isHeading(List<Line> group) {
    if (group.size() < 2 || group.getFirst().indent() > 0) {
      return false;
    }
    String title = group.getFirst().words();
    return UNDERLINE.matcher(group.get(1).words()).matches()
        && !UNDERLINE.matcher(title).matches()
        && Math.abs(Characters.columns(title.strip()) - group.get(1).words().strip().length()) <= 3;
  }

  private boolean isVerbatim(List<Line> group) {
    boolean indented =
        listIndents.isEmpty()
            && group.stream().allMatch(line -> line.indent() - baseIndent >= CODE_INDENT);
    if (indented) {
      return group.stream().noneMatch(line -> ITEM.matcher(line.words()).matches());
    }
    long columns = group.stream().filter(line -> COLUMNS.matcher(line.words()).find()).count();
    return group.size() > 1 && columns >= group.size() - 1;
  }

  private static List<String> dedented(List<Line> group) {
    int indent =
        group.stream()
            .mapToInt(line -> line.words().length() - line.words().stripLeading().length())
            .min()
            .orElse(0);
    return group.stream().map(line -> line.words().substring(indent).stripTrailing()).toList();
  }

  private void prose(List<Line> group) {
    int width =
        Math.max(
            NARROWEST,
            group.stream()
                .mapToInt(line -> Characters.columns(line.words().strip()))
                .max()
                .orElse(0));
    List<Line> run = new ArrayList<>();
    for (Line line : group) {
      if (!run.isEmpty() && !continues(run.getLast(), line, width)) {
        run(run);
        run.clear();
      }
      run.add(line);
    }
    run(run);
  }

  private static boolean continues(Line before, Line after, int width) {
    String quote = quote(before.words());
    if (!quote.strip().equals(quote(after.words()).strip())) {
      return false;
    }
    String unquoted = after.words().substring(quote(after.words()).length());
    if (unquoted.isBlank() || before.words().substring(quote.length()).isBlank()) {
      return false;
    }
    if (ITEM.matcher(unquoted).matches()) {
      return false;
    }
    String first = unquoted.strip().split("\\s", 2)[0];
    int taken = Characters.columns(before.words().strip());
    return taken + 1 + Math.min(Characters.columns(first), width / 2) >= NEARLY_FULL * width;
  }

  private static String quote(String line) {
    Matcher matcher = QUOTE.matcher(line);
    return matcher.find() ? matcher.group() : "";
  }

  private void run(List<Line> run) {
    String quote = quote(run.getFirst().words());
    Inline joined = new Inline();
    if (!quote.isEmpty()) {
      joined.line(run.getFirst().number()).text(quote.replace(" ", "")).space();
    }
    Matcher item = ITEM.matcher(run.getFirst().words());
    boolean isItem = item.matches();
    for (Line line : run) {
      String words = line == run.getFirst() && isItem ? item.group(5) : line.words();
      joined.line(line.number()).text(words.substring(quote(words).length())).softBreak();
    }
    if (isItem) {
      text.item(depth(run.getFirst().indent()), marker(item), joined);
    } else if (joined.length() > quote.replace(" ", "").length()) {
      if (run.getFirst().indent() <= baseIndent) {
        listIndents.clear();
      }
      text.paragraph(joined);
    }
  }

  private static String marker(Matcher item) {
    if (item.group(2) != null) {
      return "-";
    }
    return item.group(3) != null ? item.group(3) + "." : item.group(4);
  }

  private int depth(int indent) {
    listIndents.removeIf(other -> other >= indent);
    listIndents.add(indent);
    return listIndents.size() - 1;
  }
}
