package dev.gill.parse.office.opendocument;

import dev.gill.model.LeftOut;
import dev.gill.model.Place;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.xml.sax.Attributes;

/** Writes the slides of an OpenDocument presentation as its elements come by. */
final class OdpSlides extends OdfHandler implements OdpBoxes.Reader {
  private static final Set<String> ELSEWHERE =
      Set.of("title", "page", "header", "footer", "date-time", "page-number");
  private static final Set<String> UNSEEN =
      Set.of(
          "draw:object",
          "draw:object-ole",
          "draw:page-thumbnail",
          "presentation:date-time-decl",
          "presentation:footer-decl",
          "presentation:header-decl");
  private static final Set<String> SHAPES =
      Set.of("draw:frame", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:caption");

  private static final Set<String> SPACES = Set.of("text:s", "text:tab", "text:line-break");

  private final CanonicalText text;
  private final List<String> titles;
  private final OdfLists lists;
  private final OdfTable table;
  private int slides;
  private String outermostList = "";
  private final OdfLook look;
  private final OdfCharts charts;
  private final OdfWords words;
  private final OdpBoxes boxes = new OdpBoxes(this);
  private boolean inSlide;
  private boolean open;
  private boolean object;

  OdpSlides(CanonicalText text, OpenDocument file, List<String> titles) throws IOException {
    super(text.limits());
    this.text = text;
    this.titles = titles;
    this.lists = new OdfLists(file.styles());
    this.table = new OdfTable(text);
    this.look = file.look();
    this.charts = new OdfCharts(text, file);
    this.words = new OdfWords(text, look);
  }

  static boolean isTitle(String name, Attributes attributes) {
    return name.equals("draw:frame") && value(attributes, "presentation:class").equals("title");
  }

  /** An empty placeholder shows its prompt only to whoever edits the slide. */
  @Override
  boolean hides(String name, Attributes attributes) {
    if (name.equals("draw:page") && look.isHidden(value(attributes, "draw:style-name"))) {
      slides++;
      text.leftOut(LeftOut.Kind.HIDDEN);
      return true;
    }
    return UNSEEN.contains(name)
        || ELSEWHERE.contains(value(attributes, "presentation:class"))
        || value(attributes, "presentation:placeholder").equals("true");
  }

  @Override
  void passes(String name, Attributes attributes) {
    if (inSlide) {
      boxes.passes(name, attributes);
    } else {
      passed(name, attributes);
    }
  }

  /** A picture in a frame with an object shows the same. */
  @Override
  public void passed(String name, Attributes attributes) {
    switch (name) {
      case "office:annotation" -> text.leftOut(LeftOut.Kind.COMMENT);
      case "draw:frame" -> object = false;
      case "draw:object" -> {
        object = true;
        charts
            .chart(value(attributes, "xlink:href"))
            .ifPresentOrElse(charts::write, () -> text.leftOut(LeftOut.Kind.OBJECT));
      }
      case "draw:object-ole" -> {
        object = true;
        text.leftOut(LeftOut.Kind.OBJECT);
      }
      case "draw:image" -> {
        if (!object) {
          text.leftOut(LeftOut.Kind.PICTURE);
        }
      }
      default -> {}
    }
  }

  @Override
  void start(String name, Attributes attributes) {
    if (name.equals("draw:page")) {
      startSlide();
      inSlide = true;
    } else if (inSlide) {
      boxes.start(name, attributes);
    } else {
      began(name, attributes);
    }
  }

  @Override
  public void began(String name, Attributes attributes) {
    if (SHAPES.contains(name)) {
      text.apart();
    }
    words.start(name, attributes);
    switch (name) {
      case "text:list" -> startList(value(attributes, "text:style-name"));
      case "text:list-item" -> lists.startItem();
      case "text:p" -> open = true;
      default -> table.start(name, attributes);
    }
  }

  @Override
  void end(String name) {
    if (name.equals("draw:page")) {
      inSlide = false;
      boxes.handOn();
    } else if (inSlide && !SPACES.contains(name)) {
      boxes.end(name);
    } else {
      ended(name);
    }
  }

  @Override
  public void ended(String name) {
    words.end(name);
    switch (name) {
      case "text:list" -> lists.end();
      case "text:p" -> endParagraph();
      default -> table.end(name);
    }
  }

  @Override
  void words(String added) {
    if (inSlide) {
      boxes.words(added);
    } else {
      said(added);
    }
  }

  @Override
  public void said(String added) {
    if (open) {
      words.words(added.replace('\n', ' '));
    }
  }

  private void startSlide() {
    String title = titles.get(slides);
    slides++;
    text.at(new Place.Slide(slides));
    text.title(title);
    text.heading(1, Inline.of(title.isEmpty() ? "Slide " + slides : title));
  }

  /** Programs may write a list in pieces, one for each item. */
  private void startList(String style) {
    if (lists.isEmpty()) {
      if (!style.equals(outermostList)) {
        text.apart();
      }
      outermostList = style;
    }
    lists.start(style);
  }

  private void endParagraph() {
    if (!open) {
      return;
    }
    Inline line = words.take();
    open = false;
    if (table.inCell()) {
      table.add(line);
    } else if (!line.isEmpty()) {
      lists
          .mark()
          .filter(mark -> !mark.marker().isEmpty())
          .ifPresentOrElse(
              mark -> text.item(mark.depth(), mark.marker(), line), () -> text.paragraph(line));
    }
  }
}
