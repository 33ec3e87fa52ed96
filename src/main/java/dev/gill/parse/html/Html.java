package dev.gill.parse.html;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Format;
import dev.gill.parse.canonical.Limits;
import dev.gill.parse.canonical.Refused;
import dev.gill.parse.charset.TextDecoder;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Web pages: their main content, without scripts, styles and navigation. */
public final class Html implements Format {
  private static final String CONTENT = "h1, h2, article, main";
  private static final String WITHIN =
      "section, details, aside, li, td, blockquote, figure, dialog";
  private static final String FLOW = "p, h1, h2, h3, h4, h5, h6, ul, ol, table, pre, dl";

  /** Levels that every page has around what is read. */
  private static final int PAGE_ITSELF = 10;

  private static final Pattern NOTE =
      Pattern.compile(
          "(?i).*(?:admonition|note|warn|caution|tip|hint|danger|important|info|callout|alert|notice"
              + "|remark|pull|example|box).*");
  private static final Pattern SITE =
      Pattern.compile(
          "(?i).*(?:sidebar|toc|related|share|social|newsletter|subscribe|promo|advert|cookie|menu"
              + "|breadcrumb|navigation|banner).*");

  private static final String DATES =
      "meta[property=article:modified_time], meta[itemprop=dateModified], meta[name=last-modified],"
          + " meta[name=dcterms.modified], meta[name=date], meta[name=dcterms.date],"
          + " meta[property=article:published_time]";

  @Override
  public void read(byte[] bytes, CanonicalText text) {
    Document page = HtmlBlocks.parse(TextDecoder.decodeMarkup(bytes, text.limits()));
    refuseNested(page, text.limits());
    text.title(page.title());
    text.author(page.select("meta[name=author]").attr("content"));
    page.select(DATES).forEach(meta -> text.written(meta.attr("content")));
    Element main = main(page);
    HtmlNavigation.remove(main);
    for (Element element : main.select("header, footer, aside, form")) {
      if (element != main && element.select(CONTENT).isEmpty() && isFurniture(element, main)) {
        element.remove();
      }
    }
    new HtmlBlocks(text, 1).write(main);
    text.titleFromHeading();
  }

  /** Writes HTML that stands within a document of another format. */
  public static void fragment(String source, CanonicalText text) {
    Document page = HtmlBlocks.parse(source);
    refuseNested(page, text.limits());
    new HtmlBlocks(text, 0).write(page.body());
  }

  /** Looking around each element is dear where thousands lie within each other. */
  public static void refuseNested(Document page, Limits limits) {
    page.traverse(
        (_, depth) -> {
          if (depth > limits.depth() + PAGE_ITSELF) {
            throw Refused.nested();
          }
        });
  }

  private static boolean isFurniture(Element element, Element main) {
    return switch (element.normalName()) {
      case "aside" -> isSiteAside(element, main);
      case "form" ->
          element.attr("role").equals("search")
              || !element.select("label, legend, p, li, td, th, h3, h4").hasText();
      default -> element.parents().stream().noneMatch(p -> p != main && p.is(WITHIN));
    };
  }

  /** Beside the text stands what belongs to the site; within it, what belongs to the text. */
  private static boolean isSiteAside(Element aside, Element main) {
    String names = aside.className() + " " + aside.id() + " " + aside.attr("aria-label");
    if (NOTE.matcher(names).matches() || aside.attr("role").equals("note")) {
      return false;
    }
    if (SITE.matcher(names).matches() || aside.attr("role").equals("navigation")) {
      return true;
    }
    boolean inMain = !main.normalName().equals("body") || aside.closest("article, main") != null;
    Element parent = aside.parent();
    boolean inFlow = parent != null && parent.children().stream().anyMatch(child -> child.is(FLOW));
    return !inMain && !inFlow;
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
