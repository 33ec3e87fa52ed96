package dev.gill.answer;

import dev.gill.model.Block;
import dev.gill.model.Block.Kind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the numbered steps of a document: list items at the margin that count on by one, with all
 * that stands under them.
 *
 * @param text the canonical text
 * @param blocks its structure, in order
 */
record Steps(String text, List<Block> blocks) {
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,2})[.)、] ?");
  private static final int FEWEST = 2;

  /**
   * One list of steps, as indices of blocks.
   *
   * @param first the block that begins it
   * @param end after the last block of it
   */
  record Run(int first, int end) {}

  /** The steps that a block is part of; null if it is part of none. */
  Run around(int block) {
    int step = block;
    while (step >= 0 && number(step) == 0 && !isParting(step)) {
      step--;
    }
    if (step < 0 || isParting(step) || !isUnder(step, block)) {
      return null;
    }
    int first = step;
    for (int before = before(first); before >= 0; before = before(before)) {
      first = before;
    }
    int last = step;
    for (int next = next(last); next >= 0; next = next(next)) {
      last = next;
    }
    boolean several = number(last) - number(first) + 1 >= FEWEST;
    return several ? new Run(first, afterStep(last)) : null;
  }

  /** After the last block that stands under a step. */
  int afterStep(int step) {
    int next = next(step);
    if (next >= 0) {
      return next;
    }
    int end = step + 1;
    while (end < blocks.size() && !isParting(end) && (isUnderneath(end) || announces(end - 1))) {
      end++;
    }
    return end;
  }

  /** What a step is numbered; 0 if a block is none. */
  int number(int block) {
    Block each = blocks.get(block);
    boolean margin = each.start() == 0 || text.charAt(each.start() - 1) == '\n';
    if (each.kind() != Kind.LIST_ITEM || !margin) {
      return 0;
    }
    Matcher marker = NUMBER.matcher(text).region(each.start(), each.end());
    return marker.lookingAt() ? Integer.parseInt(marker.group(1)) : 0;
  }

  /** Whether a block after a step belongs to it: right under it, or before the next one. */
  private boolean isUnder(int step, int block) {
    boolean right = true;
    for (int i = step + 1; i <= block; i++) {
      right &= isUnderneath(i);
    }
    return right || next(step) > block;
  }

  private boolean isUnderneath(int block) {
    Block each = blocks.get(block);
    boolean indented = each.start() > 0 && text.charAt(each.start() - 1) == ' ';
    return each.kind() == Kind.CODE || (each.kind() == Kind.LIST_ITEM && indented);
  }

  private boolean announces(int block) {
    return ":：".indexOf(text.charAt(blocks.get(block).end() - 1)) >= 0;
  }

  private int next(int step) {
    for (int i = step + 1; i < blocks.size() && !isParting(i); i++) {
      if (number(i) > 0) {
        return number(i) == number(step) + 1 ? i : -1;
      }
    }
    return -1;
  }

  private int before(int step) {
    for (int i = step - 1; i >= 0 && !isParting(i); i--) {
      if (number(i) > 0) {
        return number(i) == number(step) - 1 ? i : -1;
      }
    }
    return -1;
  }

  private boolean isParting(int block) {
    Kind kind = blocks.get(block).kind();
    return kind == Kind.HEADING || kind == Kind.BYLINE;
  }
}
