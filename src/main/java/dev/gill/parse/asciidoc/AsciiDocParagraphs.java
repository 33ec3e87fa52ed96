package dev.gill.parse.asciidoc;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.InlineMarkup;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The paragraphs of an AsciiDoc document, and the terms with what they mean. */
final class AsciiDocParagraphs {
  private static final Pattern BROKEN = Pattern.compile("\\b(?:hardbreaks|verse)\\b");

  private final CanonicalText text;
  private final List<String> lines;
  private final AsciiDocInline inline;
  private final AsciiDocLists lists;

  AsciiDocParagraphs(
      CanonicalText text, List<String> lines, AsciiDocInline inline, AsciiDocLists lists) {
    this.text = text;
    this.lines = lines;
    this.inline = inline;
    this.lists = lists;
  }

  /**
   * Writes the paragraph that begins there, and says which line comes after it.
   *
   * @param attributes what stands in brackets above it
   */
  int write(int i, String attributes) {
    int end = endOfParagraph(i + 1);
    Matcher definition = AsciiDocLines.DEFINITION.matcher(lines.get(i));
    if (definition.matches()) {
      end = definition.group(2) == null ? endOfMeaning(i + 1, end) : end;
      String words = definition.group(2) == null ? "" : " " + definition.group(2);
      String joined = joined(definition.group(1) + ":" + words, i + 1, end);
      text.paragraph(inline.of(joined, i + 1));
      return end;
    }
    lists.paragraph();
    String words = joined(lines.get(i), i + 1, end);
    boolean broken = BROKEN.matcher(attributes).find() || inline.breaksLines();
    String kept = InlineMarkup.BREAK + "\n";
    text.paragraph(inline.of(broken ? words.replace("\n", kept) : words, i + 1));
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
            && !AsciiDocLines.endsParagraph(lines.get(at));
    return meaning ? endOfParagraph(at) : end;
  }

  /** A first line and those that follow it, as they are wrapped. */
  String joined(String first, int from, int to) {
    StringBuilder words = new StringBuilder(broken(first));
    for (int k = from; k < to; k++) {
      String line = lines.get(k).equals(AsciiDocConditions.GONE) ? "" : lines.get(k);
      if (AsciiDocLines.isComment(line)) {
        text.leftOut(LeftOut.Kind.COMMENT);
        line = "";
      }
      words.append('\n').append(broken(line.strip()));
    }
    return words.toString();
  }

  /** A plus sign at the end of a line breaks it. */
  private static String broken(String line) {
    return line.replaceFirst("\\s\\+$", String.valueOf(InlineMarkup.BREAK));
  }

  /** The line before which a paragraph ends. */
  int endOfParagraph(int from) {
    int end = from;
    while (end < lines.size() && !AsciiDocLines.endsParagraph(lines.get(end))) {
      end++;
    }
    return end;
  }
}
