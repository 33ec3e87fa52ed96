package dev.gill.parse.html;

import dev.gill.parse.canonical.LeftOuts;
import dev.gill.parse.canonical.PictureWords;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Pictures, drawings and what comes from elsewhere, by the words that stand for them. */
final class HtmlMedia {
  /** UTF-16 units of labels beyond which a drawing is a picture of something else. */
  private static final int MOST_LABELS = 1000;

  private static final Set<String> EMBEDDED =
      Set.of("iframe", "object", "embed", "audio", "video", "canvas");

  private final HtmlLine line;
  private final LeftOuts leftOut;

  HtmlMedia(HtmlLine line, LeftOuts leftOut) {
    this.line = line;
    this.leftOut = leftOut;
  }

  static boolean isEmbedded(String name) {
    return EMBEDDED.contains(name);
  }

  void picture(Element element) {
    Element parent = element.parent();
    boolean alone = parent == null || parent.isBlock() && parent.ownText().isBlank();
    String words = alone ? PictureWords.of(element.attr("alt")) : element.attr("alt").strip();
    line.words(element, words);
    boolean small = element.attr("width").matches("[0-9]|1\\d|2[0-4]");
    boolean decorative = element.hasAttr("alt") && element.attr("alt").isBlank();
    if (words.isEmpty() && !decorative && !small && !isCaptioned(element)) {
      leftOut.picture();
    }
  }

  private static boolean isCaptioned(Element element) {
    Element figure = element.closest("figure");
    return figure != null && figure.select("figcaption").hasText();
  }

  /** A drawing by what it is labelled with, unless it is the sign of something else. */
  void drawing(Element svg) {
    Element title = svg.selectFirst("> title");
    String label = svg.hasAttr("aria-label") ? svg.attr("aria-label") : "";
    String words = title != null && label.isEmpty() ? title.text() : label;
    boolean sign = svg.closest("a, button, summary, h1, h2, h3, h4, h5, h6") != null;
    if (!sign) {
      String about = (words + " " + svg.select("> desc").text()).strip();
      String labels = labels(svg);
      if (!labels.isEmpty()) {
        leftOut.picture();
      }
      boolean shown = !labels.isEmpty() && labels.length() <= MOST_LABELS;
      line.words(svg, shown && !about.isEmpty() ? about + ": " + labels : shown ? labels : about);
    }
  }

  /**
   * The words that a drawing shows, in the order in which they were drawn: what its boxes and
   * arrows are called. How they are joined is not read.
   */
  private static String labels(Element svg) {
    Set<String> labels = new LinkedHashSet<>();
    for (Element shown : svg.select("text, foreignObject")) {
      String words = shown.text().strip();
      if (words.codePoints().anyMatch(Character::isLetter)) {
        labels.add(words);
      }
    }
    return String.join(", ", labels);
  }

  /** What comes from elsewhere, by its title. */
  void embedded(Element element) {
    String title = element.hasAttr("title") ? element.attr("title") : element.attr("aria-label");
    line.words(element, title);
    element.select("track[label]").forEach(track -> line.words(track, track.attr("label")));
    line.target(
        element.normalName().equals("iframe") && !title.isEmpty() ? element.attr("src") : "");
    leftOut.object();
  }
}
