package dev.gill.chunk;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts what stands under a heading in two, until each piece fits: at the best kind of cut, and
 * among those at the lowest hash.
 */
final class PartingPages implements Parting {
  private final String text;
  private final TokenCounter tokens;
  private final int most;

  PartingPages(String text, TokenCounter tokens, int most) {
    this.text = text;
    this.tokens = tokens;
    this.most = most;
  }

  @Override
  public List<List<Unit>> part(List<Unit> units) {
    List<List<Unit>> pieces = new ArrayList<>();
    part(units, pieces);
    return pieces;
  }

  private void part(List<Unit> units, List<List<Unit>> pieces) {
    int total = units.stream().mapToInt(Unit::tokens).sum();
    if (units.size() == 1 || (total <= most && tokens.count(Unit.span(units).of(text)) <= most)) {
      pieces.add(units);
      return;
    }
    int at = cut(units, total);
    part(units.subList(0, at), pieces);
    part(units.subList(at, units.size()), pieces);
  }

  /**
   * The best place to part units: one that leaves a quarter of a chunk on either side, which there
   * always is among units of at most half a chunk.
   */
  private int cut(List<Unit> units, int total) {
    int best = 0;
    int bestSide = -1;
    int before = 0;
    for (int i = 1; i < units.size(); i++) {
      before += units.get(i - 1).tokens();
      int side = Math.min(before, total - before);
      if (best == 0 || better(units.get(i), side, units.get(best), bestSide)) {
        best = i;
        bestSide = side;
      }
    }
    return best;
  }

  /** Whether a cut is better than another, given the tokens on the smaller side of each. */
  private boolean better(Unit a, int aSide, Unit b, int bSide) {
    if (aSide < most / 4 || bSide < most / 4) {
      return aSide > bSide;
    }
    int byCut = a.cut().compareTo(b.cut());
    int byHash = Long.compareUnsigned(a.hash(), b.hash());
    return byCut != 0 ? byCut < 0 : byHash != 0 ? byHash < 0 : aSide > bSide;
  }
}
