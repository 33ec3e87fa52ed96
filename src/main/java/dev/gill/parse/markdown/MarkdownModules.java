package dev.gill.parse.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the statements out of MDX that import and export: the parser of Markdown would take them
 * for paragraphs.
 */
final class MarkdownModules {
  private static final Pattern BEGUN =
      Pattern.compile(
          "import\\s+(?:type\\s+)?(?:[\\w*{][\\w\\s*{},$]*\\s+from\\s+)?(['\"])[^'\"]+\\1\\s*;?\\s*"
              + "|import\\s+(?:\\w+\\s*,\\s*)?\\{[\\w\\s,]*"
              + "|export\\s+(?:const|let|var|default|function|async|class)\\b.*"
              + "|export\\s+[{*].*");
  private static final Pattern FENCE = Pattern.compile("^\\s*(`{3,}|~{3,}).*");

  private String fence = "";
  private boolean blank = true;
  private boolean within;
  private int open;

  private MarkdownModules() {}

  /**
   * The lines with an empty one for each that belongs to a statement; one that never ends is taken
   * for its first line alone.
   */
  static List<String> without(List<String> lines) {
    if (lines.stream().noneMatch(line -> line.startsWith("import") || line.startsWith("export"))) {
      return lines;
    }
    MarkdownModules modules = new MarkdownModules();
    List<String> kept = new ArrayList<>();
    int last = 0;
    for (int i = 0; i < lines.size(); i++) {
      boolean inner = modules.within;
      boolean statement = modules.isStatement(lines.get(i));
      last = statement && !inner ? i : last;
      kept.add(statement ? "" : lines.get(i));
    }
    if (modules.within) {
      kept.subList(last + 1, kept.size()).clear();
      kept.addAll(lines.subList(last + 1, lines.size()));
    }
    return kept;
  }

  private boolean isStatement(String line) {
    if (within) {
      count(line);
      return true;
    }
    Matcher mark = FENCE.matcher(line);
    if (mark.matches()) {
      fence(mark.group(1));
    }
    boolean statement = fence.isEmpty() && blank && BEGUN.matcher(line).matches();
    blank = statement || line.isBlank();
    if (statement) {
      open = 0;
      count(line);
    }
    return statement;
  }

  private void fence(String mark) {
    if (fence.isEmpty()) {
      fence = mark;
    } else if (mark.startsWith(fence)) {
      fence = "";
    }
  }

  /** A statement goes on until its brackets are closed. */
  private void count(String line) {
    for (int i = 0; i < line.length(); i++) {
      open += "([{".indexOf(line.charAt(i)) >= 0 ? 1 : 0;
      open -= ")]}".indexOf(line.charAt(i)) >= 0 ? 1 : 0;
    }
    within = open > 0;
  }
}
