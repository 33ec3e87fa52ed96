package dev.gill.parse.office.word;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.office.OfficeLine;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Notes;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;

/** Notes and comments, which the signs in the text lead to. */
final class DocNotes {
  private static final char COMMENT = 0x05;

  private final HWPFDocument document;
  private final CanonicalText text;
  private final DocRuns runs;
  private final List<OfficeLine> notes = new ArrayList<>();
  private List<Range> comments;
  private int commented;
  private boolean within;

  DocNotes(HWPFDocument document, CanonicalText text, DocRuns runs) {
    this.document = document;
    this.text = text;
    this.runs = runs;
  }

  List<OfficeLine> take() {
    List<OfficeLine> taken = List.copyOf(notes);
    notes.clear();
    return taken;
  }

  /** The sign of a note; within a note it stands for its own mark. */
  void mark(CharacterRun run, OfficeLine line) {
    if (within) {
      return;
    }
    Range note = note(document.getFootnotes(), document.getFootnoteRange(), run);
    if (note == null) {
      note = note(document.getEndnotes(), document.getEndnoteRange(), run);
    }
    if (note != null) {
      String mark = Integer.toString(notes.size() + 1);
      line.mark(mark);
      OfficeLine own = new OfficeLine(text);
      notes.add(own);
      own.words("[" + mark + "] ");
      read(note, own);
    }
  }

  private Range note(Notes all, Range story, CharacterRun run) {
    int index = all.getNoteIndexByAnchorPosition(run.getStartOffset());
    return index < 0
        ? null
        : new Range(
            story.getStartOffset() + all.getNoteTextStartOffset(index),
            story.getStartOffset() + all.getNoteTextEndOffset(index),
            document);
  }

  /** The sign of a comment; the comments stand one after another as their signs do. */
  void comment(OfficeLine line) {
    if (within) {
      return;
    }
    if (comments == null) {
      comments = comments();
    }
    if (commented < comments.size()) {
      OfficeLine remark = new OfficeLine(text);
      remark.words("Comment: ");
      read(comments.get(commented++), remark);
      line.after(() -> text.paragraph(remark.inline()));
    }
  }

  private List<Range> comments() {
    Range story = document.getCommentsRange();
    String all = story.text();
    List<Range> found = new ArrayList<>();
    for (int at = all.indexOf(COMMENT); at >= 0; ) {
      int next = all.indexOf(COMMENT, at + 1);
      int end = next < 0 ? all.length() : next;
      found.add(new Range(story.getStartOffset() + at, story.getStartOffset() + end, document));
      at = next;
    }
    return found;
  }

  private void read(Range range, OfficeLine line) {
    within = true;
    for (int i = 0; i < range.numParagraphs(); i++) {
      Paragraph paragraph = range.getParagraph(i);
      runs.add(paragraph, line);
      if (!DocRuns.isEndDeleted(paragraph)) {
        line.lineBreak();
      }
    }
    within = false;
  }
}
