package dev.gill.parse.pdf;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Format;
import dev.gill.parse.canonical.Refused;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** PDF: printed lines are joined to paragraphs again, and every page is an anchor. */
public final class Pdf implements Format {
  /** What programs write as a title when nobody gave one. */
  private static final Pattern NO_TITLE =
      Pattern.compile("(?i)^(untitled.*|microsoft .*|.*\\.(docx?|pptx?|xlsx?|odt|indd|tex|pdf))$");

  /** What stands in place of a form for programs that cannot show it. */
  private static final Pattern WAIT =
      Pattern.compile(
          "(?i)if this message is not eventually replaced|viewer may not be able to display this type"
              + " of document");

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
      Stream.of(information.getModificationDate(), information.getCreationDate())
          .filter(Objects::nonNull)
          .forEach(date -> text.written(date.toInstant()));
      write(document, text);
    } catch (InvalidPasswordException e) {
      throw Refused.encrypted();
    }
    text.titleFromHeading();
  }

  private static void write(PDDocument document, CanonicalText text) throws IOException {
    PdfLines reader = new PdfLines(text.limits());
    List<PdfLine> written = reader.of(document);
    text.leftOut(LeftOut.Kind.STRUCK, reader.struckOut());
    PdfScans scans = new PdfScans(document, text);
    List<PdfLine> printed = scans.with(written);
    if (scans.areAllUnread() && !text.recognition().isThere()) {
      throw new Refused(
          "The pages of the PDF are pictures; install Tesseract where Gill runs to have them read,"
              + " or run text recognition on the file.");
    }
    if (reader.isUnreadable()) {
      throw new Refused(
          "The PDF's fonts do not say which letters they show, so its text cannot be read; print it"
              + " anew, or run text recognition on it.");
    }
    if (printed.stream().anyMatch(line -> WAIT.matcher(line.words()).find())) {
      throw new Refused(
          "The PDF holds a form that only some programs can show (XFA), and a notice in its place;"
              + " print the form to a PDF and store that.");
    }
    List<PdfLine> lines =
        PdfForm.filled(printed, PdfFields.of(document), PdfNotes.of(document, text));
    PdfFurniture furniture = PdfFurniture.of(lines, text);
    new PdfParagraphs(text, PdfColumns.aligned(furniture.text()), furniture.once()).write();
  }
}
