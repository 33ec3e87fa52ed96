package dev.gill.answer;

import dev.gill.model.Block;
import dev.gill.model.Chunk;
import dev.gill.model.Range;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Takes along what stands beside a sentence and belongs to it: the next step, the sentence that
 * says when, the lead-in of a list. Where its numbers come from: docs/decisions/0025.
 *
 * @param chunk that it stands in
 * @param ranges what can be quoted in the chunk's text, in order
 */
record Surroundings(Chunk chunk, List<Range> ranges) {
  /** UTF-16 units up to which likely neighbours are taken along, where links lead not counted. */
  private static final int LIKELY = 400;

  /** UTF-16 units up to which what follows is taken along, where nothing is known of it. */
  private static final int FOLLOWING = 200;

  /** A neighbour must be this likely, as a share of what the sentence itself is. */
  private static final double SHARE = 0.5;

  /**
   * A range with the neighbours that are likely as well, likeliest first: before it in the same
   * paragraph, list or table, after it up to the next heading.
   */
  Range likely(Range range, ToDoubleFunction<Range> answer) {
    double wanted = SHARE * answer.applyAsDouble(range);
    Range grown = range;
    Range next = range;
    while (next != null) {
      grown = around(grown, next);
      Range here = grown;
      next =
          Stream.of(after(here), before(here))
              .filter(each -> each != null && holdsTogether(around(here, each), LIKELY))
              .filter(each -> each.start() >= here.start() || !isParted(each, here))
              .filter(each -> answer.applyAsDouble(each) >= wanted)
              .reduce((a, b) -> answer.applyAsDouble(b) > answer.applyAsDouble(a) ? b : a)
              .orElse(null);
    }
    return grown;
  }

  /** A range with what follows it in the same paragraph or list; a row stands by itself. */
  Range following(Range range) {
    Range grown = range;
    Range next = range;
    while (next != null) {
      grown = around(grown, next);
      Range after = after(grown);
      boolean belongs =
          after != null
              && holdsTogether(around(grown, after), FOLLOWING)
              && !isParted(grown, after)
              && !isRow(chunk, after);
      next = belongs ? after : null;
    }
    return grown;
  }

  /** Whether another paragraph begins between the two. */
  private boolean isParted(Range before, Range after) {
    return chunk
        .text()
        .substring(before.end(), Math.max(before.end(), after.start()))
        .contains("\n\n");
  }

  /** Whether a range of a chunk's text stands in a row of a table. */
  static boolean isRow(Chunk chunk, Range range) {
    int at = chunk.start() + range.start();
    return chunk.blocks().stream()
        .anyMatch(block -> block.isRow() && block.start() <= at && at < block.end());
  }

  private boolean holdsTogether(Range range, int most) {
    return Chunk.withoutTargets(range.of(chunk.text())).length() <= most
        && chunk.blocks().stream().noneMatch(block -> isParting(block, range));
  }

  private boolean isParting(Block block, Range range) {
    int start = block.start() - chunk.start();
    boolean parts = block.kind() == Block.Kind.HEADING || block.kind() == Block.Kind.BYLINE;
    return parts && range.start() < start && start < range.end();
  }

  /** What ends within or before a range; what contains it is no neighbour. */
  private Range before(Range range) {
    Range before = null;
    for (Range each : ranges) {
      before = each.start() < range.start() && each.end() <= range.end() ? each : before;
    }
    return before;
  }

  private Range after(Range range) {
    return ranges.stream()
        .filter(each -> each.end() > range.end() && each.start() >= range.start())
        .findFirst()
        .orElse(null);
  }

  private static Range around(Range one, Range other) {
    return new Range(Math.min(one.start(), other.start()), Math.max(one.end(), other.end()));
  }
}
