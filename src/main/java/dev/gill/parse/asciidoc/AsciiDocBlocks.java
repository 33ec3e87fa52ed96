package dev.gill.parse.asciidoc;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.LeftOuts;
import dev.gill.parse.canonical.PictureWords;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Walks the lines of an AsciiDoc document. */
final class AsciiDocBlocks {
  private static final Pattern AUTHOR = Pattern.compile("^([^:<>]+?)\\s*(?:<[^>]*>.*)?$");

  private final CanonicalText text;
  private final List<String> lines;
  private final AsciiDocInline inline;
  private final AsciiDocLists lists = new AsciiDocLists();
  private final AsciiDocParagraphs paragraphs;
  private String attributes = "";

  AsciiDocBlocks(CanonicalText text, List<String> lines) {
    this.text = text;
    this.lines = new AsciiDocConditions(text).applied(lines);
    this.inline = new AsciiDocInline(this.lines, new LeftOuts(text::leftOut));
    this.paragraphs = new AsciiDocParagraphs(text, this.lines, inline, lists);
  }

  void write() {
    int i = 0;
    while (i < lines.size()) {
      i = block(i);
    }
    notes();
  }

  private void notes() {
    inline.newNotes().forEach(note -> text.paragraph(Inline.of(note)));
  }

  private int block(int i) {
    String line = lines.get(i);
    Matcher attribute = AsciiDocLines.ATTRIBUTE.matcher(line);
    Matcher blockAttributes = AsciiDocLines.BLOCK_ATTRIBUTES.matcher(line);
    Matcher title = AsciiDocLines.BLOCK_TITLE.matcher(line);
    text.line(i + 1);
    if (line.equals(AsciiDocConditions.GONE)) {
      return i + 1;
    } else if (AsciiDocLines.isUnseen(line)) {
      unseen(line);
      return i + 1;
    } else if (line.isBlank() || AsciiDocLines.isFrame(line)) {
      return i + 1;
    } else if (line.strip().equals("+")) {
      lists.attach();
      return i + 1;
    } else if (attribute.matches()) {
      inline.define(line);
      text.author(attribute.group(1).equals("author") ? attribute.group(2) : null);
      text.written(attribute.group(1).equals("revdate") ? attribute.group(2) : "");
      return i + 1;
    } else if (blockAttributes.matches()) {
      attributes(blockAttributes.group(1), i);
      return i + 1;
    } else if (title.matches()) {
      text.paragraph(inline.of(title.group(1), i + 1));
      return i + 1;
    }
    return content(i, line);
  }

  private void unseen(String line) {
    boolean comment = line.startsWith("//");
    if (comment || line.matches("^(?:video|audio)::.*")) {
      text.leftOut(comment ? LeftOut.Kind.COMMENT : LeftOut.Kind.OBJECT);
    }
  }

  private void attributes(String written, int i) {
    attributes = written;
    if (written.matches("NOTE|TIP|IMPORTANT|WARNING|CAUTION")) {
      text.paragraph(inline.of(written + ":", i + 1));
    }
  }

  private int content(int i, String line) {
    Matcher heading = AsciiDocLines.HEADING.matcher(line);
    Matcher fence = AsciiDocLines.FENCE.matcher(line);
    Matcher image = AsciiDocLines.IMAGE.matcher(line);
    if (heading.matches()) {
      return heading(i, heading);
    } else if (fence.matches()) {
      return fenced(i, fence);
    } else if (AsciiDocLines.TABLE.matcher(line).matches()) {
      return table(i);
    } else if (image.matches()) {
      String words = PictureWords.of(image.group(1));
      if (words.isEmpty()) {
        text.leftOut(LeftOut.Kind.PICTURE);
      }
      text.paragraph(inline.of(words, i + 1));
      return i + 1;
    } else if (AsciiDocLists.isItem(line)) {
      return item(i);
    } else if (line.startsWith(" ") || line.startsWith("\t")) {
      return literal(i);
    }
    if (attributes.matches(".*\\bline-through\\b.*")) {
      attributes = "";
      text.leftOut(LeftOut.Kind.STRUCK);
      return paragraphs.endOfParagraph(i + 1);
    }
    boolean term = AsciiDocLines.DEFINITION.matcher(line).matches();
    attributes = term ? attributes : "";
    return paragraphs.write(i);
  }

  private int heading(int i, Matcher heading) {
    lists.end();
    notes();
    int level = heading.group(1).length();
    boolean isTitle = level == 1 && text.isEmpty();
    text.heading(level, inline.of(heading.group(2).replaceFirst("\\s+[=#]+$", ""), i + 1));
    if (isTitle && i + 1 < lines.size()) {
      Matcher author = AUTHOR.matcher(lines.get(i + 1));
      if (!lines.get(i + 1).isBlank() && author.matches()) {
        text.author(author.group(1));
        boolean revision = i + 2 < lines.size() && lines.get(i + 2).matches("v?\\d.*");
        if (revision) {
          text.written(lines.get(i + 2).replaceFirst("^v?[\\d.]+\\w*,\\s*", "").split(":")[0]);
        }
        return revision ? i + 3 : i + 2;
      }
    }
    return i + 1;
  }

  private int fenced(int i, Matcher fence) {
    int end = i + 1;
    String closing = fence.group(1);
    while (end < lines.size() && !lines.get(end).stripTrailing().equals(closing)) {
      end++;
    }
    if (closing.charAt(0) != '/' && closing.charAt(0) != '+') {
      List<String> code = new ArrayList<>(lines.subList(i + 1, end));
      code.removeIf(AsciiDocConditions.GONE::equals);
      text.code(language(fence.group(2)), code, i + 2);
    } else {
      boolean comment = closing.charAt(0) == '/';
      text.leftOut(comment ? LeftOut.Kind.COMMENT : LeftOut.Kind.OBJECT);
    }
    attributes = "";
    return end + 1;
  }

  private String language(String ofFence) {
    String[] parts = attributes.split(",");
    boolean source = parts[0].matches("(?:source|listing)?(?:[%#.].*)?");
    return source && parts.length > 1 ? parts[1].strip() : ofFence;
  }

  private int table(int i) {
    int end = i + 1;
    String closing = lines.get(i).strip();
    while (end < lines.size() && !lines.get(end).strip().equals(closing)) {
      end++;
    }
    new AsciiDocTable(text, inline, attributes).write(lines.subList(i + 1, end), i + 2, closing);
    attributes = "";
    return end + 1;
  }

  private int item(int i) {
    AsciiDocLists.Item item = lists.item(lines.get(i));
    int end = paragraphs.endOfParagraph(i + 1);
    if (item.first()) {
      text.apart();
    }
    text.item(
        item.depth(), item.marker(), inline.of(paragraphs.joined(item.words(), i + 1, end), i + 1));
    return end;
  }

  private int literal(int i) {
    int end = i;
    while (end < lines.size() && !lines.get(end).isBlank()) {
      end++;
    }
    List<String> literal = new ArrayList<>();
    lines.subList(i, end).forEach(line -> literal.add(line.stripTrailing()));
    text.code("", String.join("\n", literal).stripIndent().lines().toList(), i + 1);
    return end;
  }
}
