package dev.gill.parse.picture;

import dev.gill.model.LeftOut;
import dev.gill.model.Place;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Format;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.Refused;
import dev.gill.parse.recognition.RecognizedLine;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Pictures and scans, page by page, as text recognition reads them. */
public final class Picture implements Format {
  private static final int MOST_PAGES = 200;
  private static final long MOST_PIXELS = 50_000_000;

  @Override
  public void read(byte[] bytes, CanonicalText text) throws IOException {
    if (!text.recognition().isThere()) {
      throw new Refused(
          "The file is a picture; install Tesseract where Gill runs to have its text read.");
    }
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("no picture");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        pages(reader, text);
      } finally {
        reader.dispose();
      }
    }
  }

  private static void pages(ImageReader reader, CanonicalText text) throws IOException {
    int count = reader.getNumImages(true);
    for (int i = 0; i < Math.min(count, MOST_PAGES); i++) {
      if ((long) reader.getWidth(i) * reader.getHeight(i) > MOST_PIXELS) {
        throw new Refused(
            "The picture has more than %,d pixels; make it smaller.".formatted(MOST_PIXELS));
      }
      if (count > 1) {
        text.at(new Place.Page(i + 1));
      }
      page(reader.read(i), text);
    }
    text.leftOut(LeftOut.Kind.SCAN, Math.max(0, count - MOST_PAGES));
  }

  private static void page(BufferedImage picture, CanonicalText text) throws IOException {
    List<RecognizedLine> lines = text.recognition().lines(picture);
    Inline open = new Inline();
    int paragraph = 0;
    for (RecognizedLine line : lines) {
      if (line.paragraph() != paragraph) {
        text.paragraph(open);
        open = new Inline();
      }
      paragraph = line.paragraph();
      open.softBreak().text(line.words());
    }
    text.paragraph(open);
    text.leftOut(LeftOut.Kind.RECOGNIZED, lines.isEmpty() ? 0 : 1);
  }
}
