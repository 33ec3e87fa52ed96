package dev.gill.parse.office.word;

import dev.gill.parse.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;

/** Finds rows and cells also where they stand in content controls or changes. */
final class DocxTableParts {
  private DocxTableParts() {}

  /** All rows of a table, or all cells of a row. */
  static List<XmlNode> all(XmlNode holder, String wanted) {
    List<XmlNode> found = new ArrayList<>();
    collect(holder, wanted, found);
    return found;
  }

  private static void collect(XmlNode holder, String wanted, List<XmlNode> found) {
    for (XmlNode child : holder.children()) {
      if (child.name().equals(wanted)) {
        found.add(child);
      } else {
        switch (child.name()) {
          case "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag" ->
              collect(child, wanted, found);
          default -> {}
        }
      }
    }
  }
}
