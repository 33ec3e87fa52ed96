package dev.gill.parse.confluence;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Format;
import dev.gill.parse.charset.TextDecoder;
import dev.gill.parse.html.Html;
import dev.gill.parse.html.HtmlBlocks;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Pages of Confluence in storage format: XHTML with macros, links and layouts as elements of their
 * own.
 *
 * <p>At its end the source may say by an element {@code ac:page} what the page is called ({@code
 * ac:title}) and how its headings are led to ({@code ac:anchors}, {@code words} or {@code title}).
 */
public final class StorageFormat implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) {
    String source = TextDecoder.decode(bytes, text.limits());
    Document storage = Parser.xmlParser().parseInput(source, "");
    Html.refuseNested(storage, text.limits());
    StorageAnchors anchors = anchors(storage);
    String html = new StorageHtml(anchors, text).write(storage);
    Document page = HtmlBlocks.parse(html);
    Html.refuseNested(page, text.limits());
    new HtmlBlocks(text, 0).write(page.body());
    text.titleFromHeading();
  }

  private static StorageAnchors anchors(Document storage) {
    Element about = storage.children().isEmpty() ? null : storage.children().last();
    if (about == null || !about.normalName().equals("ac:page")) {
      return new StorageAnchors("");
    }
    about.remove();
    return new StorageAnchors(
        about.attr("ac:anchors").equals("title") ? about.attr("ac:title") : "");
  }
}
