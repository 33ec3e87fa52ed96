package dev.gill.parse;

import dev.gill.model.Place;
import java.util.List;
import java.util.Set;
import org.xml.sax.Attributes;

/** Writes the slides of an OpenDocument presentation as its elements come by. */
final class OdpSlides extends OdfHandler {
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

  private final CanonicalText text;
  private final List<String> titles;
  private final OdfLists lists;
  private final OdfTable table;
  private int slides;
  private String outermostList = "";
  private StringBuilder paragraph;

  OdpSlides(CanonicalText text, OdfStyles styles, List<String> titles) {
    super(text.limits());
    this.text = text;
    this.titles = titles;
    this.lists = new OdfLists(styles);
    this.table = new OdfTable(text);
  }

  static boolean isTitle(String name, Attributes attributes) {
    return name.equals("draw:frame") && value(attributes, "presentation:class").equals("title");
  }

  /** An empty placeholder shows its prompt only to whoever edits the slide. */
  @Override
  boolean hides(String name, Attributes attributes) {
    return UNSEEN.contains(name)
        || ELSEWHERE.contains(value(attributes, "presentation:class"))
        || value(attributes, "presentation:placeholder").equals("true");
  }

  @Override
  void start(String name, Attributes attributes) {
    if (SHAPES.contains(name)) {
      text.apart();
    }
    switch (name) {
      case "draw:page" -> startSlide();
      case "text:list" -> startList(value(attributes, "text:style-name"));
      case "text:list-item" -> lists.startItem();
      case "text:p" -> paragraph = new StringBuilder();
      default -> table.start(name, attributes);
    }
  }

  @Override
  void end(String name) {
    switch (name) {
      case "text:list" -> lists.end();
      case "text:p" -> endParagraph();
      default -> table.end(name);
    }
  }

  @Override
  void words(String words) {
    if (paragraph != null) {
      paragraph.append(words);
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
    if (paragraph == null) {
      return;
    }
    Inline line = Inline.of(paragraph.toString().replace('\n', ' '));
    paragraph = null;
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
