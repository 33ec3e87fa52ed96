package dev.gill.parse.office.opendocument;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.office.OfficeLine;
import dev.gill.parse.xml.XmlNode;
import java.util.Set;

/** What stands in the frames and drawings of an OpenDocument text. */
final class OdtFrames {
  private static final Set<String> UNREAD =
      Set.of("draw:object-ole", "draw:plugin", "draw:applet", "draw:floating-frame");

  private final CanonicalText text;
  private final OdfCharts charts;

  OdtFrames(CanonicalText text, OpenDocument file) {
    this.text = text;
    this.charts = new OdfCharts(text, file);
  }

  /** Takes over what a drawing holds. */
  void read(XmlNode drawing, OfficeLine line) {
    switch (drawing.name()) {
      case "draw:frame" -> frame(drawing, line);
      case "draw:control" -> text.leftOut(LeftOut.Kind.OBJECT);
      case "draw:g" -> drawing.children().forEach(child -> read(child, line));
      case "draw:a" -> {
        drawing.children().forEach(child -> read(child, line));
        line.target(drawing.attr("xlink:href"));
      }
      default -> {
        if (drawing.name().startsWith("draw:") && !drawing.children().isEmpty()) {
          line.box(drawing);
        }
      }
    }
  }

  /** A frame holds one thing in several forms, the best one first. */
  private void frame(XmlNode frame, OfficeLine line) {
    for (XmlNode form : frame.children()) {
      switch (form.name()) {
        case "draw:text-box" -> {
          line.box(form);
          return;
        }
        case "table:table" -> {
          line.box(frame);
          return;
        }
        case "draw:object" -> {
          object(form, line);
          return;
        }
        case "draw:image" -> {
          picture(frame, line);
          return;
        }
        default -> {
          if (UNREAD.contains(form.name())) {
            text.leftOut(LeftOut.Kind.OBJECT);
            return;
          }
        }
      }
    }
  }

  private void picture(XmlNode frame, OfficeLine line) {
    String words = frame.at("svg:desc").words(XmlNode.WORDS);
    if (words.isEmpty()) {
      words = frame.at("svg:title").words(XmlNode.WORDS);
    }
    if (words.isEmpty()) {
      text.leftOut(LeftOut.Kind.PICTURE);
    } else {
      line.picture(words);
    }
  }

  private void object(XmlNode object, OfficeLine line) {
    XmlNode content =
        object.children().isEmpty() ? charts.stored(object.attr("xlink:href")) : object;
    XmlNode[] found = {XmlNode.NONE};
    content.find(Set.of("math:math", "math", "chart:chart"), node -> found[0] = node);
    if (content.name().equals("math") || content.name().equals("math:math")) {
      found[0] = content;
    }
    XmlNode whole = found[0];
    if (whole.name().equals("chart:chart")) {
      line.after(() -> charts.write(whole));
    } else if (whole.exists() && !MathMl.of(whole).isBlank()) {
      line.words(MathMl.of(whole));
    } else {
      text.leftOut(LeftOut.Kind.OBJECT);
    }
  }
}
