package dev.gill.parse.markdown;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One setting at the head of a file.
 *
 * @param path its name, after the names of what it stands in
 * @param line the line of the original
 */
record FrontFact(List<String> path, String value, int line) {
  /**
   * Settings that say how a page is laid out, ordered or addressed. A reader of the page does not
   * see them, and no question asks for them; everything else is taken for a fact.
   */
  private static final Set<String> TECHNICAL =
      Set.of(
          "layout",
          "template",
          "sidebar",
          "sidebarposition",
          "sidebarlabel",
          "sidebarclassname",
          "displayedsidebar",
          "slug",
          "permalink",
          "url",
          "weight",
          "navorder",
          "navexclude",
          "haschildren",
          "haschildrens",
          "parent",
          "grandparent",
          "toc",
          "tocdepth",
          "hide",
          "hidetitle",
          "hidetableofcontents",
          "paginationnext",
          "paginationprev",
          "paginationlabel",
          "customediturl",
          "css",
          "cssclass",
          "cssclasses",
          "classes",
          "class",
          "bodyclass",
          "id",
          "uid",
          "order",
          "icon",
          "image",
          "images",
          "banner",
          "cover",
          "thumbnail",
          "math",
          "mathjax",
          "mermaid",
          "search",
          "sitemap",
          "robots",
          "noindex",
          "redirectfrom",
          "redirectto",
          "outputs",
          "cascade",
          "linktitle",
          "menu",
          "head",
          "prev",
          "next",
          "editlink",
          "navbar",
          "footer",
          "jupytext",
          "kernelspec",
          "myst",
          "jupyter",
          "draft",
          "publish",
          "published",
          "comments",
          "socialimage",
          "pagetype",
          "tochide",
          "markdownextensions",
          "bookcollapsesection",
          "collapsible",
          "meta",
          "socialcard",
          "hero",
          "heroalttext",
          "herosubtitle",
          "keywords",
          "canonical",
          "ogimage",
          "ogtitle",
          "ogdescription");

  /** What a page is described by to search engines; whoever reads the page sees it nowhere. */
  private static final Set<String> DESCRIPTIONS =
      Set.of("description", "summary", "excerpt", "abstract", "metadescription", "subtitle");

  boolean isCalled(String name) {
    return path.getLast().equalsIgnoreCase(name);
  }

  /** Whether its name is this one, whatever its case and what parts its words. */
  boolean isNamed(String key) {
    return key(path.getLast()).equals(key);
  }

  int depth() {
    return path.size();
  }

  boolean isForReaders() {
    boolean says = !value.isBlank() && !value.equals("~") && !value.equalsIgnoreCase("null");
    boolean address = value.startsWith("/") && key(path.getLast()).equals("aliases");
    return says
        && !address
        && !TECHNICAL.contains(key(path.getFirst()))
        && !TECHNICAL.contains(key(path.getLast()));
  }

  /** Whether it describes the whole page in other words than the page's own. */
  boolean isDescription() {
    return path.size() == 1 && DESCRIPTIONS.contains(key(path.getLast()));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]", "");
  }

  /** Its name in words: {@code on_call} as {@code On call}. */
  String label() {
    String words =
        String.join(" ", path)
            .replaceAll("(?<=\\p{Ll})(?=\\p{Lu}\\p{Ll})", " ")
            .replaceAll("[_-]+|(?<=\\w)\\.(?=\\w)", " ")
            .strip();
    String lower = words.equals(words.toUpperCase(Locale.ROOT)) ? words : lowered(words);
    return lower.isEmpty()
        ? ""
        : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
  }

  /** Words that camel case parted lose their capitals; names keep them. */
  private static String lowered(String words) {
    StringBuilder all = new StringBuilder();
    for (String word : words.split(" ")) {
      boolean name = word.chars().filter(Character::isUpperCase).count() > 1;
      all.append(all.isEmpty() ? "" : " ").append(name ? word : word.toLowerCase(Locale.ROOT));
    }
    return all.toString();
  }
}
