package dev.gill.parse.office.word;

import dev.gill.parse.xml.XmlNode;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * What all stories of a Word document share: its body, its notes, its heads and feet.
 *
 * @param main the name of the part that holds the body
 */
record DocxFile(
    DocxPackage parts,
    String main,
    DocxStyles styles,
    DocxTitles titles,
    DocxNumbering numbering,
    DocxNotes footnotes,
    DocxNotes endnotes,
    DocxComments comments) {
  /**
   * Reads all but the text.
   *
   * @throws IOException if it is no Word document
   */
  static DocxFile of(DocxPackage parts) throws IOException {
    String main =
        parts
            .related("", "officeDocument")
            .orElseThrow(() -> new IOException("no office document inside"));
    DocxStyles styles = new DocxStyles();
    DocxNumbering numbering = new DocxNumbering(styles);
    XmlNode[] settings = {XmlNode.NONE};
    read(parts, main, "styles", styles::add);
    read(parts, main, "numbering", numbering::add);
    for (String name : parts.all(main, "settings")) {
      settings[0] = parts.tree(name);
    }
    DocxNotes footnotes = new DocxNotes(format(settings[0], "w:footnotePr", "decimal"));
    DocxNotes endnotes = new DocxNotes(format(settings[0], "w:endnotePr", "lowerRoman"));
    DocxComments comments = new DocxComments();
    read(parts, main, "footnotes", footnotes::add);
    read(parts, main, "endnotes", endnotes::add);
    read(parts, main, "commentsExtended", comments::addState);
    read(parts, main, "comments", comments::add);
    return new DocxFile(
        parts, main, styles, new DocxTitles(styles), numbering, footnotes, endnotes, comments);
  }

  private static String format(XmlNode settings, String notes, String usual) {
    String format = settings.at(notes, "w:numFmt").val();
    return format.isEmpty() ? usual : format;
  }

  private static void read(DocxPackage parts, String main, String type, Consumer<XmlNode> found)
      throws IOException {
    for (String name : parts.all(main, type)) {
      parts.read(name, 1, "", found);
    }
  }
}
