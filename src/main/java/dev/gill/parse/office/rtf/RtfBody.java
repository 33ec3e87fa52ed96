package dev.gill.parse.office.rtf;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.office.EdgeTable;
import dev.gill.parse.office.OfficeLine;

/** Takes in the words of a document and how they look. */
final class RtfBody implements RtfSink {
  private final CanonicalText text;
  private final RtfStyles styles = new RtfStyles();
  private final RtfParagraphs paragraphs;
  private final RtfGroups groups;
  private final RtfStory body;
  private final RtfState state = new RtfState();

  RtfBody(CanonicalText text) {
    this.text = text;
    this.paragraphs = new RtfParagraphs(text, styles);
    this.groups = new RtfGroups(text, styles, paragraphs);
    this.body = new RtfStory(text, RtfStory.Kind.BODY);
    state.story = body;
  }

  void read(byte[] bytes) {
    new RtfReader(bytes, text.limits(), this, state).read();
    paragraphs.end(body, state);
  }

  @Override
  public void text(String words, RtfState at) {
    if (at.destination != RtfState.Destination.TEXT) {
      groups.text(words, at);
      return;
    }
    OfficeLine line = at.story.line();
    if (at.contents) {
      line.contents();
    } else if (at.deleted) {
      line.drop(LeftOut.Kind.DELETED, words);
    } else if (at.hidden) {
      line.drop(LeftOut.Kind.HIDDEN, words);
    } else if (at.struck) {
      line.drop(LeftOut.Kind.STRUCK, words);
    } else if (at.raised) {
      line.raised(words);
    } else {
      if (!words.isBlank()) {
        line.weight(at.bold);
      }
      line.words(words);
    }
  }

  @Override
  public void word(RtfTokens.Word word, boolean first, boolean optional, RtfState at) {
    if (groups.begins(word, first, optional, at)) {
      return;
    }
    if (at.destination == RtfState.Destination.STYLES) {
      paragraph(word, at);
    } else if (at.destination == RtfState.Destination.TEXT) {
      boolean known = character(word, at) || paragraph(word, at) || table(word, at);
      if (!known) {
        sign(word.name(), at);
      }
    }
  }

  @Override
  public void close(RtfState inner, RtfState outer) {
    groups.close(inner, outer);
  }

  private static boolean character(RtfTokens.Word word, RtfState at) {
    switch (word.name()) {
      case "plain" -> at.plain();
      case "v" -> at.hidden = word.isOn();
      case "deleted", "mvf" -> at.deleted = word.isOn();
      case "strike", "striked" -> at.struck = word.isOn();
      case "b" -> at.bold = word.isOn();
      case "super" -> at.raised = word.isOn();
      case "up" -> at.raised = word.value() > 0;
      case "sub", "nosupersub", "dn" -> at.raised = false;
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean paragraph(RtfTokens.Word word, RtfState at) {
    switch (word.name()) {
      case "pard" -> at.beginParagraph();
      case "s" -> at.style = word.value();
      case "outlinelevel" -> at.outline = word.value();
      case "ilvl" -> at.level = word.value();
      case "intbl" -> at.inTable = word.isOn();
      case "itap" -> {
        at.nesting = word.value();
        at.inTable |= word.value() > 0;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean table(RtfTokens.Word word, RtfState at) {
    EdgeTable table = paragraphs.table();
    if (at.group.equals("nesttableprops")) {
      if (word.name().equals("nestrow")) {
        at.story.line().lineBreak();
      }
      return true;
    }
    switch (word.name()) {
      case "trowd" -> table.describe();
      case "trhdr" -> table.heading();
      case "clmrg" -> table.joined();
      case "clvmgf" -> table.merged(true);
      case "clvmrg" -> table.merged(false);
      case "cellx" -> table.edge(word.value());
      case "row" -> table.endRow();
      case "cell" -> {
        if (at.story.isBody()) {
          paragraphs.cell(at.story);
        } else {
          at.story.line().tab();
        }
      }
      case "nestcell" -> at.story.line().words(", ");
      default -> {
        return false;
      }
    }
    return true;
  }

  private void sign(String name, RtfState at) {
    OfficeLine line = at.story.line();
    switch (name) {
      case "par", "sect" -> paragraphs.end(at);
      case "line", "lbr", "softline", "page", "column" -> line.lineBreak();
      case "tab" -> line.tab();
      case "chpgn" -> line.page();
      case "chftn" -> {
        if (!at.deleted && !at.hidden) {
          paragraphs.mark(at.story);
        }
      }
      default -> {}
    }
  }
}
