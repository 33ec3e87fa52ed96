package dev.gill.parse.office.word;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.converter.AbstractWordUtils;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Paragraph;

/** What the styles and lists of a document say of its paragraphs. */
final class DocStyles {
  private static final Pattern HEADING = Pattern.compile("heading ([1-9])");

  /** Styles of these numbers are headings whatever their names: [MS-DOC] 2.9.271. */
  private static final int LAST_HEADING = 9;

  /** Outline levels from this one on are those of the body. */
  private static final int NO_HEADING = 9;

  private static final int LEVELS = 9;

  /** The format of a number that is counted and not printed: [MS-OSHARED] 2.2.1.3. */
  private static final int NO_NUMBER = 0xff;

  private final HWPFDocument document;
  private final AbstractWordUtils.NumberingState numbers = new AbstractWordUtils.NumberingState();

  /** At which levels headings are counted. */
  private final boolean[] headings = new boolean[LEVELS];

  DocStyles(HWPFDocument document) {
    this.document = document;
  }

  /** The level of a paragraph as a heading; 0 if it is none. */
  int heading(Paragraph paragraph) {
    int style = paragraph.getStyleIndex();
    String name = name(paragraph);
    Matcher heading = HEADING.matcher(name);
    if (heading.matches()) {
      return Integer.parseInt(heading.group(1));
    }
    if (style >= 1 && style <= LAST_HEADING) {
      return style;
    }
    int outline = paragraph.getLvl();
    return outline >= 0 && outline < NO_HEADING ? outline + 1 : name.equals("title") ? 1 : 0;
  }

  /** Whether it is a line of a list of contents. */
  boolean isContents(Paragraph paragraph) {
    return name(paragraph).matches("toc \\d|contents \\d");
  }

  private String name(Paragraph paragraph) {
    StyleDescription style =
        document.getStyleSheet().getStyleDescription(paragraph.getStyleIndex());
    String name = style == null ? null : style.getName();
    return name == null ? "" : name.toLowerCase(Locale.ROOT);
  }

  /** A heading was counted; its level is none of the lists below it. */
  void counted(Paragraph heading) {
    headings[Math.clamp(heading.getIlvl(), 0, LEVELS - 1)] = true;
  }

  /** How deep an item lies within its list: levels that headings take up do not count. */
  int depth(Paragraph item) {
    int depth = 0;
    for (int i = 0; i < Math.min(item.getIlvl(), LEVELS); i++) {
      depth += headings[i] ? 0 : 1;
    }
    return depth;
  }

  /** What is printed before a paragraph, counted on from those before; empty if nothing is. */
  String label(Paragraph paragraph) {
    if (!paragraph.isInList()) {
      return "";
    }
    try {
      HWPFList list = paragraph.getList();
      char level = (char) paragraph.getIlvl();
      String label = AbstractWordUtils.getBulletText(numbers, list, level);
      boolean printed = label != null && (list.getNumberFormat(level) & 0xff) != NO_NUMBER;
      return printed ? label.strip() : "";
    } catch (RuntimeException e) {
      return "-"; // its list is not described, but it is an item
    }
  }
}
