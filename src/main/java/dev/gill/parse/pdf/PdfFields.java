package dev.gill.parse.pdf;

import dev.gill.parse.canonical.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDRadioButton;

/** The filled fields of a PDF's forms, and where they stand. */
final class PdfFields {
  private static final int MOST = 5_000;

  /**
   * A filled field.
   *
   * @param page from 1; 0 if it is on none
   * @param left distance from the page's left edge, in points
   * @param right of its right edge
   * @param top distance from the page's top, in points
   * @param bottom of its lower edge
   * @param name what the form calls it
   * @param value what is filled in
   * @param box whether it is ticked rather than written
   * @param named whether the name is one for readers
   */
  record Filled(
      int page,
      float left,
      float right,
      float top,
      float bottom,
      String name,
      String value,
      boolean box,
      boolean named) {}

  private final PDDocument document;
  private final Map<org.apache.pdfbox.cos.COSDictionary, Integer> pages = new HashMap<>();

  private PdfFields(PDDocument document) throws IOException {
    this.document = document;
    int number = 1;
    for (PDPage page : document.getPages()) {
      for (PDAnnotation annotation : page.getAnnotations()) {
        pages.put(annotation.getCOSObject(), number);
      }
      number++;
    }
  }

  static List<Filled> of(PDDocument document) throws IOException {
    PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
    if (form == null) {
      return List.of();
    }
    PdfFields fields = new PdfFields(document);
    List<Filled> filled = new ArrayList<>();
    int count = 0;
    for (PDField field : form.getFieldTree()) {
      if (++count > MOST) {
        throw new Refused("The form holds more than %,d fields; split it.".formatted(MOST));
      }
      String value = PdfFieldValue.of(field);
      if (!value.isBlank()) {
        filled.add(fields.filled(field, value.strip()));
      }
    }
    return filled;
  }

  private Filled filled(PDField field, String value) {
    String shown = field.getAlternateFieldName();
    boolean named = shown != null && !shown.isBlank();
    String name = named ? shown.strip() : words(field.getPartialName());
    boolean ticked = field instanceof PDCheckBox;
    boolean alone = named || field instanceof PDRadioButton;
    for (PDAnnotationWidget widget : field.getWidgets()) {
      int page = pages.getOrDefault(widget.getCOSObject(), 0);
      PDRectangle place = widget.getRectangle();
      if (page > 0 && place != null) {
        PDRectangle seen = document.getPage(page - 1).getCropBox();
        return new Filled(
            page,
            place.getLowerLeftX() - seen.getLowerLeftX(),
            place.getUpperRightX() - seen.getLowerLeftX(),
            seen.getUpperRightY() - place.getUpperRightY(),
            seen.getUpperRightY() - place.getLowerLeftY(),
            name,
            value,
            ticked,
            alone);
      }
    }
    return new Filled(0, 0, 0, 0, 0, name, value, ticked, true);
  }

  /** {@code licenceNumber_2} in words. */
  private static String words(String name) {
    String words = name == null ? "" : name.replaceAll("\\[\\d+\\]", "").replaceAll("[_.]+", " ");
    return words.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").strip();
  }
}
