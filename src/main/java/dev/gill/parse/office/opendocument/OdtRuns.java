package dev.gill.parse.office.opendocument;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.office.OfficeLine;
import dev.gill.parse.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Reads what stands inside the paragraphs of an OpenDocument text. */
final class OdtRuns {
  private static final int WIDEST_GAP = 999;
  private static final Set<String> UNSEEN =
      Set.of("text:number", "office:annotation-end", "text:script", "office:event-listeners");

  private static final Set<String> PAGES = Set.of("text:page-number", "text:page-count");

  private final CanonicalText text;
  private final OdtStyles styles;
  private final OdtFrames frames;
  private final Consumer<XmlNode> remarks;
  private final List<XmlNode> notes = new ArrayList<>();
  private boolean margin;

  /**
   * @param remarks writes a comment
   */
  OdtRuns(CanonicalText text, OdtStyles styles, OdtFrames frames, Consumer<XmlNode> remarks) {
    this.text = text;
    this.styles = styles;
    this.frames = frames;
    this.remarks = remarks;
  }

  /** From here on it is the head or foot of pages. */
  void margin(boolean begins) {
    margin = begins;
  }

  /** The notes since the last call. */
  List<XmlNode> takeNotes() {
    List<XmlNode> all = List.copyOf(notes);
    notes.clear();
    return all;
  }

  /** Adds a paragraph's words. */
  void read(XmlNode paragraph, OfficeLine line) {
    String style = paragraph.attr("text:style-name");
    boolean hidden =
        paragraph.at("text:hidden-paragraph").attr("text:is-hidden").equals("true")
            || styles.isHidden("paragraph", style);
    LeftOut.Kind gone =
        hidden
            ? LeftOut.Kind.HIDDEN
            : styles.isStruck("paragraph", style) ? LeftOut.Kind.STRUCK : null;
    inside(paragraph, gone, false, styles.isBold("paragraph", style), line);
  }

  private void inside(
      XmlNode holder, LeftOut.Kind gone, boolean raised, boolean bold, OfficeLine line) {
    holder.children().forEach(child -> read(child, gone, raised, bold, line));
  }

  private void read(
      XmlNode node, LeftOut.Kind gone, boolean raised, boolean bold, OfficeLine line) {
    switch (node.name()) {
      case XmlNode.WORDS -> words(node.text(), gone, raised, bold, line);
      case "text:s" -> words(" ".repeat(spaces(node)), gone, false, bold, line);
      case "text:tab" -> line.tab();
      case "text:line-break" -> line.lineBreak();
      case "text:span" -> span(node, gone, raised, bold, line);
      case "text:a" -> {
        inside(node, gone, raised, bold, line);
        line.target(gone == null ? node.attr("xlink:href") : "");
      }
      case "text:hidden-text", "text:variable-set" -> conditional(node, gone, raised, line);
      default -> beside(node, gone, raised, bold, line);
    }
  }

  private void beside(
      XmlNode node, LeftOut.Kind gone, boolean raised, boolean bold, OfficeLine line) {
    String name = node.name();
    if (UNSEEN.contains(name) || (gone != null && !name.startsWith("text:"))) {
      return;
    }
    switch (name) {
      case "text:note" -> note(node, gone, line);
      case "office:annotation" -> remark(node, line);
      case "text:ruby" ->
          line.ruby(
              node.at("text:ruby-base").words(XmlNode.WORDS),
              node.at("text:ruby-text").words(XmlNode.WORDS));
      case "text:placeholder" -> line.drop(LeftOut.Kind.PROMPT, "prompt");
      default -> {
        if (margin && PAGES.contains(name)) {
          line.page();
        } else if (name.startsWith("draw:") || name.startsWith("table:")) {
          frames.read(node, line);
        } else {
          inside(node, gone, raised, bold, line);
        }
      }
    }
  }

  private static int spaces(XmlNode node) {
    String count = node.attr("text:c");
    return count.length() > 9 ? WIDEST_GAP : Math.clamp(XmlNode.number(count, 1), 1, WIDEST_GAP);
  }

  private void words(
      String words, LeftOut.Kind gone, boolean raised, boolean bold, OfficeLine line) {
    if (gone != null) {
      line.drop(gone, words);
    } else if (raised) {
      line.raised(words);
    } else {
      line.words(words);
    }
    if (gone == null && !words.isBlank()) {
      line.weight(bold);
    }
  }

  private void span(
      XmlNode node, LeftOut.Kind gone, boolean raised, boolean bold, OfficeLine line) {
    String style = node.attr("text:style-name");
    LeftOut.Kind why =
        gone != null
            ? gone
            : styles.isHidden("text", style)
                ? LeftOut.Kind.HIDDEN
                : styles.isStruck("text", style) ? LeftOut.Kind.STRUCK : null;
    inside(node, why, raised || styles.isRaised(style), bold || styles.isBold("text", style), line);
  }

  private void conditional(XmlNode node, LeftOut.Kind gone, boolean raised, OfficeLine line) {
    boolean hidden =
        node.attr("text:is-hidden").equals("true") || node.attr("text:display").equals("none");
    inside(node, hidden ? LeftOut.Kind.HIDDEN : gone, raised, false, line);
  }

  private void note(XmlNode note, LeftOut.Kind gone, OfficeLine line) {
    if (gone == null) {
      line.mark(note.at("text:note-citation").words(XmlNode.WORDS));
      notes.add(note);
    }
  }

  private void remark(XmlNode annotation, OfficeLine line) {
    if (annotation.attr("loext:resolved").equals("true")) {
      text.leftOut(LeftOut.Kind.COMMENT);
    } else {
      line.after(() -> remarks.accept(annotation));
    }
  }
}
