package dev.gill.chunk;

import dev.gill.model.Range;
import dev.gill.model.Sentences;
import dev.gill.parse.Block;
import java.util.ArrayList;
import java.util.List;

/** Takes a section's blocks apart until no piece is longer than a chunk may be. */
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

  static List<Unit> of(String text, List<Block> blocks, TokenCounter tokens, int most) {
    Units units = new Units(text, tokens, most);
    Block previous = null;
    for (Block block : blocks) {
      units.add(block, previous);
      previous = block;
    }
    return units.units;
  }

  private void add(Block block, Block previous) {
    boolean continues =
        previous != null
            && previous.kind() == block.kind()
            && (block.kind() == Block.Kind.LIST_ITEM || block.kind() == Block.Kind.TABLE_ROW);
    Unit.Cut cut = continues ? Unit.Cut.ITEM : Unit.Cut.BLOCK;
    Unit whole = Unit.of(text, new Range(block.start(), block.end()), cut, tokens);
    if (whole.tokens() <= most) {
      units.add(whole);
    } else if (block.kind() == Block.Kind.CODE) {
      addLines(whole);
    } else {
      addSentences(whole);
    }
  }

  private void addLines(Unit code) {
    Unit.Cut cut = code.cut();
    int start = code.range().start();
    while (start < code.range().end()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? code.range().end() : Math.min(newline, code.range().end());
      if (text.substring(start, end).isBlank()) {
        cut = Unit.Cut.ITEM;
      } else {
        addOrHalve(Unit.of(text, new Range(start, end), cut, tokens));
        cut = Unit.Cut.SENTENCE;
      }
      start = end + 1;
    }
  }

  private void addSentences(Unit block) {
    int base = block.range().start();
    Unit.Cut cut = block.cut();
    for (Range sentence : Sentences.in(block.range().of(text))) {
      Range range = new Range(base + sentence.start(), base + sentence.end());
      addOrHalve(Unit.of(text, range, cut, tokens));
      cut = Unit.Cut.SENTENCE;
    }
  }

  /**
   * Halves what is too long at the white space nearest to its middle, or in the middle of a text
   * that has none.
   */
  private void addOrHalve(Unit unit) {
    if (unit.tokens() <= most || unit.range().end() - unit.range().start() < 2) {
      units.add(unit);
      return;
    }
    Range range = unit.range();
    int middle = middle(range);
    addOrHalve(Unit.of(text, new Range(range.start(), middle), unit.cut(), tokens));
    int next = middle;
    while (next < range.end() - 1 && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    addOrHalve(Unit.of(text, new Range(next, range.end()), Unit.Cut.WORD, tokens));
  }

  private int middle(Range range) {
    int middle = (range.start() + range.end()) >>> 1;
    int reach = (range.end() - range.start()) / 4;
    for (int d = 0; d < reach; d++) {
      if (Character.isWhitespace(text.charAt(middle - d))) {
        return middle - d;
      }
      if (Character.isWhitespace(text.charAt(middle + d))) {
        return middle + d;
      }
    }
    return Character.isLowSurrogate(text.charAt(middle)) ? middle + 1 : middle;
  }
}
