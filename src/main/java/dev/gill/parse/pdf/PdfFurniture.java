package dev.gill.parse.pdf;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Running heads, running feet and page numbers, which interrupt the text at every page's end. What
 * repeats is read once; page numbers are not.
 *
 * @param text the lines that belong to the text
 * @param once the first of each of the lines that repeat
 */
record PdfFurniture(List<PdfLine> text, List<PdfLine> once) {
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "(?i)^[-–—|\\s]*(?:page|seite|p\\.|第)?\\s*\\d{1,4}\\s*(?:页)?(?:\\s*(?:/|of|von)\\s*\\d{1,4})?[-–—|\\s]*$");
  private static final Pattern PAGE_AT_END =
      Pattern.compile(
          "(?i)[-–—|,·\\s]*(?:\\b(?:page|seite|p\\.|s\\.)|第)?\\s*\\d{1,4}\\s*页?(?:\\s*(?:/|of|von)\\s*\\d{1,4})?$");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
  private static final int EDGE_LINES = 3;
  private static final int FEWEST_PAGES = 3;
  private static final int MOST_NUMBERS = 4;

  /** Takes the lines of a document apart; the text notes how many lines repeat. */
  static PdfFurniture of(List<PdfLine> lines, CanonicalText text) {
    return new Sorting(lines).furniture(text);
  }

  /** A document's lines while the repeating ones are picked out. */
  private static final class Sorting {
    private final List<PdfLine> lines;
    private final Set<PdfLine> edges = new HashSet<>();
    private final Map<String, Set<Integer>> seen = new HashMap<>();
    private final int pages;
    private final List<PdfLine> kept = new ArrayList<>();
    private final Map<String, PdfLine> once = new LinkedHashMap<>();
    private final Map<String, Integer> repeated = new HashMap<>();

    Sorting(List<PdfLine> lines) {
      this.lines = lines;
      Map<Integer, List<PdfLine>> byPage =
          lines.stream()
              .collect(Collectors.groupingBy(PdfLine::page, TreeMap::new, Collectors.toList()));
      pages = byPage.size();
      byPage.values().forEach(page -> edges.addAll(edges(page)));
      for (PdfLine line : edges) {
        for (String shape : shapes(line)) {
          seen.computeIfAbsent(shape, s -> new HashSet<>()).add(line.page());
        }
      }
    }

    PdfFurniture furniture(CanonicalText text) {
      for (PdfLine line : lines) {
        if (!edges.contains(line)) {
          kept.add(line);
        } else if (pages == 1 || !PAGE_NUMBER.matcher(line.words()).matches()) {
          edge(line);
        }
      }
      repeated.values().stream()
          .filter(times -> times > 1)
          .forEach(times -> text.leftOut(LeftOut.Kind.REPEATED));
      return new PdfFurniture(
          kept, once.values().stream().filter(line -> !line.words().isBlank()).toList());
    }

    private void edge(PdfLine line) {
      int often = Math.max(FEWEST_PAGES, (pages + 1) / 2);
      List<String> shapes = shapes(line);
      int found = 0;
      while (found < shapes.size() && seen.get(shapes.get(found)).size() < often) {
        found++;
      }
      if (found == shapes.size()) {
        kept.add(line);
      } else if (repeated.merge(shapes.get(found), 1, Integer::sum) == 1) {
        String words = found == 0 ? line.words() : unnumbered(line.words());
        if (found == 0 && isAboveRows(line, lines)) {
          kept.add(line);
        } else {
          once.put(shapes.get(found), line.withWords(words));
        }
      }
    }
  }

  /** The names of a table's columns stand on each of its pages; they stay with the table. */
  private static boolean isAboveRows(PdfLine line, List<PdfLine> lines) {
    int next = lines.indexOf(line) + 1;
    return line.hasColumns()
        && next < lines.size()
        && lines.get(next).page() == line.page()
        && lines.get(next).parts().size() == line.parts().size();
  }

  private static String unnumbered(String words) {
    return PAGE_AT_END.matcher(words).replaceFirst("").strip();
  }

  private static List<PdfLine> edges(List<PdfLine> page) {
    List<PdfLine> byHeight =
        page.stream().sorted((a, b) -> Float.compare(a.base(), b.base())).toList();
    int count = Math.min(EDGE_LINES, byHeight.size());
    Set<PdfLine> edges = new HashSet<>(byHeight.subList(0, count));
    edges.addAll(byHeight.subList(byHeight.size() - count, byHeight.size()));
    return List.copyOf(edges);
  }

  /**
   * As what a line repeats: as it is, or with one of its numbers counting the pages. Its height on
   * the page counts.
   */
  private static List<String> shapes(PdfLine line) {
    String words = line.words();
    String height = "@" + Math.round(line.base() / 4);
    List<String> shapes = new ArrayList<>();
    shapes.add(words + height);
    Matcher number = NUMBER.matcher(words);
    while (number.find() && shapes.size() <= MOST_NUMBERS) {
      int ahead = Integer.parseInt(number.group()) - line.page();
      shapes.add(
          words.substring(0, number.start())
              + "\0"
              + ahead
              + words.substring(number.end())
              + height);
    }
    return shapes;
  }
}
