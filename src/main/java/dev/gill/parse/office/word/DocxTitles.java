package dev.gill.parse.office.word;

import dev.gill.parse.canonical.Inline;
import dev.gill.parse.xml.XmlNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The headings of a document, by which a list of contents is known that somebody typed. */
final class DocxTitles {
  /** A title, dots or a tab, and the number of a page. */
  private static final Pattern ENTRY =
      Pattern.compile(
          "(.+?)(?:[ .\u2026\u00b7_]*\t[ .]*|[ ]*(?:\\.{3,}|\u2026+|(?: \\.){3,})[ ]*)\\d{1,4}");

  private static final Pattern NUMBERED = Pattern.compile("(?:\\d+\\.)*\\d*\\.?\\s+(.+)");

  private final DocxStyles styles;
  private final Set<String> titles = new HashSet<>();

  DocxTitles(DocxStyles styles) {
    this.styles = styles;
  }

  /** Takes the headings over that are a block or stand in one. */
  void add(XmlNode block) {
    if (block.name().equals("w:p")) {
      XmlNode properties = block.at("w:pPr");
      String style = styles.of(properties);
      if (styles.heading(properties, style) > 0) {
        titles.add(key(block.words("w:t")));
      }
    } else if (block.name().equals("w:sdt")) {
      block.find(Set.of("w:p"), this::add);
    }
  }

  /** Whether a line says only on which page a section begins. */
  boolean isEntry(String raw) {
    Matcher entry = ENTRY.matcher(raw.strip());
    if (!entry.matches()) {
      return false;
    }
    String title = entry.group(1).strip();
    Matcher numbered = NUMBERED.matcher(title);
    return titles.contains(key(title))
        || (numbered.matches() && titles.contains(key(numbered.group(1))));
  }

  private static String key(String title) {
    return Inline.of(title).toString();
  }
}
