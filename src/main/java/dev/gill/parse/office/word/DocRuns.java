package dev.gill.parse.office.word;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.office.DrawingText;
import dev.gill.parse.office.OfficeLine;
import dev.gill.parse.office.SymbolFonts;
import dev.gill.parse.xml.XmlNode;
import java.util.List;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.OfficeDrawing;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Picture;

/** Reads the words of paragraphs, and the signs among them. */
final class DocRuns {
  private static final char PICTURE = 0x01;
  private static final char NOTE = 0x02;
  private static final char COMMENT = 0x05;
  private static final char DRAWING = 0x08;
  private static final char LINE_BREAK = 0x0b;
  private static final char COLUMN_BREAK = 0x0e;
  private static final char FIELD = 0x13;
  private static final char FIELD_RESULT = 0x14;
  private static final char FIELD_END = 0x15;
  private static final char HYPHEN = 0x1e;
  private static final char SYMBOL = 0x28;
  private static final int SUPERSCRIPT = 1;

  private final HWPFDocument document;
  private final CanonicalText text;
  private final DocNotes notes;
  private final DocxFields fields = new DocxFields();
  private boolean margin;

  DocRuns(HWPFDocument document, CanonicalText text) {
    this.document = document;
    this.text = text;
    this.notes = new DocNotes(document, text, this);
  }

  /** Whether the mark that ends a paragraph is deleted, so that it goes on in the next one. */
  static boolean isEndDeleted(Paragraph paragraph) {
    int runs = paragraph.numCharacterRuns();
    return runs > 0 && paragraph.getCharacterRun(runs - 1).isMarkedDeleted();
  }

  void add(Paragraph paragraph, OfficeLine line) {
    for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
      add(paragraph.getCharacterRun(i), line);
    }
  }

  /** The same of the head or foot of a page. */
  void margin(Paragraph paragraph, OfficeLine line) {
    margin = true;
    add(paragraph, line);
    margin = false;
  }

  /** Nothing that is open reaches into another part of the document. */
  void endStory() {
    fields.clear();
  }

  /** The notes so far, in order; from then on there are none. */
  List<OfficeLine> takeNotes() {
    return notes.take();
  }

  private void add(CharacterRun run, OfficeLine line) {
    if (run.isSymbol() && run.getSymbolFont() != null) {
      String font = run.getSymbolFont().getMainFontName();
      words(SymbolFonts.seen(font, run.getSymbolCharacter()), run, line);
      return;
    }
    StringBuilder words = new StringBuilder();
    String all = run.text();
    for (int i = 0; i < all.length(); i++) {
      char c = all.charAt(i);
      if (c == HYPHEN) {
        words.append('\u2011');
      } else if (c >= ' ' && !(c == SYMBOL && run.isSpecialCharacter())) {
        words.append(c);
      } else if (c >= ' ' || c < FIELD_END + 1) {
        words(words.toString(), run, line);
        words.setLength(0);
        sign(c, run, line);
      }
    }
    words(words.toString(), run, line);
  }

  private void words(String words, CharacterRun run, OfficeLine line) {
    if (words.isEmpty()) {
      return;
    }
    LeftOut.Kind gone = gone(run);
    if (fields.inCode()) {
      fields.code(words);
    } else if (fields.inContents()) {
      line.contents();
    } else if (gone != null) {
      line.drop(gone, words);
    } else if (margin && fields.inPageNumber()) {
      line.page();
    } else if (run.getSubSuperScriptIndex() == SUPERSCRIPT || run.getVerticalOffset() > 0) {
      line.raised(words);
    } else {
      if (!words.isBlank()) {
        line.weight(run.isBold());
      }
      line.words(words);
    }
  }

  private static LeftOut.Kind gone(CharacterRun run) {
    if (run.isMarkedDeleted()) {
      return LeftOut.Kind.DELETED;
    }
    if (run.isVanished()) {
      return LeftOut.Kind.HIDDEN;
    }
    return run.isStrikeThrough() || run.isDoubleStrikeThrough() ? LeftOut.Kind.STRUCK : null;
  }

  private void sign(char sign, CharacterRun run, OfficeLine line) {
    switch (sign) {
      case FIELD -> fields.begin(XmlNode.NONE);
      case FIELD_RESULT -> fields.separate();
      case FIELD_END -> line.target(fields.end().target());
      default -> {
        if (!fields.inCode() && !fields.inContents() && gone(run) == null) {
          seen(sign, run, line);
        }
      }
    }
  }

  private void seen(char sign, CharacterRun run, OfficeLine line) {
    switch (sign) {
      case '\t' -> line.tab();
      case LINE_BREAK, '\f', COLUMN_BREAK -> line.lineBreak();
      case PICTURE -> picture(run, line);
      case NOTE -> notes.mark(run, line);
      case COMMENT -> notes.comment(line);
      case DRAWING -> drawing(run);
      default -> {}
    }
  }

  private void picture(CharacterRun run, OfficeLine line) {
    if (run.isData()) {
      return; // belongs to a field of a form
    }
    if (document.getPicturesTable().hasPicture(run)) {
      Picture picture = document.getPicturesTable().extractPicture(run, false);
      String description =
          picture == null || picture.getDescription() == null ? "" : picture.getDescription();
      String shown = DrawingText.description(description);
      if (shown.isEmpty()) {
        text.leftOut(LeftOut.Kind.PICTURE);
      } else {
        line.picture(shown);
      }
    } else {
      text.leftOut(LeftOut.Kind.OBJECT);
    }
  }

  /** A drawing that is anchored here; text boxes are read by themselves. */
  private void drawing(CharacterRun run) {
    OfficeDrawing drawing =
        document.getOfficeDrawingsMain().getOfficeDrawingAt(run.getStartOffset());
    if (drawing != null && drawing.getPictureData() != null) {
      text.leftOut(LeftOut.Kind.PICTURE);
    }
  }
}
