package dev.gill.parse.office.word;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.office.OfficeLine;
import dev.gill.parse.xml.XmlNode;
import java.util.Map;

/** Reads what stands inside paragraphs, with all changes accepted. */
final class DocxRuns {
  private final CanonicalText text;
  private final DocxFile file;
  private final Map<String, DocxPackage.Relation> relations;
  private final DocxRun runs;

  DocxRuns(
      CanonicalText text,
      DocxFile file,
      Map<String, DocxPackage.Relation> relations,
      DocxRun runs) {
    this.text = text;
    this.file = file;
    this.relations = relations;
    this.runs = runs;
  }

  /** Adds a paragraph's words. */
  void read(XmlNode paragraph, OfficeLine line) {
    String style = file.styles().of(paragraph.at("w:pPr"));
    paragraph.children().forEach(child -> read(child, style, false, line));
  }

  private void read(XmlNode node, String style, boolean deleted, OfficeLine line) {
    switch (node.name()) {
      case "w:r" -> runs.read(node, style, deleted, line);
      case "w:del", "w:moveFrom" ->
          node.children().forEach(child -> read(child, style, true, line));
      case "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:dir", "w:bdo", "w:sdtContent" ->
          node.children().forEach(child -> read(child, style, deleted, line));
      case "w:hyperlink" -> link(node, style, deleted, line);
      case "w:fldSimple" -> field(node, style, deleted, line);
      case "w:sdt" -> control(node, style, deleted, line);
      case "m:oMath", "m:oMathPara" -> formula(node, deleted, line);
      case "w:subDoc" -> text.leftOut(LeftOut.Kind.OBJECT);
      default -> {}
    }
  }

  private void link(XmlNode node, String style, boolean deleted, OfficeLine line) {
    int before = line.raw().length();
    node.children().forEach(child -> read(child, style, deleted, line));
    DocxPackage.Relation relation = relations.get(node.attr("r:id"));
    if (relation != null && relation.outside() && line.raw().length() > before) {
      line.target(relation.target());
    }
  }

  private void field(XmlNode node, String style, boolean deleted, OfficeLine line) {
    DocxFields fields = runs.fields();
    fields.begin(node.at("w:ffData"));
    fields.code(node.attr("w:instr"));
    fields.separate();
    node.children().forEach(child -> read(child, style, deleted, line));
    runs.endField(!deleted, line);
  }

  private void control(XmlNode node, String style, boolean deleted, OfficeLine line) {
    if (file.styles().isPrompt(node)) {
      line.drop(LeftOut.Kind.PROMPT, "prompt");
    } else {
      read(node.at("w:sdtContent"), style, deleted, line);
    }
  }

  private void formula(XmlNode node, boolean deleted, OfficeLine line) {
    String words = MathText.of(node);
    if (deleted) {
      line.drop(LeftOut.Kind.DELETED, words);
    } else if (!runs.fields().inCode()) {
      line.words(words);
    }
  }
}
