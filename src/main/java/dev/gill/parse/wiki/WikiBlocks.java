package dev.gill.parse.wiki;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Headings, lists, indented code and paragraphs, which are told by how a line begins. */
final class WikiBlocks {
  private static final Pattern HEADING = Pattern.compile("(={1,6})(.+?)\\1\\s*");
  private static final Pattern ITEM = Pattern.compile("([*#;:]+)\\s*(.*)");
  private static final Pattern RULE = Pattern.compile("-{4,}(.*)");
  private static final Pattern TAGS =
      Pattern.compile(
          "(?i)</?(?:table|caption|thead|tbody|tr|td|th|div|section|blockquote|ul|ol|dl|li|dt|dd|p|pre|h[1-6]"
              + "|center|details|summary|hr)\\b.*");
  private static final Pattern SWITCH = Pattern.compile("__\\p{Lu}{3,}__");

  private final StringBuilder out = new StringBuilder();
  private final WikiLists lists = new WikiLists(out);
  private final WikiAnchors anchors = new WikiAnchors();
  private String open = "";
  private int tables;

  String write(String text) {
    SWITCH.matcher(text).replaceAll("").lines().forEach(this::line);
    lists.end();
    open("");
    return out.toString();
  }

  private void line(String line) {
    Matcher item = ITEM.matcher(line);
    if (item.matches()) {
      open("");
      lists.item(item.group(1), item.group(2));
      return;
    }
    lists.end();
    Matcher heading = HEADING.matcher(line.stripTrailing());
    Matcher rule = RULE.matcher(line);
    if (heading.matches() && !heading.group(2).isBlank()) {
      heading(heading.group(1).length(), heading.group(2).strip());
    } else if (rule.matches()) {
      open("");
      out.append("<hr>\n").append(rule.group(1));
    } else if (line.isBlank()) {
      open("");
    } else if (WikiTags.isKept(line) || TAGS.matcher(line.strip()).matches()) {
      open("");
      count(line);
      out.append(line).append('\n');
    } else if (line.startsWith(" ") && tables == 0) {
      open("pre");
      out.append(line.substring(1)).append('\n');
    } else {
      open("p");
      out.append(line).append('\n');
    }
  }

  private void heading(int level, String title) {
    open("");
    out.append("<h%d id=\"%s\">%s</h%d>\n".formatted(level, anchors.of(title), title, level));
  }

  private void count(String line) {
    String begin = line.strip();
    tables += begin.startsWith("<table") ? 1 : begin.startsWith("</table") && tables > 0 ? -1 : 0;
  }

  private void open(String tag) {
    if (!open.equals(tag)) {
      out.append(open.isEmpty() ? "" : "</" + open + ">\n");
      out.append(tag.isEmpty() ? "" : "<" + tag + ">");
      open = tag;
    }
  }
}
