package dev.gill.retrieve;

import dev.gill.index.Hit;
import dev.gill.index.Samples;
import dev.gill.model.Chunk;
import dev.gill.model.Origin;
import dev.gill.model.Passage;
import dev.gill.model.Scored;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/** Passages as the engine finds them; they age by the day. */
final class Found {
  private static final Instant PRESENT = Samples.NOON;

  private Found() {}

  static Passage passage(String key, int start, String text, int daysOld) {
    Instant modified = PRESENT.minus(Duration.ofDays(daysOld));
    Chunk chunk = Chunk.of(start, text, List.of(), List.of());
    return new Passage(Samples.id(key), "r1", new Origin("", "Titel", "author", modified), chunk);
  }

  static Passage passage(String key) {
    return passage(key, 0, "text of " + key, 0);
  }

  static Hit hit(String key, double score) {
    return hit(passage(key), score);
  }

  /** Without a cosine. */
  static Hit hit(Passage passage, double score) {
    return new Hit(passage, score, OptionalDouble.empty());
  }

  /** Found by words, as near as that. */
  static Hit hit(String key, double score, double cosine) {
    return new Hit(passage(key), score, OptionalDouble.of(cosine));
  }

  /** Found by its vector. */
  static Hit near(String key, double cosine) {
    return hit(key, cosine, cosine);
  }

  static Scored scored(Passage passage, double score) {
    return new Scored(passage, score, OptionalDouble.empty(), OptionalDouble.of(score));
  }

  static List<String> keys(List<Scored> found) {
    return found.stream().map(scored -> scored.passage().doc().key()).toList();
  }
}
