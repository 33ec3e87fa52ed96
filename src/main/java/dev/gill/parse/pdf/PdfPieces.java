package dev.gill.parse.pdf;

import dev.gill.parse.canonical.Characters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins printed lines to paragraphs, headings, list items and table rows. */
final class PdfPieces {
  /** Bullets, among them the private characters that symbol fonts use. */
  static final Pattern BULLET =
      Pattern.compile("^([●○■□▪▫•◦‣∙·\uf0b7\uf0a7\uf0d8➢►✓]|[-–—*o](?= ))\\s*(\\S.*)$");

  private static final Pattern NUMBER =
      Pattern.compile("^((?:\\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)])\\s+(\\S.*)$");
  private static final Pattern BRACKETED =
      Pattern.compile("^(\\(?(?:\\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)])\\s+(\\S.*)$");
  private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?:;。！？：；][\"”’)）]*$");
  private static final int MOST_LINES = 500;
  private static final float NEXT_PARAGRAPH = 1.3f;
  private static final float INDENT = 1.2f;

  private final List<PdfPiece> pieces = new ArrayList<>();
  private final List<PdfLine> run = new ArrayList<>();
  private final Map<Float, Float> leadings;
  private final Set<PdfLine> contents;
  private PdfTable table;

  private PdfPieces(List<PdfLine> lines) {
    this.leadings = leadings(lines);
    this.contents = PdfContents.in(lines);
  }

  static List<PdfPiece> of(List<PdfLine> lines) {
    PdfPieces pieces = new PdfPieces(lines);
    lines.forEach(pieces::take);
    pieces.endTable();
    pieces.endRun();
    return pieces.pieces;
  }

  /** For each size of type, the distance between lines that occurs most. */
  private static Map<Float, Float> leadings(List<PdfLine> lines) {
    Map<Float, Map<Float, Integer>> counts = new HashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      PdfLine before = lines.get(i - 1);
      PdfLine line = lines.get(i);
      float gap = line.base() - before.base();
      if (line.page() == before.page() && line.sameSize(before) && gap > 0) {
        counts
            .computeIfAbsent(line.size(), size -> new HashMap<>())
            .merge(Math.round(gap * 2) / 2f, 1, Integer::sum);
      }
    }
    Map<Float, Float> leadings = new HashMap<>();
    counts.forEach(
        (size, gaps) ->
            gaps.entrySet().stream()
                .filter(gap -> gap.getKey() < 2 * size)
                .max(Map.Entry.comparingByValue())
                .ifPresent(gap -> leadings.put(size, gap.getKey())));
    return leadings;
  }

  private void take(PdfLine line) {
    if (line.field() || contents.contains(line)) {
      endTable();
      endRun();
      if (line.field()) {
        pieces.add(new PdfPiece.Run(List.of(line)));
      } else if (pieces.isEmpty() || !(pieces.getLast() instanceof PdfPiece.Contents)) {
        pieces.add(new PdfPiece.Contents(line.page()));
      }
      return;
    }
    PdfTable before = table;
    if (table != null) {
      if (table.takes(line)) {
        return;
      }
      endTable();
      Optional<PdfTable> next = before.next(line);
      if (next.isPresent()) {
        table = next.get();
        return;
      }
    }
    if (line.hasColumns() && !startsItem(line)) {
      endRun();
      table = PdfTable.of(line);
      if (before != null) {
        before.headOf(table).ifPresent(head -> pieces.set(pieces.size() - 1, head));
      }
      return;
    }
    if (run.size() == MOST_LINES || (!run.isEmpty() && !continues(run.getLast(), line))) {
      endRun();
    }
    run.add(line);
  }

  static boolean startsItem(PdfLine line) {
    return BULLET.matcher(line.words()).matches() || numbered(line).matches();
  }

  /** Matches an item's number and words; one in brackets needs a gap, since prose has it too. */
  static Matcher numbered(PdfLine line) {
    return (line.hasColumns() ? BRACKETED : NUMBER).matcher(line.words());
  }

  private boolean continues(PdfLine before, PdfLine line) {
    if (!line.sameSize(before) || line.bold() != before.bold() && isWholeLine(before, line)) {
      return false;
    }
    if (startsItem(line)) {
      return false;
    }
    float gap = line.base() - before.base();
    if (line.page() != before.page() || gap < 0) {
      return !SENTENCE_END.matcher(before.words()).matches() && startsInside(line);
    }
    float leading = leadings.getOrDefault(line.size(), 1.2f * line.size());
    boolean indented = run.size() > 1 && line.left() > before.left() + INDENT * line.size();
    return gap <= NEXT_PARAGRAPH * leading && !isDedented(before, line) && !indented;
  }

  /** An item's lines stand under its words; where they do not, its first sentence may run on. */
  private boolean isDedented(PdfLine before, PdfLine line) {
    PdfLine first = run.getFirst();
    if (!startsItem(first) || line.left() >= first.left() + 2) {
      return false;
    }
    boolean flush = Math.abs(before.left() - first.left()) < 2 && line.left() > first.left() - 2;
    return !flush || SENTENCE_END.matcher(before.words()).matches();
  }

  /** A sentence that begins in bold type is no heading: its other lines decide. */
  private boolean isWholeLine(PdfLine before, PdfLine line) {
    if (BULLET.matcher(run.getFirst().words()).matches()) {
      return false;
    }
    return before.bold()
            && run.stream().allMatch(PdfLine::bold)
            && (!startsInside(line) || SENTENCE_END.matcher(before.words()).matches())
        || line.bold() && !startsInside(line);
  }

  private static boolean startsInside(PdfLine line) {
    int first = line.words().codePointAt(0);
    return Character.isLowerCase(first)
        || Characters.isWide(first)
        || Character.isDigit(first)
        || first == '(';
  }

  private void endRun() {
    if (!run.isEmpty()) {
      pieces.add(new PdfPiece.Run(run));
      run.clear();
    }
  }

  private void endTable() {
    if (table != null) {
      pieces.add(table.row());
      table = null;
    }
  }
}
