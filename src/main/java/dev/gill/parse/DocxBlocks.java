package dev.gill.parse;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.IRunElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Walks the body of a Word document. */
final class DocxBlocks {
  private static final Pattern HEADING = Pattern.compile("heading (\\d)");
  private static final Pattern CODE = Pattern.compile(".*(code|preformatted|source|verbatim).*");
  private static final Pattern NOTE = Pattern.compile("\\[(?:foot|end)noteRef:(\\d+)]");

  private record Level(BigInteger list, int level) {}

  private final CanonicalText text;
  private final XWPFDocument document;
  private final Map<Level, Integer> numbers = new HashMap<>();
  private final List<String> code = new ArrayList<>();
  private BigInteger list;

  DocxBlocks(CanonicalText text, XWPFDocument document) {
    this.text = text;
    this.document = document;
  }

  void write(List<IBodyElement> elements) {
    for (IBodyElement element : elements) {
      switch (element) {
        case XWPFParagraph paragraph -> paragraph(paragraph);
        case XWPFTable table -> table(table);
        case XWPFSDT control -> {
          endCode();
          control.getContent().getText().lines().forEach(l -> text.paragraph(Inline.of(l)));
        }
        default -> {}
      }
    }
    endCode();
  }

  void footnote(XWPFFootnote footnote) {
    Inline line = new Inline();
    footnote.getParagraphs().forEach(paragraph -> line.space().text(words(paragraph)));
    if (!line.isEmpty()) {
      text.paragraph(Inline.of("[%s] %s".formatted(footnote.getId(), line)));
    }
  }

  private void paragraph(XWPFParagraph paragraph) {
    String style = style(paragraph);
    if (CODE.matcher(style).matches()) {
      words(paragraph).lines().forEach(code::add);
      return;
    }
    endCode();
    Inline line = Inline.of(words(paragraph).replace('\n', ' '));
    Matcher heading = HEADING.matcher(style);
    if (style.equals("title")) {
      text.heading(1, line);
    } else if (heading.matches()) {
      text.heading(Integer.parseInt(heading.group(1)), line);
    } else if (paragraph.getNumID() != null && paragraph.getNumFmt() != null) {
      item(paragraph, line);
    } else {
      list = null;
      text.paragraph(line);
    }
  }

  private void item(XWPFParagraph paragraph, Inline line) {
    if (line.isEmpty()) {
      return;
    }
    if (!paragraph.getNumID().equals(list)) {
      text.apart();
    }
    list = paragraph.getNumID();
    int depth = paragraph.getNumIlvl() == null ? 0 : paragraph.getNumIlvl().intValue();
    numbers.keySet().removeIf(level -> level.list().equals(list) && level.level() > depth);
    int number = numbers.merge(new Level(list, depth), 1, Integer::sum);
    boolean bullet = paragraph.getNumFmt().equals("bullet") || paragraph.getNumFmt().equals("none");
    text.item(depth, bullet ? "-" : number + ".", line);
  }

  private void endCode() {
    text.code("", code, 0);
    code.clear();
  }

  /** The style's own name in lower case: the built-in ones are the same in every language. */
  private String style(XWPFParagraph paragraph) {
    if (paragraph.getStyleID() == null || document.getStyles() == null) {
      return "";
    }
    XWPFStyle style = document.getStyles().getStyle(paragraph.getStyleID());
    return style == null || style.getName() == null
        ? paragraph
            .getStyleID()
            .toLowerCase(Locale.ROOT)
            .replaceFirst("^heading(\\d)$", "heading $1")
        : style.getName().toLowerCase(Locale.ROOT);
  }

  private static String words(XWPFParagraph paragraph) {
    StringBuilder words = new StringBuilder();
    for (IRunElement run : paragraph.getIRuns()) {
      switch (run) {
        case XWPFRun plain -> words.append(plain.text());
        case XWPFSDT control -> words.append(control.getContent().getText());
        default -> {}
      }
    }
    return NOTE.matcher(words).replaceAll("[$1]");
  }

  private void table(XWPFTable table) {
    endCode();
    list = null;
    if (table.getNumberOfRows() == 1 && table.getRow(0).getTableCells().size() == 1) {
      write(table.getRow(0).getCell(0).getBodyElements());
      return;
    }
    text.apart();
    for (XWPFTableRow row : table.getRows()) {
      List<Inline> cells = new ArrayList<>();
      for (XWPFTableCell cell : row.getTableCells()) {
        cells.add(Inline.of(cell.getTextRecursively().replace('\n', ' ')));
      }
      text.row(cells);
    }
    text.apart();
  }
}
