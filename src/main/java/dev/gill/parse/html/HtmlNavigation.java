package dev.gill.parse.html;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** The bars of links to the pages before and after, which generators of documentation write. */
final class HtmlNavigation {
  private static final String BARS = "table, div, p, ul";
  private static final String CONTENT = "pre, dl, blockquote, h1, h2, h3, h4, h5, h6";
  private static final String STEPS =
      "a[rel~=(?i)^(next|prev|previous|up|start|contents|index)$], a[accesskey~=(?i)^[npuh]$]";
  private static final String NAMED = "table[summary], table[class], div[class]";

  /** How many elements a bar has around its links at most: div, table, tbody, row, cell. */
  private static final int MOST_AROUND = 6;

  private static final Set<String> NAMES =
      Set.of("navheader", "navfooter", "navbar", "nav", "navigation", "prevnext", "prev-next");
  private static final Pattern SUMMARY =
      Pattern.compile("(?i)(?:navigation (?:header|footer)|(?:header|footer) navigation table)");
  private static final Pattern FIXED =
      Pattern.compile("(?i)\\b(?:next|prev|previous|up|home|top|contents|index)\\b|[^\\p{L}\\d]");
  private static final int MOST_TITLES = 80;

  private static final int MOST_LINKS = 20;
  private static final int MOST_CELLS = 5;
  private static final int LEAST_LINKS = 8;
  private static final int LINKED_SHARE = 6;
  private static final int LEAST_TEXT = 100;

  private HtmlNavigation() {}

  /** Takes them out of the page. */
  static void remove(Element page) {
    Set<Element> candidates = new LinkedHashSet<>();
    page.select(NAMED).stream().filter(HtmlNavigation::isNamed).forEach(candidates::add);
    for (Element step : page.select(STEPS)) {
      step.parents().stream().limit(MOST_AROUND).filter(e -> e.is(BARS)).forEach(candidates::add);
    }
    for (Element bar : candidates) {
      if (bar != page && bar.parent() != null && bar.select(CONTENT).isEmpty() && isBar(bar)) {
        bar.remove();
      }
    }
    for (Element cell : page.select("td:has(table)")) {
      if (isMenu(cell)) {
        cell.empty();
      }
    }
  }

  /** A cell with the menu of the site, beside the one with the text. */
  private static boolean isMenu(Element cell) {
    Elements links = cell.select("a[href]");
    return cell.parent() != null
        && cell.parent().childrenSize() <= MOST_CELLS
        && links.size() >= LEAST_LINKS
        && cell.select("p, pre, dl, h1, h2, h3").isEmpty()
        && otherWords(cell, links) * LINKED_SHARE <= cell.text().length()
        && cell.siblingElements().stream()
            .filter(beside -> !beside.select("p, h1, h2, h3").isEmpty())
            .anyMatch(beside -> otherWords(beside, beside.select("a[href]")) > LEAST_TEXT);
  }

  private static boolean isBar(Element bar) {
    Elements links = bar.select("a[href]");
    if (links.isEmpty() || (!isNamed(bar) && links.size() > MOST_LINKS)) {
      return false;
    }
    int steps = bar.select(STEPS).size();
    boolean ofSteps = steps > 1 || (steps == 1 && bar.hasClass("header"));
    int most = isNamed(bar) && steps > 0 ? MOST_TITLES : 0;
    return (ofSteps || isNamed(bar)) && otherWords(bar, links) <= most;
  }

  private static boolean isNamed(Element bar) {
    boolean block = bar.is("table, div");
    return block
        && (SUMMARY.matcher(bar.attr("summary")).matches()
            || bar.classNames().stream()
                .anyMatch(name -> NAMES.contains(name.toLowerCase(Locale.ROOT))));
  }

  /** How many letters stand beside the links, without the words that every such bar has. */
  private static int otherWords(Element bar, Elements links) {
    int linked =
        links.stream().mapToInt(a -> FIXED.matcher(a.text()).replaceAll("").length()).sum();
    return FIXED.matcher(bar.text()).replaceAll("").length() - linked;
  }
}
