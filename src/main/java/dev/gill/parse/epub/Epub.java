package dev.gill.parse.epub;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Format;
import dev.gill.parse.container.Archive;
import dev.gill.parse.html.Html;
import dev.gill.parse.html.HtmlBlocks;
import dev.gill.parse.xml.XmlTree;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * E-books of EPUB 2 and 3 (<a href="https://www.w3.org/TR/epub-33/">W3C</a>): the files of their
 * spine, one after the other. Their tables of contents say nothing that the headings do not say.
 */
public final class Epub implements Format {
  private static final Set<String> PAGES = Set.of("application/xhtml+xml", "text/html");
  private static final Pattern CONTENTS = Pattern.compile("(?:.*\\s)?toc(?:\\s.*)?");

  /** In XHTML an element may end in its own tag, which a parser of HTML takes for its beginning. */
  private static final Pattern ENDED =
      Pattern.compile(
          "<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)\\b)"
              + "([A-Za-z][\\w:.-]*)((?:\\s[^<>]*)?)/>");

  private static final Pattern SHEET =
      Pattern.compile("<link\\s[^<>]*\\bstylesheet\\b[^<>]*>(?:\\s*</link>)?");

  private static final Pattern ADDRESS = Pattern.compile("\\bhref\\s*=\\s*[\"']([^\"'<>]+)[\"']");

  /** A file of the book, and whether it is the book's own table of contents. */
  private record Item(String name, String type, boolean contents) {}

  @Override
  public void read(byte[] bytes, CanonicalText text) throws IOException {
    try (Archive archive = Archive.open(bytes, text.limits())) {
      EpubFiles files = new EpubFiles(archive, text.limits());
      files.refuseProtected();
      String name = files.packageName();
      Document book = files.tree(name);
      name(book, text);
      Map<String, Item> items = items(book, name.substring(0, name.lastIndexOf('/') + 1));
      Set<String> read = new HashSet<>();
      for (Element place : XmlTree.all(book, "itemref")) {
        Item item = items.get(XmlTree.value(place, "idref"));
        if (item != null && read.add(item.name())) {
          item(item, files, text);
        }
      }
      if (read.isEmpty()) {
        throw new IOException("no spine");
      }
    }
  }

  private static void name(Document book, CanonicalText text) {
    for (Element metadata : XmlTree.all(book, "metadata")) {
      XmlTree.children(metadata, "title").forEach(title -> text.title(title.text()));
      List<String> creators =
          XmlTree.children(metadata, "creator").stream()
              .map(Element::text)
              .filter(name -> !name.isBlank())
              .toList();
      text.author(String.join(", ", creators));
      XmlTree.children(metadata, "meta").stream()
          .filter(meta -> meta.attr("property").equals("dcterms:modified"))
          .forEach(meta -> text.written(meta.text()));
      XmlTree.children(metadata, "date").forEach(date -> text.written(date.text()));
    }
  }

  private static Map<String, Item> items(Document book, String folder) {
    Set<String> contents = new HashSet<>();
    for (Element reference : XmlTree.all(book, "reference")) {
      if (XmlTree.value(reference, "type").equals("toc")) {
        String target = XmlTree.value(reference, "href");
        if (target.indexOf('#') < 0) {
          contents.add(EpubFiles.resolved(folder, target));
        }
      }
    }
    Map<String, Item> items = new LinkedHashMap<>();
    for (Element item : XmlTree.all(book, "item")) {
      String name = EpubFiles.resolved(folder, XmlTree.value(item, "href"));
      boolean listed = List.of(XmlTree.value(item, "properties").split("\\s+")).contains("nav");
      items.put(
          XmlTree.value(item, "id"),
          new Item(name, XmlTree.value(item, "media-type"), listed || contents.contains(name)));
    }
    return items;
  }

  private static void item(Item item, EpubFiles files, CanonicalText text) throws IOException {
    if (item.contents()) {
      text.leftOut(LeftOut.Kind.CONTENTS);
    } else if (PAGES.contains(item.type())) {
      page(files.text(item.name()), files.styles(item.name()), text);
    } else {
      text.leftOut(item.type().startsWith("image/") ? LeftOut.Kind.PICTURE : LeftOut.Kind.OBJECT);
    }
  }

  private static void page(String source, Function<String, String> styles, CanonicalText text) {
    Document page =
        HtmlBlocks.parse(styled(ENDED.matcher(source).replaceAll("<$1$2></$1>"), styles));
    Html.refuseNested(page, text.limits());
    for (Element part : page.body().select("nav, section, div")) {
      String type = part.attr("epub:type") + " " + part.attr("role").replace("doc-", "");
      if (CONTENTS.matcher(type).matches() && part.parent() != null) {
        part.remove();
        text.leftOut(LeftOut.Kind.CONTENTS);
      }
    }
    text.apart();
    new HtmlBlocks(text, 0).write(page.body());
  }

  /** A style sheet of the book stands where the page refers to it. */
  private static String styled(String source, Function<String, String> styles) {
    return SHEET
        .matcher(source)
        .replaceAll(
            link -> {
              Matcher address = ADDRESS.matcher(link.group());
              String css = address.find() ? styles.apply(address.group(1)) : "";
              return Matcher.quoteReplacement(css.isEmpty() ? "" : "<style>" + css + "</style>");
            });
  }
}
