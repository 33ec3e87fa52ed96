package dev.gill.parse.wiki;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Format;
import dev.gill.parse.canonical.Limits;
import dev.gill.parse.charset.TextDecoder;
import dev.gill.parse.html.Html;
import dev.gill.parse.html.HtmlBlocks;
import org.jsoup.nodes.Document;

/**
 * MediaWiki's markup: it is written as HTML in the order of MediaWiki's own parser (tags whose
 * content is no markup, templates, tables, lines, then what stands within a line) and read as that.
 */
public final class WikiText implements Format {
  /** What a wiki puts around a text and nobody quotes. */
  private static final String FURNITURE =
      ".navbox, .vertical-navbox, .noprint, .mw-editsection, .toc, .catlinks, .metadata, .sistersitebox";

  @Override
  public void read(byte[] bytes, CanonicalText text) {
    Document page = HtmlBlocks.parse(html(TextDecoder.decode(bytes, text.limits()), text.limits()));
    page.select(FURNITURE).remove();
    Html.refuseNested(page, text.limits());
    new HtmlBlocks(text, 0).write(page.body());
    text.titleFromHeading();
  }

  private static String html(String source, Limits limits) {
    WikiTags tags = new WikiTags();
    String stripped = tags.strip(source);
    String called = new WikiTemplates(limits.depth()).write(stripped);
    String notes = tags.notes();
    String lines = new WikiBlocks().write(WikiTables.write(called + notes));
    return tags.restore(WikiInline.write(lines));
  }
}
