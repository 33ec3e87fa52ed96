package dev.gill.parse.pdf;

import dev.gill.parse.canonical.ContentsHeading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds lists of contents: lines that lead to pages. */
final class PdfContents {
  private static final Pattern LEADER =
      Pattern.compile("^(\\S.*?)\\s*(?:[.·…_]\\s?){4,}\\s*(\\d{1,4}|[ivxlc]{1,7})$");
  private static final Pattern TRAILING = Pattern.compile("^(\\S.*?\\p{L}.*?)\\s+(\\d{1,4})$");
  private static final int FEWEST = 3;

  /** The title and an entry below it. */
  private static final int FEWEST_TITLED = 2;

  private final Set<String> words;
  private final int pages;

  private PdfContents(List<PdfLine> lines) {
    this.words = lines.stream().map(line -> key(line.words())).collect(Collectors.toSet());
    this.pages = lines.stream().mapToInt(PdfLine::page).max().orElse(0);
  }

  private static String key(String words) {
    return words.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  /** The lines of all such lists. */
  static Set<PdfLine> in(List<PdfLine> lines) {
    PdfContents contents = new PdfContents(lines);
    Set<PdfLine> found = new HashSet<>();
    List<PdfLine> run = new ArrayList<>();
    int page = 0;
    for (PdfLine line : lines) {
      boolean titled = !run.isEmpty() && ContentsHeading.is(run.getFirst().words());
      int leadsTo = contents.target(line, titled);
      if (leadsTo < page || leadsTo == 0) {
        end(run, found);
        page = 0;
      }
      if (ContentsHeading.is(line.words())) {
        end(run, found);
        run.add(line);
      } else if (leadsTo > 0) {
        run.add(line);
        page = leadsTo;
      }
    }
    end(run, found);
    return found;
  }

  private static void end(List<PdfLine> run, Set<PdfLine> found) {
    boolean titled = !run.isEmpty() && ContentsHeading.is(run.getFirst().words());
    if (run.size() >= (titled ? FEWEST_TITLED : FEWEST)) {
      found.addAll(run);
    }
    run.clear();
  }

  /** The page to which a line leads; 0 if it does not. */
  private int target(PdfLine line, boolean titled) {
    Matcher leader = LEADER.matcher(line.words());
    if (leader.matches()) {
      return leader.group(2).matches("\\d+") ? Math.max(1, Integer.parseInt(leader.group(2))) : 1;
    }
    Matcher trailing = TRAILING.matcher(line.words());
    if (trailing.matches() && words.contains(key(trailing.group(1)))) {
      int page = Integer.parseInt(trailing.group(2));
      return titled || page <= pages ? Math.max(page, 1) : 0;
    }
    return 0;
  }
}
