package dev.gill.parse.org;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import java.util.List;
import java.util.Locale;

/** What the settings of an outline say to a reader. */
final class OrgKeywords {
  private final CanonicalText text;
  private final OrgInline inline;

  OrgKeywords(CanonicalText text, OrgInline inline) {
    this.text = text;
    this.inline = inline;
  }

  void write(String name, String value, int line) {
    String words = value.strip();
    switch (name.toLowerCase(Locale.ROOT)) {
      case "title" -> text.title(inline.of(List.of(words), line).toString());
      case "author" -> text.author(inline.of(List.of(words), line).toString());
      case "subtitle", "caption" -> paragraph("", words, line);
      case "date" -> {
        text.written(words);
        paragraph("Date: ", words, line);
      }
      case "keywords" -> paragraph("Keywords: ", words, line);
      case "filetags" ->
          paragraph("Tags: ", words.replaceAll("^:|:$", "").replace(":", ", "), line);
      case "description" -> text.leftOut(LeftOut.Kind.DESCRIPTION, words.isEmpty() ? 0 : 1);
      case "include" -> text.leftOut(LeftOut.Kind.OBJECT);
      case "toc" -> text.leftOut(LeftOut.Kind.CONTENTS);
      case "macro" -> inline.macro(words);
      default -> {}
    }
  }

  private void paragraph(String label, String words, int line) {
    if (!words.isEmpty()) {
      text.line(line);
      text.paragraph(inline.of(List.of(label + words), line));
    }
  }
}
