package dev.gill.parse;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** PDF: printed lines are joined to paragraphs again, and every page is an anchor. */
final class Pdf implements Format {
  /** What programs write as a title when nobody gave one. */
  private static final Pattern NO_TITLE =
      Pattern.compile("(?i)^(untitled.*|microsoft .*|.*\\.(docx?|pptx?|xlsx?|odt|indd|tex|pdf))$");

  @Override
  public void read(byte[] bytes, CanonicalText text) throws IOException {
    PdfGuard.check(bytes, text.limits());
    try (PDDocument document = Loader.loadPDF(bytes)) {
      PDDocumentInformation information = document.getDocumentInformation();
      String title = information.getTitle();
      if (title != null && !NO_TITLE.matcher(title.strip()).matches()) {
        text.title(title);
      }
      text.author(information.getAuthor());
      List<PdfLine> lines = new PdfLines(text.limits()).of(document);
      new PdfParagraphs(text, PdfColumns.aligned(PdfFurniture.without(lines))).write();
    } catch (InvalidPasswordException e) {
      throw Refused.encrypted();
    }
    text.titleFromHeading();
  }
}
