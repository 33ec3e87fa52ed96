package dev.gill.answer;

import dev.gill.model.Block;
import dev.gill.model.Chunk;
import dev.gill.model.NearPassage;
import dev.gill.model.Passage;
import dev.gill.model.Range;
import dev.gill.model.Scored;
import dev.gill.retrieve.Evidence;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Shows what came near a question where nothing answers it, each passage by its best sentence. */
public final class NearPassages {
  private static final int MOST = 3;

  /** Passages of the language that was searched less well. */
  private static final int ABROAD = 2;

  /** UTF-16 units up to which a passage is shown. */
  private static final int SHOWN = 320;

  private NearPassages() {}

  /**
   * Best first, and last those of another language.
   *
   * @param ranked what can be quoted of the best of them, best first
   */
  static List<NearPassage> of(Evidence evidence, List<Quote> ranked) {
    List<Scored> best =
        evidence.passages().stream()
            .sorted(Comparator.comparingDouble(Scored::score).reversed())
            .limit(MOST)
            .toList();
    List<Passage> shown = best.stream().map(Scored::passage).toList();
    Stream<Scored> abroad =
        evidence.abroad().stream().filter(each -> !shown.contains(each.passage())).limit(ABROAD);
    return Stream.concat(best.stream(), abroad).map(found -> near(found, ranked)).toList();
  }

  /** A passage from its first sentence on. */
  public static NearPassage of(Scored found) {
    return near(found, List.of());
  }

  /** A passage from its best sentence on; where none of it was ranked, from its first one. */
  private static NearPassage near(Scored found, List<Quote> ranked) {
    Chunk chunk = found.passage().chunk();
    List<Range> quotables = Quotables.in(chunk);
    Range whole = new Range(0, chunk.text().length());
    Range best =
        ranked.stream()
            .filter(quote -> quote.found().passage().equals(found.passage()))
            .map(Quote::range)
            .findFirst()
            .orElseGet(() -> quotables.isEmpty() ? whole : quotables.getFirst());
    return new NearPassage(found, Parts.of(chunk, from(best, quotables, chunk), List.of()));
  }

  /** A sentence with those after it up to the next heading, as far as they are shown. */
  private static Range from(Range best, List<Range> quotables, Chunk chunk) {
    int heading =
        chunk.blocks().stream()
            .filter(block -> block.kind() == Block.Kind.HEADING)
            .mapToInt(block -> block.start() - chunk.start())
            .filter(start -> start >= best.end())
            .min()
            .orElse(chunk.text().length());
    int end =
        quotables.stream()
            .filter(each -> each.start() >= best.start() && each.end() <= heading)
            .mapToInt(Range::end)
            .filter(each -> each - best.start() <= SHOWN)
            .max()
            .orElse(best.end());
    return new Range(best.start(), Math.max(end, best.end()));
  }
}
