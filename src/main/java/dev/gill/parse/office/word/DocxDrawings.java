package dev.gill.parse.office.word;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.office.OfficeLine;
import dev.gill.parse.xml.XmlNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands in drawings: text boxes, pictures, charts, diagrams. */
final class DocxDrawings {
  private static final Set<String> PARTS =
      Set.of(
          "w:txbxContent",
          "a:txBody",
          "c:chart",
          "cx:chart",
          "dgm:relIds",
          "pic:pic",
          "v:imagedata",
          "v:textpath",
          "o:OLEObject");

  private static final Pattern MADE_BY_A_PROGRAM =
      Pattern.compile(
          "(?is)\\s*(description automatically generated.*|automatisch generierte beschreibung.*"
              + "|ai-generated content may be incorrect.*|说明已自动生成.*)");

  private static final Pattern NAME_ALONE =
      Pattern.compile(
          "(?i)(picture|image|graphic|grafik|bild|图片|图像)?\\s*\\d*"
              + "|\\S*\\.(png|jpe?g|gif|emf|wmf|bmp|tiff?|svg|webp)");

  private final CanonicalText text;
  private final DocxPackage parts;
  private final Map<String, DocxPackage.Relation> relations;
  private final boolean margin;

  DocxDrawings(
      CanonicalText text,
      DocxPackage parts,
      Map<String, DocxPackage.Relation> relations,
      boolean margin) {
    this.text = text;
    this.parts = parts;
    this.relations = relations;
    this.margin = margin;
  }

  /** Whether they stand in the head or foot of pages. */
  boolean isMargin() {
    return margin;
  }

  /** Takes over what a drawing holds. */
  void read(XmlNode drawing, OfficeLine line) {
    if (drawing.name().equals("w:object")) {
      object(drawing, line);
      return;
    }
    String described = description(drawing);
    int[] pictures = {0};
    drawing.find(
        PARTS,
        part -> {
          switch (part.name()) {
            case "w:txbxContent" -> line.box(part);
            case "a:txBody" ->
                part.all("a:p")
                    .forEach(p -> line.after(() -> text.paragraph(Inline.of(p.words("a:t")))));
            case "c:chart" -> part(part.attr("r:id"), line, DocxChart::write);
            case "cx:chart" -> part(part.attr("r:id"), line, DocxChart::writeExtended);
            case "dgm:relIds" -> part(part.attr("r:dm"), line, DocxDiagram::write);
            case "v:textpath" -> line.after(() -> text.paragraph(Inline.of(part.attr("string"))));
            default -> picture(part, described, pictures[0]++ == 0, line);
          }
        });
  }

  private void object(XmlNode drawing, OfficeLine line) {
    text.leftOut(LeftOut.Kind.OBJECT);
    drawing.find(Set.of("w:txbxContent"), line::box);
  }

  private static String description(XmlNode drawing) {
    String[] found = {""};
    drawing.find(
        Set.of("wp:docPr", "v:shape"),
        node -> {
          String words = node.attr(node.name().equals("v:shape") ? "alt" : "descr");
          found[0] = found[0].isEmpty() ? words : found[0];
        });
    return found[0];
  }

  private void picture(XmlNode picture, String described, boolean first, OfficeLine line) {
    String own = picture.at("pic:nvPicPr", "pic:cNvPr").attr("descr");
    String words =
        MADE_BY_A_PROGRAM.matcher(described.isEmpty() || !first ? own : described).replaceAll("");
    if (NAME_ALONE.matcher(words.strip()).matches()) {
      text.leftOut(LeftOut.Kind.PICTURE);
    } else {
      line.picture(words.strip());
    }
  }

  private interface Writer {
    void write(XmlNode part, CanonicalText text);
  }

  private void part(String id, OfficeLine line, Writer writer) {
    DocxPackage.Relation relation = relations.get(id);
    XmlNode tree = relation == null || relation.outside() ? XmlNode.NONE : tree(relation.target());
    if (tree.exists()) {
      line.after(() -> writer.write(tree, text));
    } else {
      text.leftOut(LeftOut.Kind.OBJECT);
    }
  }

  /** A part that is broken takes the document with it no further than itself. */
  private XmlNode tree(String name) {
    try {
      return parts.tree(name);
    } catch (IOException e) {
      return XmlNode.NONE;
    }
  }
}
