package dev.gill.parse.pdf;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;

/** What is known of a page's pictures before they are unpacked. */
final class PdfPictures {
  /** A page at 60 dots to the inch; no letter can be read below that. */
  private static final long FEWEST_PIXELS = 300_000;

  private static final long MOST_PIXELS = 120_000_000;
  private static final int DEEPEST = 4;
  private static final int MOST = 200;

  private PdfPictures() {}

  /** Whether they are large enough for the page to be a scan. */
  static boolean fillsPage(PDPage page) {
    return pixels(page).stream().mapToLong(Long::longValue).sum() >= FEWEST_PIXELS;
  }

  /** Whether they are few and small enough to be unpacked. */
  static boolean areModest(PDPage page) {
    List<Long> pixels = pixels(page);
    return pixels.size() < MOST && pixels.stream().mapToLong(Long::longValue).sum() <= MOST_PIXELS;
  }

  private static List<Long> pixels(PDPage page) {
    List<Long> pixels = new ArrayList<>();
    if (page.getResources() != null) {
      add(page.getResources().getCOSObject(), pixels, 0);
    }
    return pixels;
  }

  private static void add(COSDictionary resources, List<Long> pixels, int depth) {
    COSDictionary objects = resources == null ? null : resources.getCOSDictionary(COSName.XOBJECT);
    if (objects == null || depth > DEEPEST) {
      return;
    }
    for (COSName name : objects.keySet()) {
      COSBase object = objects.getDictionaryObject(name);
      if (object instanceof COSStream stream && pixels.size() < MOST) {
        if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
          long width = Math.max(0, stream.getInt(COSName.WIDTH));
          pixels.add(width * Math.max(0, stream.getInt(COSName.HEIGHT)));
        } else {
          add(stream.getCOSDictionary(COSName.RESOURCES), pixels, depth + 1);
        }
      }
    }
  }
}
