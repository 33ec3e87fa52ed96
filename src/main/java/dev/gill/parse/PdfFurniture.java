package dev.gill.parse;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Running heads, running feet and page numbers, which interrupt the text at every page's end. */
final class PdfFurniture {
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "(?i)^[-–—|\\s]*(?:page|seite|p\\.|第)?\\s*\\d{1,4}\\s*(?:页)?(?:\\s*(?:/|of|von)\\s*\\d{1,4})?[-–—|\\s]*$");
  private static final int EDGE_LINES = 3;
  private static final int FEWEST_PAGES = 3;

  private PdfFurniture() {}

  /** The lines that belong to the text. */
  static List<PdfLine> without(List<PdfLine> lines) {
    Map<Integer, List<PdfLine>> pages =
        lines.stream()
            .collect(Collectors.groupingBy(PdfLine::page, TreeMap::new, Collectors.toList()));
    Map<String, Set<Integer>> seen = new HashMap<>();
    Set<PdfLine> edges = new HashSet<>();
    pages.forEach(
        (page, ofPage) ->
            edges(ofPage)
                .forEach(
                    line -> {
                      edges.add(line);
                      seen.computeIfAbsent(shape(line), shape -> new HashSet<>()).add(page);
                    }));
    int often = Math.max(FEWEST_PAGES, (pages.size() + 1) / 2);
    return lines.stream()
        .filter(
            line ->
                !edges.contains(line)
                    || (seen.get(shape(line)).size() < often && !isPageNumber(line, pages)))
        .toList();
  }

  private static boolean isPageNumber(PdfLine line, Map<Integer, List<PdfLine>> pages) {
    return pages.size() > 1 && PAGE_NUMBER.matcher(line.words()).matches();
  }

  private static List<PdfLine> edges(List<PdfLine> page) {
    List<PdfLine> byHeight =
        page.stream().sorted((a, b) -> Float.compare(a.base(), b.base())).toList();
    int count = Math.min(EDGE_LINES, byHeight.size());
    Set<PdfLine> edges = new HashSet<>(byHeight.subList(0, count));
    edges.addAll(byHeight.subList(byHeight.size() - count, byHeight.size()));
    return List.copyOf(edges);
  }

  /** The same head with another number in it is the same head; its height on the page counts. */
  private static String shape(PdfLine line) {
    return line.words().replaceAll("\\d+", "0") + "@" + Math.round(line.base() / 4);
  }
}
