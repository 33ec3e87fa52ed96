package dev.gill.parse.office.opendocument;

import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.Limits;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;

/** Collects the titles of a presentation's slides, which may stand after the slides' text. */
final class OdpTitles extends OdfHandler {
  private final List<String> titles = new ArrayList<>();
  private StringBuilder title;

  OdpTitles(Limits limits) {
    super(limits);
  }

  /** One for each slide, empty for one that has none. */
  List<String> titles() {
    return titles;
  }

  @Override
  boolean hides(String name, Attributes attributes) {
    return name.equals("presentation:notes");
  }

  @Override
  void start(String name, Attributes attributes) {
    if (name.equals("draw:page")) {
      titles.add("");
    } else if (OdpSlides.isTitle(name, attributes)) {
      title = new StringBuilder();
    }
  }

  @Override
  void end(String name) {
    if (name.equals("text:p")) {
      words(" ");
    } else if (name.equals("draw:frame") && title != null) {
      if (!titles.isEmpty() && titles.getLast().isEmpty()) {
        titles.set(titles.size() - 1, Inline.of(title.toString().replace('\n', ' ')).toString());
      }
      title = null;
    }
  }

  @Override
  void words(String words) {
    if (title != null) {
      title.append(words);
    }
  }
}
