package dev.gill.parse.html;

import dev.gill.parse.canonical.HeadingKey;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/** Recognizes lists of links to the page's own headings. */
final class HtmlContents {
  private static final Pattern GENERATED =
      Pattern.compile(
          "(?i)(?:.*[-_])?(?:toc|tableofcontents|table-of-contents|article-toc|toc-?\\w*|contents)");
  private static final Pattern INDEX = Pattern.compile("index-[a-z]{2}");
  private static final int MOST_OTHER_WORDS = 40;

  private final Set<String> headings = new HashSet<>();
  private final Set<String> ids = new HashSet<>();

  HtmlContents(Element root) {
    for (Element heading : root.select("h1, h2, h3, h4, h5, h6, summary, dt")) {
      headings.add(HeadingKey.of(heading.text()));
      ids.add(heading.id());
      heading.select("[id], [name]").forEach(this::id);
      if (heading.parent() != null) {
        ids.add(heading.parent().id());
      }
      if (heading.previousElementSibling() != null) {
        id(heading.previousElementSibling());
      }
    }
    ids.remove("");
  }

  private void id(Element element) {
    ids.add(element.id());
    ids.add(element.attr("name"));
  }

  /** Whether a generator says so, and it holds hardly anything but links to places of the page. */
  boolean isGenerated(Element element) {
    boolean named =
        element.normalName().equals("nav")
            || element.attr("role").equals("doc-toc")
            || GENERATED.matcher(element.id()).matches()
            || element.classNames().stream().anyMatch(name -> GENERATED.matcher(name).matches());
    return named && isLinks(element);
  }

  private static boolean isLinks(Element element) {
    Elements links = element.select("a[href]");
    int words = links.stream().mapToInt(link -> link.text().length()).sum();
    return !links.isEmpty()
        && links.stream().allMatch(link -> link.attr("href").contains("#"))
        && element.text().length() - words - links.size() * 6 <= MOST_OTHER_WORDS;
  }

  /** Whether all items of a list are bare links to headings. */
  boolean isList(Element list) {
    boolean any = false;
    for (Element item : list.children()) {
      if (item.is("ul, ol")) {
        if (!isList(item)) {
          return false;
        }
      } else if (!item.normalName().equals("li") || !isEntry(item)) {
        return false;
      }
      any = true;
    }
    return any;
  }

  /** Whether each row of a table holds such links and no other words, but for names of groups. */
  boolean isTable(Element table) {
    if (isIndex(table) || isMenu(table)) {
      return true;
    }
    Elements rows = table.select("> tr, > tbody > tr, > thead > tr");
    return rows.stream().anyMatch(this::isLine)
        && rows.stream().allMatch(row -> isLine(row) || isGroup(row));
  }

  /** The index that Texinfo writes, or its letters. */
  private static boolean isIndex(Element table) {
    boolean index = table.classNames().stream().anyMatch(name -> INDEX.matcher(name).matches());
    return index
        || (!table.select("a.summary-letter").isEmpty()
            && table.select("a:not(.summary-letter)").isEmpty());
  }

  /**
   * The menu that Texinfo writes: pages with what each is about, which the pages say themselves.
   */
  private static boolean isMenu(Element table) {
    return table.hasClass("menu")
        && table.select("tr").stream()
            .allMatch(row -> row.selectFirst("td a[href]") != null || isGroup(row));
  }

  private static boolean isGroup(Element row) {
    return row.childrenSize() == 1 && row.select("> th").size() == 1;
  }

  private boolean isEntry(Element item) {
    return isLine(item)
        && item.children().stream().filter(child -> child.is("ul, ol")).allMatch(this::isList);
  }

  /** Whether a line holds links to headings and no other words. */
  boolean isLine(Element line) {
    return links(line) > 0;
  }

  /** How many links to headings a line consists of; 0 if it holds anything else. */
  int links(Element line) {
    int links = 0;
    for (Node node : line.childNodes()) {
      if (node instanceof TextNode text && text.text().chars().anyMatch(Character::isLetter)) {
        return 0;
      }
      if (node instanceof Element element && !element.is("ul, ol, br")) {
        int inner = element.normalName().equals("a") ? toHeading(element) : links(element);
        if (inner == 0 && element.text().codePoints().anyMatch(Character::isLetterOrDigit)) {
          return 0;
        }
        links += inner;
      }
    }
    return links;
  }

  private int toHeading(Element link) {
    String href = link.attr("href");
    boolean leads =
        href.startsWith("#")
            && href.length() > 1
            && (ids.contains(href.substring(1)) || headings.contains(HeadingKey.of(link.text())));
    return leads ? 1 : 0;
  }
}
