package dev.gill.parse.office.word;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.office.OfficeLine;
import dev.gill.parse.office.SymbolFonts;
import dev.gill.parse.xml.XmlNode;
import java.util.Map;
import java.util.function.Consumer;

/** Reads runs: pieces of a paragraph that look alike. */
final class DocxRun {
  private static final Map<String, String> CHARACTERS =
      Map.of("w:noBreakHyphen", "-", "w:softHyphen", "");

  private final CanonicalText text;
  private final DocxFile file;
  private final DocxDrawings drawings;
  private final Consumer<XmlNode> remarks;
  private final DocxFields fields = new DocxFields();

  /**
   * @param remarks writes a comment
   */
  DocxRun(CanonicalText text, DocxFile file, DocxDrawings drawings, Consumer<XmlNode> remarks) {
    this.text = text;
    this.file = file;
    this.drawings = drawings;
    this.remarks = remarks;
  }

  DocxFields fields() {
    return fields;
  }

  void read(XmlNode run, String style, boolean deleted, OfficeLine line) {
    XmlNode look = run.at("w:rPr");
    LeftOut.Kind gone = deleted ? LeftOut.Kind.DELETED : unread(look, style);
    boolean raised = file.styles().isRaised(look, style);
    String font = look.at("w:rFonts").attr("w:ascii");
    for (XmlNode piece : run.children()) {
      switch (piece.name()) {
        case "w:fldChar" -> fieldCharacter(piece, gone == null, line);
        case "w:instrText", "w:delInstrText" -> fields.code(piece.text());
        case "w:t" -> words(seen(font, piece.text()), gone, raised, line);
        case "w:delText" -> line.drop(LeftOut.Kind.DELETED, piece.text());
        case "w:sym", "symex:symEx" -> words(symbol(piece), gone, raised, line);
        default -> piece(run, piece, style, gone, line);
      }
    }
    if (gone == null && !run.at("w:t").text().isBlank()) {
      line.weight(file.styles().isOn(look, style, "w:b"));
    }
  }

  /** Why words that look so are left out; null if they are read. */
  private LeftOut.Kind unread(XmlNode look, String style) {
    DocxStyles styles = file.styles();
    if (styles.isOn(look, style, "w:vanish")) {
      return LeftOut.Kind.HIDDEN;
    }
    boolean struck = styles.isOn(look, style, "w:strike") || styles.isOn(look, style, "w:dstrike");
    return struck ? LeftOut.Kind.STRUCK : null;
  }

  private void piece(XmlNode run, XmlNode piece, String style, LeftOut.Kind gone, OfficeLine line) {
    if (gone != null) {
      if (piece.name().equals("w:drawing") || piece.name().equals("w:pict")) {
        line.drop(gone, "drawing");
      }
      return;
    }
    switch (piece.name()) {
      case "w:tab", "w:ptab" -> unlessCode(line::tab);
      case "w:br", "w:cr" -> unlessCode(line::lineBreak);
      case "w:footnoteReference" -> note(file.footnotes(), run, piece, line);
      case "w:endnoteReference" -> note(file.endnotes(), run, piece, line);
      case "w:commentReference" -> remark(piece, line);
      case "w:ruby" -> ruby(piece, line);
      case "w:pgNum" -> line.page();
      case "w:drawing", "w:pict", "w:object" -> drawings.read(piece, line);
      case "w:contentPart" -> text.leftOut(LeftOut.Kind.OBJECT);
      default -> {
        String character = CHARACTERS.getOrDefault(piece.name(), "");
        words(character, null, false, line);
      }
    }
  }

  private void unlessCode(Runnable action) {
    if (!fields.inCode() && !fields.inContents()) {
      action.run();
    }
  }

  private void words(String words, LeftOut.Kind gone, boolean raised, OfficeLine line) {
    if (fields.inCode() || words.isEmpty()) {
      return;
    }
    if (fields.inContents()) {
      line.contents();
    } else if (gone != null) {
      line.drop(gone, words);
    } else if (drawings.isMargin() && fields.inPageNumber()) {
      line.page();
    } else if (raised) {
      line.raised(words);
    } else {
      line.words(words);
    }
  }

  private static String seen(String font, String words) {
    return SymbolFonts.isSymbolic(font) ? SymbolFonts.seen(font, words) : words;
  }

  private static String symbol(XmlNode piece) {
    boolean extended = piece.name().equals("symex:symEx");
    String code = piece.attr(extended ? "symex:char" : "w:char");
    String font = piece.attr(extended ? "symex:font" : "w:font");
    return code.matches("[0-9A-Fa-f]{1,6}")
        ? SymbolFonts.seen(font, Integer.parseInt(code, 16))
        : "";
  }

  private void fieldCharacter(XmlNode piece, boolean read, OfficeLine line) {
    switch (piece.attr("w:fldCharType")) {
      case "begin" -> fields.begin(piece.at("w:ffData"));
      case "separate" -> fields.separate();
      case "end" -> endField(read, line);
      default -> {}
    }
  }

  /**
   * Ends the innermost field: a link's target follows its words.
   *
   * @param read whether its words were read
   */
  void endField(boolean read, OfficeLine line) {
    DocxFields.Field field = fields.end();
    if (!read || fields.inCode() || fields.inContents()) {
      return;
    }
    if (field.isEquation()) {
      text.leftOut(LeftOut.Kind.FORMULA);
    }
    line.words(field.chosen());
    if (!field.target().isEmpty()) {
      line.target(field.target());
    }
  }

  private void note(DocxNotes notes, XmlNode run, XmlNode piece, OfficeLine line) {
    boolean own = piece.attr("w:customMarkFollows").matches("1|true|on");
    String mark = notes.mark(piece.attr("w:id"), own ? run.words("w:t") : "");
    if (!mark.isEmpty() && !own) {
      line.mark(mark);
    }
  }

  private void remark(XmlNode piece, OfficeLine line) {
    XmlNode comment = file.comments().take(piece.attr("w:id"));
    if (comment.exists()) {
      line.after(() -> remarks.accept(comment));
    }
  }

  private static void ruby(XmlNode piece, OfficeLine line) {
    line.ruby(piece.at("w:rubyBase").words("w:t"), piece.at("w:rt").words("w:t"));
  }
}
