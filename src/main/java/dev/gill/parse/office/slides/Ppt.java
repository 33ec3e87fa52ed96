package dev.gill.parse.office.slides;

import dev.gill.model.LeftOut;
import dev.gill.model.Place;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Format;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.Refused;
import dev.gill.parse.container.BinaryFile;
import java.io.IOException;
import org.apache.poi.hslf.usermodel.HSLFNotes;
import org.apache.poi.hslf.usermodel.HSLFShape;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTextShape;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Presentations of PowerPoint 97 to 2003, which come out as later ones do; see {@link Pptx}. */
public final class Ppt implements Format {
  private static final String STREAM = "PowerPoint Document";
  private static final int MOST_BYTES = 48 << 20;

  @Override
  public void read(byte[] bytes, CanonicalText text) throws IOException {
    BinaryFile.open(bytes, file -> read(file, text));
  }

  private static void read(POIFSFileSystem file, CanonicalText text) throws IOException {
    if (file.createDocumentInputStream(STREAM).available() > MOST_BYTES) {
      throw new Refused("The presentation is too large in its old format; save it as .pptx.");
    }
    try (HSLFSlideShow show = new HSLFSlideShow(file)) {
      if (show.getSummaryInformation() != null) {
        String title = show.getSummaryInformation().getTitle();
        text.title("PowerPoint Presentation".equals(title) ? null : title);
        text.author(show.getSummaryInformation().getAuthor());
        text.written(show.getSummaryInformation().getLastSaveDateTime());
      }
      for (HSLFSlide slide : show.getSlides()) {
        if (slide.isHidden()) {
          text.leftOut(LeftOut.Kind.HIDDEN);
        } else {
          slide(slide, text);
        }
      }
    }
  }

  private static void slide(HSLFSlide slide, CanonicalText text) {
    text.at(new Place.Slide(slide.getSlideNumber()));
    PptShapes.check(slide);
    Inline title = title(slide, text);
    text.title(title.toString());
    text.heading(1, title.isEmpty() ? Inline.of("Slide " + slide.getSlideNumber()) : title);
    PptShapes shapes = new PptShapes(text);
    shapes.write(slide.getShapes());
    HSLFNotes notes = slide.getNotes();
    if (notes != null) {
      PptShapes.check(notes);
      shapes.write(notes.getShapes());
    }
    text.leftOut(LeftOut.Kind.COMMENT, slide.getComments().size());
  }

  private static Inline title(HSLFSlide slide, CanonicalText text) {
    for (HSLFShape shape : slide.getShapes()) {
      if (shape instanceof HSLFTextShape words && PptShapes.isTitle(words)) {
        Inline title = new Inline().append(SlideWords.all(words.getTextParagraphs(), text));
        if (!title.isEmpty()) {
          return title;
        }
      }
    }
    return new Inline();
  }
}
