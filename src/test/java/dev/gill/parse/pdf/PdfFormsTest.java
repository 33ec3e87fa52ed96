package dev.gill.parse.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDComboBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.pdmodel.interactive.form.PDVariableText;
import org.junit.jupiter.api.Test;

/** What a PDF holds besides its printed lines, and what of those is not read or read once. */
class PdfFormsTest {
  private static PDType1Font plain() {
    return new PDType1Font(Standard14Fonts.FontName.HELVETICA);
  }

  private static float width(String words) throws IOException {
    return plain().getStringWidth(words) / 1000 * 11;
  }

  /** A line: words at a distance from the left and the page's top. */
  private record Printed(float left, float top, float size, String words) {
    static Printed at(float left, float top, String words) {
      return new Printed(left, top, 11, words);
    }
  }

  private interface Content {
    void add(PDDocument document) throws IOException;
  }

  private static PDPage page(PDDocument document, List<Printed> lines) throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    PDType1Font font = plain();
    try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
      for (Printed line : lines) {
        stream.beginText();
        stream.setFont(font, line.size());
        stream.newLineAtOffset(line.left(), PDRectangle.A4.getHeight() - line.top());
        stream.showText(line.words());
        stream.endText();
      }
    }
    return page;
  }

  private static Document parsed(Content content) throws ParseException, IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      content.add(document);
      document.save(out);
      return Samples.parsed("a.pdf", out.toByteArray());
    }
  }

  private static PDAcroForm form(PDDocument document) {
    PDAcroForm form = new PDAcroForm(document);
    document.getDocumentCatalog().setAcroForm(form);
    PDResources resources = new PDResources();
    resources.put(COSName.getPDFName("Helv"), plain());
    form.setDefaultResources(resources);
    form.setDefaultAppearance("/Helv 10 Tf 0 g");
    return form;
  }

  private static void place(PDVariableText field, PDPage page, float left, float top)
      throws IOException {
    var widget = field.getWidgets().getFirst();
    widget.setRectangle(new PDRectangle(left, PDRectangle.A4.getHeight() - top - 6, 150, 20));
    widget.setPage(page);
    page.getAnnotations().add(widget);
    field.getAcroForm().getFields().add(field);
  }

  @Test
  void filledFieldsStandWithTheirLabels() throws Exception {
    Document document =
        parsed(
            pdf -> {
              PDPage page =
                  page(
                      pdf,
                      List.of(
                          Printed.at(72, 100, "Operator"),
                          Printed.at(72, 130, "Shift"),
                          Printed.at(72, 160, "Pass word"),
                          Printed.at(72, 220, "Signed by the harbour master.")));
              PDAcroForm form = form(pdf);
              PDTextField operator = new PDTextField(form);
              operator.setPartialName("f1");
              place(operator, page, 160, 100);
              operator.setValue("Yusuf Brandt");
              PDComboBox shift = new PDComboBox(form);
              shift.setPartialName("f2");
              shift.setOptions(List.of("e", "l"), List.of("early", "late"));
              place(shift, page, 160, 130);
              shift.setValue("l");
              PDTextField secret = new PDTextField(form);
              secret.setPartialName("f3");
              secret.setPassword(true);
              place(secret, page, 160, 160);
              secret.getCOSObject().setString(COSName.V, "sesame");
              PDTextField remark = new PDTextField(form);
              remark.setPartialName("f4");
              remark.setAlternateFieldName("Remark of the office");
              place(remark, page, 300, 190);
              remark.setValue("valid for one year");
            });

    assertThat(document.text())
        .contains(
            "Operator: Yusuf Brandt\n\nShift: late\n", "Remark of the office: valid for one year")
        .doesNotContain("sesame");
  }

  @Test
  void whatStandsOnEveryPageIsReadOnce() throws Exception {
    Document document =
        parsed(
            pdf -> {
              for (int i = 1; i <= 4; i++) {
                page(
                    pdf,
                    List.of(
                        Printed.at(72, 40, "Harbour rules, page " + i),
                        Printed.at(72, 200, "Berth " + (char) ('A' + i) + " is kept free."),
                        Printed.at(72, 600, "Crane " + (i + 3) * 7 + " lifts " + i * i + " tons."),
                        Printed.at(72, 780, "Call 7741 after an accident."),
                        Printed.at(300, 810, "- " + i + " -")));
              }
            });

    assertThat(document.text())
        .isEqualTo(
            """
            Harbour rules

            Call 7741 after an accident.

            Berth B is kept free.

            Crane 28 lifts 1 tons.

            Berth C is kept free.

            Crane 35 lifts 4 tons.

            Berth D is kept free.

            Crane 42 lifts 9 tons.

            Berth E is kept free.

            Crane 49 lifts 16 tons.""");
    assertThat(document.leftOut()).containsExactly(new LeftOut("PDF", LeftOut.Kind.REPEATED, 2));
  }

  @Test
  void contentsAreNoText() throws Exception {
    Document document =
        parsed(
            pdf -> {
              page(
                  pdf,
                  List.of(
                      new Printed(72, 80, 16, "Contents"),
                      Printed.at(72, 110, "How is a rope checked? ............ 2"),
                      Printed.at(72, 124, "Where are lockers? .............. 2"),
                      Printed.at(72, 138, "Who leads the tour? .............. 3")));
              page(
                  pdf,
                  List.of(
                      new Printed(72, 80, 16, "How is a rope checked?"),
                      Printed.at(72, 110, "Metre by metre, by two people, and once a week.")));
            });

    assertThat(document.text())
        .isEqualTo("# How is a rope checked?\n\nMetre by metre, by two people, and once a week.");
    assertThat(document.leftOut()).containsExactly(new LeftOut("PDF", LeftOut.Kind.CONTENTS, 1));
  }

  @Test
  void linksLeadSomewhereAndRemarksAreCounted() throws Exception {
    Document document =
        parsed(
            pdf -> {
              PDPage page =
                  page(pdf, List.of(Printed.at(72, 100, "Book the crane on the list today.")));
              PDAnnotationLink link = new PDAnnotationLink();
              PDActionURI action = new PDActionURI();
              action.setURI("https://crane.example.org");
              link.setAction(action);
              float from = 72 + width("Book the ");
              float width = width("crane");
              link.setRectangle(new PDRectangle(from, PDRectangle.A4.getHeight() - 103, width, 14));
              PDAnnotationText remark = new PDAnnotationText();
              remark.setContents("is this still so?");
              remark.setRectangle(new PDRectangle(300, 300, 20, 20));
              page.setAnnotations(List.of(link, remark));
            });

    assertThat(document.text())
        .isEqualTo("Book the crane (https://crane.example.org) on the list today.");
    assertThat(document.leftOut()).containsExactly(new LeftOut("PDF", LeftOut.Kind.COMMENT, 1));
  }

  @Test
  void raisedFiguresAreNotPartOfTheNumberBefore() throws Exception {
    float wide = width("Refunds are given within 14");
    float sentence = width("The hall opens at ten.");
    Document document =
        parsed(
            pdf ->
                page(
                    pdf,
                    List.of(
                        Printed.at(72, 100, "Refunds are given within 14"),
                        new Printed(72 + wide, 96, 6, "1"),
                        Printed.at(72 + wide + 4, 100, " days."),
                        Printed.at(72, 150, "The hall opens at ten."),
                        new Printed(72 + sentence, 146, 6, "2"))));

    assertThat(document.text()).contains("14^1 days.", "The hall opens at ten. [2]");
  }

  @Test
  void placeholdersAndUnknownLettersAreFailuresThatSaySo() {
    assertThatThrownBy(
            () ->
                parsed(
                    pdf ->
                        page(
                            pdf,
                            List.of(
                                Printed.at(72, 100, "Please wait..."),
                                Printed.at(
                                    72, 120, "If this message is not eventually replaced by the"),
                                Printed.at(72, 134, "proper contents of the document")))))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("XFA");
    assertThatThrownBy(
            () ->
                parsed(
                    pdf -> {
                      PDPage page = page(pdf, List.of(Printed.at(72, 100, "Pbybe fpurzr")));
                      COSDictionary fonts =
                          page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
                      for (COSName name : fonts.keySet()) {
                        COSDictionary encoding = new COSDictionary();
                        var differences = new org.apache.pdfbox.cos.COSArray();
                        differences.add(org.apache.pdfbox.cos.COSInteger.get(32));
                        for (int i = 32; i < 127; i++) {
                          differences.add(COSName.getPDFName("g" + i));
                        }
                        encoding.setItem(COSName.DIFFERENCES, differences);
                        fonts.getCOSDictionary(name).setItem(COSName.ENCODING, encoding);
                      }
                    }))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("do not say which letters");
  }
}
