package dev.gill.parse.asciidoc;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Walks the lines of an AsciiDoc document. */
final class AsciiDocBlocks {
  private static final Pattern HEADING = Pattern.compile("^(={1,6}|#{1,6})\\s+(\\S.*)$");
  private static final Pattern ATTRIBUTE = Pattern.compile("^:!?([\\w-]+)!?:(?:\\s+(.*))?$");
  private static final Pattern BLOCK_ATTRIBUTES = Pattern.compile("^\\[(.*)]\\s*$");
  private static final Pattern UNSEEN =
      Pattern.compile("^(?://(?!/).*|(?:ifdef|ifndef|ifeval|endif|toc|video|audio)::.*)$");
  private static final Pattern IMAGE = Pattern.compile("^image::[^\\[]*\\[([^,\\]]*).*]\\s*$");
  private static final Pattern FENCE =
      Pattern.compile("^(-{4,}|\\.{4,}|/{4,}|\\+{4,}|`{3,})([\\w+#-]*)\\s*$");
  private static final Pattern FRAME =
      Pattern.compile("^(?:={4,}|\\*{4,}|_{4,}|--|<{3,}|'{3,})\\s*$");
  private static final Pattern TABLE = Pattern.compile("^[|!,]={3,}\\s*$");
  private static final Pattern BLOCK_TITLE = Pattern.compile("^\\.([^\\s.].*)$");
  private static final Pattern DEFINITION = Pattern.compile("^\\s*(\\S.*?):{2,4}(?:\\s+(.*))?$");
  private static final Pattern AUTHOR = Pattern.compile("^([^:<>]+?)\\s*(?:<[^>]*>.*)?$");

  private final CanonicalText text;
  private final List<String> lines;
  private final AsciiDocInline inline;
  private final AsciiDocLists lists = new AsciiDocLists();
  private String attributes = "";

  AsciiDocBlocks(CanonicalText text, List<String> lines) {
    this.text = text;
    this.lines = new AsciiDocConditions(text).applied(lines);
    this.inline = new AsciiDocInline(this.lines);
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
    Matcher attribute = ATTRIBUTE.matcher(line);
    Matcher blockAttributes = BLOCK_ATTRIBUTES.matcher(line);
    Matcher title = BLOCK_TITLE.matcher(line);
    text.line(i + 1);
    if (line.equals(AsciiDocConditions.GONE)) {
      return i + 1;
    } else if (UNSEEN.matcher(line).matches()) {
      unseen(line);
      return i + 1;
    } else if (line.isBlank() || FRAME.matcher(line).matches()) {
      return i + 1;
    } else if (line.strip().equals("+")) {
      lists.attach();
      return i + 1;
    } else if (attribute.matches()) {
      inline.define(line);
      text.author(attribute.group(1).equals("author") ? attribute.group(2) : null);
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
    Matcher heading = HEADING.matcher(line);
    Matcher fence = FENCE.matcher(line);
    Matcher image = IMAGE.matcher(line);
    if (heading.matches()) {
      return heading(i, heading);
    } else if (fence.matches()) {
      return fenced(i, fence);
    } else if (TABLE.matcher(line).matches()) {
      return table(i);
    } else if (image.matches()) {
      if (image.group(1).isBlank()) {
        text.leftOut(LeftOut.Kind.PICTURE);
      }
      text.paragraph(inline.of(image.group(1), i + 1));
      return i + 1;
    } else if (AsciiDocLists.isItem(line)) {
      return item(i);
    } else if (line.startsWith(" ") || line.startsWith("\t")) {
      return literal(i);
    }
    return paragraph(i);
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
    int end = endOfParagraph(i + 1);
    if (item.first()) {
      text.apart();
    }
    text.item(item.depth(), item.marker(), inline.of(joined(item.words(), i + 1, end), i + 1));
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

  private int paragraph(int i) {
    int end = endOfParagraph(i + 1);
    Matcher definition = DEFINITION.matcher(lines.get(i));
    if (definition.matches()) {
      end = definition.group(2) == null ? endOfMeaning(i + 1, end) : end;
      String words = definition.group(2) == null ? "" : " " + definition.group(2);
      String joined = joined(definition.group(1) + ":" + words, i + 1, end);
      text.paragraph(inline.of(joined, i + 1));
      return end;
    }
    lists.paragraph();
    text.paragraph(inline.of(joined(lines.get(i), i + 1, end), i + 1));
    attributes = "";
    return end;
  }

  /** A term alone means what follows, even after a blank line. */
  private int endOfMeaning(int from, int end) {
    int at = from;
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
    boolean meaning =
        end == from
            && at > from
            && at < lines.size()
            && lines.get(at).startsWith(" ")
            && !endsParagraph(lines.get(at));
    return meaning ? endOfParagraph(at) : end;
  }

  private String joined(String first, int from, int to) {
    StringBuilder words = new StringBuilder(first.replaceFirst("\\s\\+$", ""));
    for (int k = from; k < to; k++) {
      String line = lines.get(k).equals(AsciiDocConditions.GONE) ? "" : lines.get(k);
      if (isComment(line)) {
        text.leftOut(LeftOut.Kind.COMMENT);
        line = "";
      }
      words.append('\n').append(line.strip().replaceFirst("\\s\\+$", ""));
    }
    return words.toString();
  }

  private int endOfParagraph(int from) {
    int end = from;
    while (end < lines.size() && !endsParagraph(lines.get(end))) {
      end++;
    }
    return end;
  }

  /** Whether the line is a comment, which parts nothing. */
  static boolean isComment(String line) {
    return line.startsWith("//") && !line.startsWith("///");
  }

  private static boolean endsParagraph(String line) {
    return line.isBlank()
        || line.strip().equals("+")
        || AsciiDocLists.isItem(line)
        || !isComment(line) && UNSEEN.matcher(line).matches()
        || IMAGE.matcher(line).matches()
        || FENCE.matcher(line).matches()
        || FRAME.matcher(line).matches()
        || TABLE.matcher(line).matches()
        || BLOCK_ATTRIBUTES.matcher(line).matches()
        || DEFINITION.matcher(line).matches();
  }
}
