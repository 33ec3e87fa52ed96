package dev.gill.parse.markdown;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes one block of what belongs together but has empty lines in it, at which the parser of
 * Markdown would part it: an HTML table, a formula, blocks that are crossed out.
 */
final class MarkdownRegions {
  private static final Pattern FENCE = Pattern.compile("^\\s*(?:> ?)*\\s*(`{3,}|~{3,})([^`]*)$");
  private static final Pattern TABLE =
      Pattern.compile("(?i)\\s*(?:(?:[-*+]|\\d+[.)])\\s+)?<table\\b.*");
  private static final Pattern STRUCK = Pattern.compile("(?i)(\\s*)<(del|s|strike)>(.*)");
  private static final Pattern MARKED =
      Pattern.compile("\\s*(?:[-*+] |\\d+[.)] |#{1,6} |> ?|`{3}|~{3}|\\|).*|.*(?:\\*\\*|`|]\\().*");
  private static final int MOST_LINES = 500;

  private final List<String> lines;
  private String fence = "";

  private MarkdownRegions(List<String> lines) {
    this.lines = new ArrayList<>(lines);
  }

  /** As many lines, of which those of a region stand together. */
  static List<String> joined(List<String> lines) {
    MarkdownRegions regions = new MarkdownRegions(lines);
    for (int i = 0; i < lines.size(); i++) {
      i = regions.join(i);
    }
    return regions.lines;
  }

  /** Joins the region that begins on this line, and returns its last line. */
  private int join(int first) {
    String line = lines.get(first);
    Matcher mark = FENCE.matcher(line);
    if (mark.matches()) {
      fence(mark.group(1), mark.group(2));
      return first;
    }
    if (!fence.isEmpty()) {
      return first;
    }
    if (line.strip().equals("$$")) {
      return formula(first);
    }
    if (TABLE.matcher(line).matches()) {
      return table(first);
    }
    Matcher struck = STRUCK.matcher(line);
    return struck.matches() ? struck(first, struck) : first;
  }

  private void fence(String mark, String rest) {
    if (fence.isEmpty()) {
      fence = mark;
    } else if (mark.startsWith(fence) && rest.isBlank()) {
      fence = "";
    }
  }

  private int formula(int first) {
    int last = end(first, "$$", "```");
    if (last < 0) {
      return first;
    }
    List<String> parts = lines.subList(first, last + 1).stream().map(String::strip).toList();
    String indent = lines.get(first).substring(0, lines.get(first).indexOf('$'));
    Collections.fill(lines.subList(first, last + 1), "");
    lines.set(first, indent + String.join(" ", parts).replaceAll(" +", " "));
    return last;
  }

  /** A table whose cells hold Markdown stays as it is. */
  private int table(int first) {
    int last = end(first, "</table>", "<table");
    if (last < 0
        || lines.subList(first + 1, last).stream().anyMatch(l -> MARKED.matcher(l).matches())) {
      return first;
    }
    for (int i = first + 1; i < last; i++) {
      if (lines.get(i).isBlank()) {
        lines.set(i, lines.get(i - 1).replaceFirst("\\S.*", "") + "<wbr>");
      }
    }
    return last;
  }

  /** What is crossed out is left out: a short one takes its place. */
  private int struck(int first, Matcher mark) {
    String close = "</" + mark.group(2) + ">";
    int last = mark.group(3).contains(close) ? -1 : end(first, close, "<" + mark.group(2) + ">");
    if (last < 0 || lines.subList(first, last).stream().noneMatch(String::isBlank)) {
      return first;
    }
    String rest = lines.get(last).substring(lines.get(last).indexOf(close) + close.length());
    Collections.fill(lines.subList(first, last + 1), "");
    lines.set(first, mark.group(1) + "<" + mark.group(2) + ">-" + close);
    lines.set(last, rest.strip());
    return last;
  }

  /** The line after the first with this end of a region, unless another one begins before. */
  private int end(int first, String close, String begin) {
    int most = Math.min(lines.size(), first + MOST_LINES);
    for (int i = first + 1; i < most; i++) {
      if (lines.get(i).contains(close)) {
        return i;
      }
      if (lines.get(i).contains(begin)) {
        return -1;
      }
    }
    return -1;
  }
}
