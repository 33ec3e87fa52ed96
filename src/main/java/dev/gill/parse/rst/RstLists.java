package dev.gill.parse.rst;

import dev.gill.parse.canonical.CanonicalText;
import java.util.regex.Matcher;

/** The lists of a reStructuredText document. */
final class RstLists {
  private final CanonicalText text;
  private final RstBlocks blocks;
  private final RstLines lines;
  private final RstInline inline;

  RstLists(CanonicalText text, RstBlocks blocks, RstLines lines, RstInline inline) {
    this.text = text;
    this.blocks = blocks;
    this.lines = lines;
    this.inline = inline;
  }

  /** Writes the list that begins there, and says which line comes after it. */
  int write(int from, int to, int listDepth, int depth) {
    int indent = lines.indent(from);
    boolean bullets = lines.bullet(from).matches();
    int number = 0;
    if (listDepth == 0) {
      text.apart();
    }
    int i = from;
    while (i < to) {
      Matcher bullet = lines.bullet(i);
      Matcher numbered = lines.numbered(i);
      boolean isBullet = bullet.matches();
      if (lines.indent(i) != indent || isBullet != bullets || !(isBullet || numbered.matches())) {
        break;
      }
      int content = isBullet ? bullet.end(3) : numbered.end(3);
      String marker = "-";
      if (!isBullet) {
        String printed = numbered.group(2);
        number = printed.matches("\\d+") ? Integer.parseInt(printed) : number + 1;
        marker = (printed.matches("[a-zA-Z]") ? printed : number) + ".";
      }
      int end = lines.endOfIndented(i + 1, to, indent + 1);
      item(i, end, content, marker, listDepth, depth);
      i = end;
      while (i < to && lines.isBlank(i)) {
        i++;
      }
    }
    return i;
  }

  private void item(int i, int end, int content, String marker, int listDepth, int depth) {
    int next = i + 1;
    StringBuilder words = new StringBuilder(lines.at(i).substring(content));
    if (RstInline.isTarget(words.toString())) {
      words.setLength(0);
      while (next < end && lines.isBlank(next)) {
        next++;
      }
    }
    while (next < end && !lines.isBlank(next) && !lines.startsList(next)) {
      words.append('\n').append(lines.at(next++).strip());
    }
    boolean literal = RstLines.endsWithLiteralMark(words);
    text.line(i + 1);
    text.item(listDepth, marker, inline.of(words.toString(), i + 1));
    if (literal) {
      next = blocks.literal(next, end);
    }
    blocks.write(next, end, listDepth + 1, depth + 1);
  }
}
