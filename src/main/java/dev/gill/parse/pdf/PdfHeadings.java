package dev.gill.parse.pdf;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guesses headings: larger type than the body's, or short lines all in bold. */
final class PdfHeadings {
  private static final Pattern NUMBERED =
      Pattern.compile("^(\\d{1,2}(?:\\.\\d{1,2})*)\\.?\\s+\\S.*");
  private static final Pattern NO_HEADING = Pattern.compile(".*[.;,。；，](?<!\\d\\.)$");
  private static final Pattern SETTING = Pattern.compile("^\\D[^:]{1,30}: *[\\d\\[<(].*");
  private static final float LARGER = 1.15f;
  private static final float TITLE_GAP = 2.6f;
  private static final int LONGEST = 160;
  private static final int TITLE_PARTS = 3;

  private final float body;
  private final TreeSet<Float> larger = new TreeSet<>();
  private final Set<PdfPiece.Run> title = new LinkedHashSet<>();

  PdfHeadings(List<PdfLine> lines, List<PdfPiece> pieces) {
    this.body = bodySize(lines);
    findTitle(pieces);
    for (PdfPiece piece : pieces) {
      if (piece instanceof PdfPiece.Run run && isLarger(run) && !title.contains(run)) {
        larger.add(run.first().size());
      }
    }
  }

  private static float bodySize(List<PdfLine> lines) {
    Map<Float, Integer> characters = new HashMap<>();
    lines.forEach(line -> characters.merge(line.size(), line.words().length(), Integer::sum));
    return characters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0f);
  }

  /** A document may begin with its title in several lines, each looking like a heading. */
  private void findTitle(List<PdfPiece> pieces) {
    for (PdfPiece piece : pieces) {
      if (!(piece instanceof PdfPiece.Run run)
          || !isHeading(run)
          || NUMBERED.matcher(run.words()).matches()
          || run.words().contains(": ")
          || title.size() == TITLE_PARTS
          || isOfContents(run, pieces)
          || (!title.isEmpty() && isFar(List.copyOf(title).getLast(), run))) {
        return;
      }
      title.add(run);
    }
  }

  private static boolean isOfContents(PdfPiece.Run run, List<PdfPiece> pieces) {
    int next = pieces.indexOf(run) + 1;
    return next < pieces.size() && pieces.get(next) instanceof PdfPiece.Contents;
  }

  private static boolean isFar(PdfPiece.Run before, PdfPiece.Run run) {
    PdfLine above = before.lines().getLast();
    return above.page() != run.page()
        || !above.sameSize(run.first())
        || run.first().base() - above.base() > TITLE_GAP * run.first().size();
  }

  /** The runs that make up the title; empty if the document begins otherwise. */
  Set<PdfPiece.Run> title() {
    return title;
  }

  /** The level of a heading; 0 if it is none. */
  int level(PdfPiece.Run run) {
    if (!isHeading(run)) {
      return 0;
    }
    int top = title.isEmpty() ? 1 : 2;
    if (isLarger(run)) {
      return top + larger.tailSet(run.first().size(), false).size();
    }
    Matcher numbered = NUMBERED.matcher(run.words());
    long dots = numbered.matches() ? numbered.group(1).chars().filter(c -> c == '.').count() : 0;
    return top + larger.size() + (int) dots;
  }

  private boolean isHeading(PdfPiece.Run run) {
    String words = run.words();
    if (run.first().field()
        || words.length() > LONGEST
        || words.codePoints().noneMatch(Character::isLetter)) {
      return false;
    }
    boolean standsOut = isLarger(run) || (run.isBold() && run.first().size() >= 0.95f * body);
    return standsOut
        && !NO_HEADING.matcher(words).matches()
        && !SETTING.matcher(words).matches()
        && !PdfPieces.BULLET.matcher(words).matches();
  }

  private boolean isLarger(PdfPiece.Run run) {
    return run.first().size() >= LARGER * body && run.words().length() <= LONGEST;
  }
}
