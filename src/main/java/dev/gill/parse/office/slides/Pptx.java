package dev.gill.parse.office.slides;

import dev.gill.model.LeftOut;
import dev.gill.model.Place;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Format;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.container.Archive;
import dev.gill.parse.office.OfficeXml;
import dev.gill.parse.xml.XmlTree;
import java.io.IOException;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFNotes;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextShape;

/** Presentations: a heading and an anchor per slide; speaker notes follow their slide. */
public final class Pptx implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) throws IOException {
    try (Archive archive = Archive.open(bytes, text.limits());
        OPCPackage office = archive.office();
        XMLSlideShow show = new XMLSlideShow(office)) {
      CoreProperties properties = show.getProperties().getCoreProperties();
      String title = properties.getTitle();
      text.title("PowerPoint Presentation".equals(title) ? null : title);
      text.author(properties.getCreator());
      text.written(properties.getModified());
      text.written(properties.getCreated());
      for (XSLFSlide slide : show.getSlides()) {
        if (slide.isHidden()) {
          text.leftOut(LeftOut.Kind.HIDDEN);
        } else {
          slide(slide, text);
        }
      }
      office.revert();
    }
  }

  private static void slide(XSLFSlide slide, CanonicalText text) throws IOException {
    text.at(new Place.Slide(slide.getSlideNumber()));
    Inline title = title(slide, text);
    text.title(title.toString());
    text.heading(1, title.isEmpty() ? Inline.of("Slide " + slide.getSlideNumber()) : title);
    new PptxShapes(text, slide).write(slide.getShapes());
    XSLFNotes notes = slide.getNotes();
    if (notes != null) {
      new PptxShapes(text, notes).write(notes.getShapes());
    }
    for (PackagePart comments : OfficeXml.related(slide.getPackagePart(), "comments")) {
      XmlTree.all(OfficeXml.tree(comments), "cm")
          .forEach(comment -> text.leftOut(LeftOut.Kind.COMMENT));
    }
  }

  private static Inline title(XSLFSlide slide, CanonicalText text) {
    return slide.getShapes().stream()
        .filter(shape -> shape instanceof XSLFTextShape words && PptxShapes.isTitle(words))
        .map(shape -> SlideWords.title((XSLFTextShape) shape, text))
        .filter(words -> !words.isEmpty())
        .findFirst()
        .orElse(new Inline());
  }
}
