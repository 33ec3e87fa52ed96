package dev.gill.source.confluence;

import dev.gill.source.SourceException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Fills in pages and excerpts that a page shows of others, as far as all who may read the page may
 * read these too.
 */
final class Transclusions {
  private static final Set<String> MACROS = Set.of("include", "excerpt-include");

  /** How often what is shown may show others in turn. */
  private static final int DEEPEST = 3;

  /**
   * What a page shows.
   *
   * @param title of another page
   * @param excerpt whether only that page's excerpt
   * @param name of one excerpt among several; empty for the first
   */
  private record Shown(String space, String title, boolean excerpt, String name) {}

  private final Site site;
  private final Scopes scopes;
  private final Bodies bodies;

  /** What pages were seen to show, which decides what they say besides their own version. */
  private final Map<String, Set<Shown>> shown = new HashMap<>();

  Transclusions(Site site, Scopes scopes, Bodies bodies) {
    this.site = site;
    this.scopes = scopes;
    this.bodies = bodies;
  }

  /** Changes whenever what a page shows of others does; empty if it shows none. */
  String mark(Item.Page page, Map<String, Item.Page> titles) {
    return shown.getOrDefault(page.id(), Set.of()).stream()
        .map(each -> found(each, page, titles))
        .map(other -> other.map(p -> " +%s.%d".formatted(p.id(), p.version())).orElse(" -"))
        .sorted()
        .collect(Collectors.joining());
  }

  /** Pages by space and title. */
  Map<String, Item.Page> titles() {
    Map<String, Item.Page> titles = new HashMap<>();
    if (!shown.isEmpty()) {
      site.pages().values().forEach(page -> titles.put(key(page.space(), page.title()), page));
    }
    return titles;
  }

  private static String key(String space, String title) {
    return space + "\t" + title;
  }

  /** A page's text with all that it may show. */
  String filled(Body body) throws SourceException, InterruptedException {
    if (MACROS.stream().noneMatch(name -> body.storage().contains("\"" + name + "\""))) {
      shown.remove(body.page().id());
      return body.storage();
    }
    Set<Shown> all = new LinkedHashSet<>();
    shown.put(body.page().id(), all);
    Document storage = parsed(body.storage());
    fill(storage, body.page(), body.page().space(), all, 0);
    return storage.outerHtml();
  }

  private static Document parsed(String storage) {
    Document parsed = Parser.xmlParser().parseInput(storage, "");
    parsed.outputSettings().prettyPrint(false);
    return parsed;
  }

  private void fill(Element within, Item.Page page, String space, Set<Shown> all, int depth)
      throws SourceException, InterruptedException {
    Map<Element, Shown> here = new HashMap<>();
    for (Element macro : within.select("ac|structured-macro")) {
      if (MACROS.contains(macro.attr("ac:name"))) {
        of(macro, space).ifPresent(each -> here.put(macro, each));
      }
    }
    if (here.isEmpty() || depth == DEEPEST) {
      return;
    }
    all.addAll(here.values());
    Map<String, Item.Page> titles = titles();
    Map<Shown, Item.Page> others = new HashMap<>();
    here.values().forEach(each -> found(each, page, titles).ifPresent(p -> others.put(each, p)));
    List<String> ids = others.values().stream().map(Item.Page::id).distinct().toList();
    Map<String, Body> found = bodies.also(ids);
    for (Map.Entry<Element, Shown> each : here.entrySet()) {
      Item.Page other = others.get(each.getValue());
      Body body = other == null ? null : found.get(other.id());
      if (body != null) {
        Element text = text(body, each.getValue());
        fill(text, page, other.space(), all, depth + 1);
        each.getKey().appendChild(text);
      }
    }
  }

  private static Element text(Body body, Shown shown) {
    Element text = new Element("ac:rich-text-body");
    Element whole = parsed(body.storage());
    List<Element> parts = shown.excerpt() ? excerpts(whole, shown.name()) : List.of(whole);
    for (Element part : parts) {
      List.copyOf(part.childNodes()).forEach(text::appendChild);
    }
    return text;
  }

  private static List<Element> excerpts(Element whole, String name) {
    List<Element> found = new ArrayList<>();
    for (Element macro : whole.select("ac|structured-macro")) {
      if (macro.attr("ac:name").equals("excerpt")
          && (name.isEmpty() || parameter(macro, "name").equals(name))) {
        found.addAll(macro.select("> ac|rich-text-body"));
      }
    }
    return found.isEmpty() ? found : List.of(found.getFirst());
  }

  private static String parameter(Element macro, String name) {
    return macro.select("> ac|parameter").stream()
        .filter(parameter -> parameter.attr("ac:name").equals(name))
        .map(Element::text)
        .findFirst()
        .orElse("");
  }

  private static Optional<Shown> of(Element macro, String space) {
    Element page = macro.selectFirst("> ac|parameter ri|page");
    if (page == null) {
      return Optional.empty();
    }
    String other = page.attr("ri:space-key");
    return Optional.of(
        new Shown(
            other.isEmpty() ? space : other,
            page.attr("ri:content-title"),
            macro.attr("ac:name").equals("excerpt-include"),
            parameter(macro, "name")));
  }

  /** The page that is meant, if whoever reads the one that shows it may read it. */
  private Optional<Item.Page> found(Shown shown, Item.Page in, Map<String, Item.Page> titles) {
    return Optional.ofNullable(titles.get(key(shown.space(), shown.title())))
        .filter(other -> !other.id().equals(in.id()) && readAlike(in, other));
  }

  private boolean readAlike(Item.Page in, Item.Page other) {
    Optional<List<String>> closed = scopes.restricted(other);
    Optional<List<String>> around = scopes.restricted(in);
    boolean spaces = in.space().equals(other.space()) || site.isOpen(other.space());
    return spaces
        && closed.isPresent()
        && around.isPresent()
        && new HashSet<>(around.get()).containsAll(closed.get());
  }
}
