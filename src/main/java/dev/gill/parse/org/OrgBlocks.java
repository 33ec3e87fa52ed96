package dev.gill.parse.org;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.LeftOuts;
import dev.gill.parse.canonical.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Walks the lines of an outline. */
final class OrgBlocks {
  private static final int DEEPEST_HEADING = 12;
  private static final Pattern TAGS = Pattern.compile("(.*?)[ \\t]+:((?:[\\p{L}\\p{N}_@#%]+:)+)");
  private static final Pattern COMMENTED = Pattern.compile("(?:[A-Z]+ )?COMMENT(?: .*)?");
  private static final Pattern NOTE = Pattern.compile("^\\[fn:([\\w-]+)]");
  private static final Pattern PICTURE =
      Pattern.compile("(?i)[ \\t]*\\[\\[[^\\[\\]]+\\.(?:png|jpe?g|gif|svg|webp|bmp)]][ \\t]*");

  private final CanonicalText text;
  private final OrgLines lines;
  private final OrgInline inline;
  private final OrgKeywords keywords;
  private final OrgCode code;
  private final List<Integer> listIndents = new ArrayList<>();

  OrgBlocks(CanonicalText text, List<String> lines) {
    this.text = text;
    this.lines = new OrgLines(lines);
    this.inline = new OrgInline(new LeftOuts(text::leftOut));
    this.keywords = new OrgKeywords(text, inline);
    this.code = new OrgCode(text, this.lines);
  }

  void write() {
    write(0, lines.size(), 0);
  }

  private void write(int from, int to, int depth) {
    if (depth > text.limits().depth()) {
      throw Refused.nested();
    }
    int i = from;
    while (i < to) {
      i = lines.get(i).isBlank() ? i + 1 : block(i, to, depth);
    }
  }

  private int block(int i, int to, int depth) {
    if (lines.isHeading(i)) {
      return heading(i, to);
    }
    int drawer = lines.endOfDrawer(i, to);
    if (drawer >= 0) {
      text.leftOut(LeftOut.Kind.DRAWER);
      return drawer + 1;
    }
    int block = lines.endOfBlock(i, to);
    if (block >= 0) {
      marked(i, block, depth);
      return block + 1;
    }
    if (lines.isItem(i)) {
      return item(i, to);
    }
    if (lines.indent(i) == 0) {
      listIndents.clear();
    }
    Matcher keyword = OrgLines.KEYWORD.matcher(lines.get(i));
    if (keyword.matches()) {
      keywords.write(keyword.group(1), keyword.group(2), i + 1);
      return i + 1;
    }
    return lines.isRule(i) ? i + 1 : run(i, to);
  }

  /** Lines of one kind that follow each other. */
  private int run(int i, int to) {
    int end = i + 1;
    if (lines.isComment(i)) {
      while (end < to && lines.isComment(end)) {
        end++;
      }
      text.leftOut(LeftOut.Kind.COMMENT);
    } else if (lines.isRow(i)) {
      while (end < to && lines.isRow(end)) {
        end++;
      }
      new OrgTable(text, inline).write(lines.part(i, end), i + 1);
    } else if (lines.isFixed(i)) {
      while (end < to && lines.isFixed(end)) {
        end++;
      }
      List<String> fixed = lines.part(i, end).stream().map(OrgBlocks::unfixed).toList();
      text.code("", fixed, i + 1);
    } else {
      while (end < to && !lines.isPlan(i) && !lines.begins(end, to)) {
        end++;
      }
      paragraph(i, end);
    }
    return end;
  }

  private static String unfixed(String line) {
    return line.strip().substring(1).replaceFirst("^ ", "");
  }

  private void paragraph(int i, int end) {
    text.line(i + 1);
    if (end == i + 1 && PICTURE.matcher(lines.get(i)).matches()) {
      text.leftOut(LeftOut.Kind.PICTURE);
    } else {
      List<String> part = new ArrayList<>(lines.part(i, end));
      part.set(0, NOTE.matcher(part.getFirst()).replaceFirst("[$1]"));
      text.paragraph(inline.of(part, i + 1));
    }
  }

  private int heading(int i, int to) {
    listIndents.clear();
    Matcher heading = OrgLines.HEADING.matcher(lines.get(i));
    heading.matches();
    int level = Math.min(heading.group(1).length(), DEEPEST_HEADING);
    String words = heading.group(2).strip();
    if (COMMENTED.matcher(words).matches()) {
      text.leftOut(LeftOut.Kind.COMMENT);
      return endOfTree(i + 1, to, level);
    }
    Matcher tags = TAGS.matcher(words);
    if (tags.matches() && tags.group(2).contains("ARCHIVE:")) {
      text.leftOut(LeftOut.Kind.HIDDEN);
      return endOfTree(i + 1, to, level);
    }
    Inline title = inline.of(List.of(tags.matches() ? tags.group(1) : words), i + 1);
    if (tags.matches()) {
      String names = tags.group(2).substring(0, tags.group(2).length() - 1);
      title.space().text("(" + names.replace(":", ", ") + ")");
    }
    text.line(i + 1);
    text.heading(level, title);
    return i + 1;
  }

  private int endOfTree(int from, int to, int level) {
    int i = from;
    while (i < to) {
      Matcher heading = OrgLines.HEADING.matcher(lines.get(i));
      if (heading.matches() && Math.min(heading.group(1).length(), DEEPEST_HEADING) <= level) {
        break;
      }
      i++;
    }
    return i;
  }

  private int item(int i, int to) {
    Matcher item = OrgLines.ITEM.matcher(lines.get(i));
    item.matches();
    int indent = lines.indent(i);
    int end = i + 1;
    while (end < to && !lines.begins(end, to) && lines.indent(end) > indent) {
      end++;
    }
    List<String> words = new ArrayList<>(lines.part(i, end));
    words.set(0, item.group(4) == null ? "" : item.group(4).replaceFirst("[ \t]+::(?=\\s|$)", ":"));
    if (listIndents.isEmpty()) {
      text.apart();
    }
    listIndents.removeIf(other -> other >= indent);
    listIndents.add(indent);
    Inline line = inline.of(words, i + 1);
    if (!line.isEmpty()) {
      text.line(i + 1);
      String marker = item.group(2) == null ? item.group(3) + "." : "-";
      text.item(listIndents.size() - 1, marker, line);
    }
    return end;
  }

  private void marked(int i, int end, int depth) {
    Matcher begin = OrgLines.BEGIN.matcher(lines.get(i));
    begin.matches();
    String settings = begin.group(2) == null ? "" : begin.group(2).strip();
    switch (begin.group(1).toLowerCase(Locale.ROOT)) {
      case "src" -> code.write(settings, i, end);
      case "example" -> code.write("", i, end);
      case "export" -> code.export(settings, i, end);
      case "comment" -> text.leftOut(LeftOut.Kind.COMMENT);
      case "verse" -> verse(i + 1, end);
      default -> write(i + 1, end, depth + 1);
    }
  }

  private void verse(int from, int to) {
    for (int i = from; i < to; i++) {
      text.line(i + 1);
      text.paragraph(inline.of(lines.part(i, i + 1), i + 1));
    }
  }
}
