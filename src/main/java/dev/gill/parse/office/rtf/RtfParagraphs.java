package dev.gill.parse.office.rtf;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.office.EdgeTable;
import dev.gill.parse.office.MarginLines;
import dev.gill.parse.office.OfficeLine;
import dev.gill.parse.office.PrintedLabel;
import java.util.ArrayList;
import java.util.List;

/** Writes the paragraphs and tables of the body, and what stands beside them in its place. */
final class RtfParagraphs {
  private final CanonicalText text;
  private final RtfStyles styles;
  private final EdgeTable table;
  private final MarginLines margins;
  private final List<OfficeLine> notes = new ArrayList<>();
  private final List<OfficeLine> feet = new ArrayList<>();
  private boolean contents;
  private int marks;
  private String mark = "";

  RtfParagraphs(CanonicalText text, RtfStyles styles) {
    this.text = text;
    this.styles = styles;
    this.table = new EdgeTable(text);
    this.margins = new MarginLines(text);
  }

  EdgeTable table() {
    return table;
  }

  /** Whether words at this place belong to a cell. */
  boolean inCell(RtfState state) {
    return state.story.isBody() && (state.inTable || table.inRow());
  }

  /** A paragraph ends; one whose mark is deleted goes on in the next. */
  void end(RtfState state) {
    if (state.deleted) {
      return;
    }
    if (!state.story.isBody() || inCell(state)) {
      state.story.line().lineBreak();
    } else {
      endTable();
      write(state);
    }
  }

  void cell(RtfStory story) {
    table.cell(story.take());
  }

  private void endTable() {
    if (!table.isEmpty()) {
      contents = false;
      table.write();
    }
  }

  private void write(RtfState state) {
    OfficeLine line = state.story.take();
    String label = state.story.takeLabel();
    int heading = styles.heading(state);
    if (line.isContents() || styles.isContents(state.style) && !line.inline().isEmpty()) {
      if (!contents) {
        text.contents();
      }
      contents = true;
      return;
    }
    contents &= line.inline().isEmpty();
    if (heading > 0) {
      text.heading(heading, PrintedLabel.heading(label, line.inline()));
    } else if (!label.isEmpty() && !line.inline().isEmpty()) {
      PrintedLabel.item(text, state.level, label, line.inline());
    } else {
      text.paragraph(line.inline());
    }
    line.after().forEach(Runnable::run);
  }

  /** What is printed before a paragraph. */
  void label(String printed, RtfState state) {
    String label = printed.strip();
    if (state.story.isBody() && !inCell(state)) {
      state.story.label(label);
    } else if (!PrintedLabel.isBullet(label)) {
      state.story.line().words(label + " ");
    }
  }

  /** The mark of a note that follows, or stands within one. */
  void mark(RtfStory story) {
    if (story.kind() != RtfStory.Kind.NOTE) {
      mark = Integer.toString(++marks);
      story.line().mark(mark);
    }
  }

  /** How a story that stands beside the text begins. */
  String beginning(RtfStory.Kind kind, String remarker) {
    String own = mark;
    return switch (kind) {
      case NOTE -> {
        mark = "";
        yield own.isEmpty() ? "" : "[" + own + "] ";
      }
      case COMMENT -> remarker.isBlank() ? "Comment: " : "Comment by " + remarker.strip() + ": ";
      default -> "";
    };
  }

  /** A story ends that stands beside another one. */
  void beside(RtfStory story, RtfStory outer) {
    OfficeLine line = story.line();
    switch (story.kind()) {
      case HEAD -> margin(line);
      case FOOT -> feet.add(line);
      case NOTE -> notes.add(line);
      default -> {
        outer.line().after(() -> text.paragraph(line.inline()));
        line.after().forEach(outer.line()::after);
      }
    }
  }

  private void margin(OfficeLine line) {
    line.raw().lines().forEach(margins::write);
    line.after().forEach(Runnable::run);
  }

  /** Writes what is still held back, the feet of pages and the notes. */
  void end(RtfStory body, RtfState last) {
    last.inTable = false;
    if (!body.line().inline().isEmpty() && table.inRow()) {
      table.cell(body.take());
    }
    endTable();
    write(last);
    feet.forEach(this::margin);
    for (OfficeLine note : notes) {
      text.paragraph(note.inline());
      note.after().forEach(Runnable::run);
    }
  }
}
