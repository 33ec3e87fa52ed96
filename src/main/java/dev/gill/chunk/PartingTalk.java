package dev.gill.chunk;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts a conversation from its beginning: a piece that is nearly full ends at the best kind of
 * cut, and among those at the lowest hash. So what is said later changes the last two pieces at
 * most, after an edit the same cuts are soon found again, and pieces are fuller than those of
 * pages.
 */
final class PartingTalk implements Parting {
  /** The share of a chunk from which on it may end. */
  private static final double FULL = 0.6;

  private final String text;
  private final TokenCounter tokens;
  private final int most;

  PartingTalk(String text, TokenCounter tokens, int most) {
    this.text = text;
    this.tokens = tokens;
    this.most = most;
  }

  @Override
  public List<List<Unit>> part(List<Unit> units) {
    List<List<Unit>> pieces = new ArrayList<>();
    int from = 0;
    while (from < units.size()) {
      int to = end(units, from);
      pieces.add(units.subList(from, to));
      from = to;
    }
    return pieces;
  }

  /** Where the piece ends that begins there; what is left is no scrap. */
  private int end(List<Unit> units, int from) {
    int longest = longest(units, from);
    if (longest == units.size()) {
      return longest;
    }
    int rest = units.subList(from, units.size()).stream().mapToInt(Unit::tokens).sum();
    double least = Math.min(FULL * most, rest / 2.0);
    int best = longest;
    int held = 0;
    for (int i = from + 1; i <= longest; i++) {
      held += units.get(i - 1).tokens();
      boolean fits = held >= least && rest - held >= most / 4;
      if (fits && (best == longest || better(units.get(i), units.get(best)))) {
        best = i;
      }
    }
    return best;
  }

  /** After the last unit that the piece can hold. */
  private int longest(List<Unit> units, int from) {
    int end = from + 1;
    int held = units.get(from).tokens();
    while (end < units.size() && held + units.get(end).tokens() <= most) {
      held += units.get(end).tokens();
      end++;
    }
    while (end > from + 1 && tokens.count(Unit.span(units.subList(from, end)).of(text)) > most) {
      end--;
    }
    return end;
  }

  private static boolean better(Unit a, Unit b) {
    int byCut = a.cut().compareTo(b.cut());
    return byCut < 0 || (byCut == 0 && Long.compareUnsigned(a.hash(), b.hash()) < 0);
  }
}
