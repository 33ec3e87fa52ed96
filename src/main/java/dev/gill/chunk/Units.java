package dev.gill.chunk;

import dev.gill.model.Block;
import dev.gill.model.Range;
import dev.gill.model.Sentences;
import dev.gill.parse.Headed;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a section's blocks apart until no piece has more tokens than allowed: into items or lines,
 * sentences, clauses and words, as far down as it needs.
 */
final class Units {
  private final String text;
  private final TokenCounter tokens;
  private final int most;
  private final List<Unit> units = new ArrayList<>();

  private Units(String text, TokenCounter tokens, int most) {
    this.text = text;
    this.tokens = tokens;
    this.most = most;
  }

  static List<Unit> of(String text, List<Headed> blocks, TokenCounter tokens, int most) {
    Units units = new Units(text, tokens, most);
    Headed previous = null;
    for (List<Headed> turn : Turns.of(blocks)) {
      if (turn.size() > 1 && units.addWhole(turn)) {
        previous = turn.getLast();
        continue;
      }
      for (Headed block : turn) {
        units.add(block, cut(block, previous));
        previous = block;
      }
    }
    return units.units;
  }

  /** Adds a turn of a conversation that is short enough as one unit. */
  private boolean addWhole(List<Headed> turn) {
    Unit whole = unit(turn.getFirst().start(), turn.getLast().end(), Unit.Cut.BLOCK);
    return whole.tokens() <= most && units.add(whole);
  }

  private static Unit.Cut cut(Headed block, Headed previous) {
    if (previous == null) {
      return Unit.Cut.BLOCK;
    }
    if (previous.kind() == Block.Kind.HEADING || previous.kind() == Block.Kind.BYLINE) {
      return Unit.Cut.HEADED;
    }
    boolean continues =
        block.block().isRow()
            ? previous.block().isRow()
            : block.kind() == Block.Kind.LIST_ITEM && previous.kind() == Block.Kind.LIST_ITEM;
    return continues ? Unit.Cut.ITEM : Unit.Cut.BLOCK;
  }

  private void add(Headed block, Unit.Cut cut) {
    Unit whole = unit(block.start(), block.end(), cut);
    if (whole.tokens() <= most) {
      units.add(whole);
    } else if (block.kind() == Block.Kind.CODE) {
      addLines(whole);
    } else {
      addSentences(whole);
    }
  }

  /** Fences stay with the line that is next to them. */
  private void addLines(Unit code) {
    Unit.Cut cut = code.cut();
    int end = code.range().end();
    int lastLine = text.lastIndexOf('\n', end - 1);
    int start = code.range().start();
    int from = Math.max(start, text.indexOf('\n', start) + 1);
    while (start < end) {
      int newline = text.indexOf('\n', from);
      int stop = newline < 0 || newline >= lastLine ? end : newline;
      if (text.substring(start, stop).isBlank()) {
        cut = Unit.Cut.ITEM;
      } else {
        addOrShred(unit(start, stop, cut));
        cut = Unit.Cut.SENTENCE;
      }
      start = stop + 1;
      from = start;
    }
  }

  private void addSentences(Unit block) {
    int base = block.range().start();
    Unit.Cut cut = block.cut();
    for (Range sentence : Sentences.in(block.range().of(text))) {
      addOrShred(unit(base + sentence.start(), base + sentence.end(), cut));
      cut = Unit.Cut.SENTENCE;
    }
  }

  private void addOrShred(Unit unit) {
    if (unit.tokens() <= most) {
      units.add(unit);
      return;
    }
    Unit.Cut cut = unit.cut();
    int end = unit.range().start();
    for (Range word : WordBreaks.in(text, unit.range())) {
      boolean first = word.start() == unit.range().start();
      cut = first ? cut : WordBreaks.endsClause(text, end) ? Unit.Cut.CLAUSE : Unit.Cut.WORD;
      addOrHalve(unit(word.start(), word.end(), cut));
      end = word.end();
    }
  }

  /** Only what looks like one word of hundreds of letters comes apart here. */
  private void addOrHalve(Unit unit) {
    Range range = unit.range();
    int characters = text.codePointCount(range.start(), range.end());
    if (unit.tokens() <= most || characters < 2) {
      units.add(unit);
      return;
    }
    int middle = text.offsetByCodePoints(range.start(), characters / 2);
    addOrHalve(unit(range.start(), middle, unit.cut()));
    addOrHalve(unit(middle, range.end(), Unit.Cut.WORD));
  }

  private Unit unit(int start, int end, Unit.Cut cut) {
    return Unit.of(text, new Range(start, end), cut, tokens);
  }
}
