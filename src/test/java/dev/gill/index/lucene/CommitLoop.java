package dev.gill.index.lucene;

import static dev.gill.index.Samples.EVERYONE;
import static dev.gill.index.Samples.SPACES;
import static dev.gill.index.Samples.WIKI;
import static dev.gill.index.Samples.failure;
import static dev.gill.index.Samples.groups;
import static dev.gill.index.Samples.headOf;
import static dev.gill.index.Samples.id;

import dev.gill.index.Changes;
import dev.gill.index.Changeset;
import dev.gill.index.DocWrite;
import dev.gill.index.IndexEngine;
import dev.gill.index.Samples;
import dev.gill.index.Snapshot;
import java.nio.file.Path;

/** A process that commits one numbered changeset after another, and says which are done. */
final class CommitLoop {
  private CommitLoop() {}

  /** Goes on after the last changeset in the folder until somebody kills it. */
  public static void main(String[] folder) {
    try (IndexEngine engine = LuceneEngine.open(Path.of(folder[0]), SPACES)) {
      for (int number = last(engine) + 1; number < Integer.MAX_VALUE; number++) {
        engine.commit(changeset(number));
        System.out.println(number);
        System.out.flush();
      }
    }
  }

  /** The number of the last changeset that an engine holds; 0 if none. */
  static int last(IndexEngine engine) {
    try (Snapshot index = engine.snapshot()) {
      return index
          .ledger(WIKI)
          .checkpoint()
          .map(checkpoint -> checkpoint.cursor().value())
          .map(Integer::parseInt)
          .orElse(0);
    }
  }

  /** Rewrites, deletes, failures and copies of text, told by the number alone. */
  static Changeset changeset(int number) {
    Changes changes =
        Changes.write(document("d" + number % 7, number), document("e" + number % 3, 1));
    if (number % 3 == 0) {
      changes.delete(id("d" + (number + 2) % 7));
    }
    if (number % 5 == 0) {
      changes.fail(failure("d" + (number + 4) % 7, "broken by " + number));
    }
    return changes.upTo(Integer.toString(number), Samples.NOON.plusSeconds(number));
  }

  private static DocWrite document(String key, int number) {
    String[] paragraphs = new String[1 + number % 4];
    for (int i = 0; i < paragraphs.length; i++) {
      paragraphs[i] =
          i % 2 == 0 ? "fish %d of %s".formatted(number, key) : "第%d条鱼".formatted(number);
    }
    var audience = number % 2 == 0 ? EVERYONE : groups("staff");
    return Samples.doc(headOf(id(key), "r" + number, audience), paragraphs);
  }
}
