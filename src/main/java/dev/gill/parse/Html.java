package dev.gill.parse;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Web pages: their main content, without scripts, styles and navigation. */
final class Html implements Format {
  private static final String FURNITURE = "header, footer, aside, form";
  private static final String CONTENT = "h1, h2, article, main";

  @Override
  public void read(byte[] bytes, CanonicalText text) {
    Document page = HtmlBlocks.parse(TextDecoder.decodeMarkup(bytes, text.limits()));
    text.title(page.title());
    text.author(page.select("meta[name=author]").attr("content"));
    Element main = main(page);
    main.select(FURNITURE).stream()
        .filter(element -> element != main && element.select(CONTENT).isEmpty())
        .forEach(Element::remove);
    new HtmlBlocks(text, 1).write(main);
    text.titleFromHeading();
  }

  private static Element main(Document page) {
    for (String place : List.of("main", "[role=main]", "article")) {
      Elements found = page.select(place);
      if (found.size() == 1 && found.getFirst().hasText()) {
        return found.getFirst();
      }
    }
    return page.body();
  }
}
