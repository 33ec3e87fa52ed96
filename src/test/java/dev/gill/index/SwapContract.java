package dev.gill.index;

import static dev.gill.index.Samples.ANYONE;
import static dev.gill.index.Samples.EVERYONE;
import static dev.gill.index.Samples.WIKI;
import static dev.gill.index.Samples.at;
import static dev.gill.index.Samples.doc;
import static dev.gill.index.Samples.headOf;
import static dev.gill.index.Samples.id;
import static dev.gill.index.Samples.near;
import static dev.gill.index.Samples.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.SourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Old chunks go and new ones come in one step: a document is never absent and never doubled. */
interface SwapContract extends WithEngine {
  int REWRITES = 500;

  private static DocWrite revision(int number) {
    String[] paragraphs = new String[1 + number % 3];
    for (int i = 0; i < paragraphs.length; i++) {
      paragraphs[i] = "fish revision%d part%d".formatted(number, i);
    }
    return doc(headOf(id("a"), Integer.toString(number), EVERYONE), paragraphs);
  }

  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  default void readersMeetOneWholeRevisionWhileItIsRewritten() throws Exception {
    engine().commit(Changes.write(revision(0)).upTo("0"));
    CountDownLatch done = new CountDownLatch(1);
    List<Future<Integer>> readers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < 2; i++) {
        readers.add(threads.submit((Callable<Integer>) () -> readUntil(done)));
      }
      try {
        for (int number = 1; number <= REWRITES; number++) {
          engine().commit(Changes.write(revision(number)).upTo(Integer.toString(number)));
        }
      } finally {
        done.countDown();
      }
      for (Future<Integer> reader : readers) {
        assertThat(reader.get()).as("times looked").isPositive();
      }
    }
    assertThat(document(id("a")).orElseThrow().head().revision())
        .isEqualTo(Integer.toString(REWRITES));
  }

  private int readUntil(CountDownLatch done) {
    int looked = 0;
    int newest = 0;
    while (done.getCount() > 0 || looked == 0) {
      try (Snapshot index = engine().snapshot()) {
        int number = requireWhole(index);
        assertThat(number).as("revisions go forward only").isGreaterThanOrEqualTo(newest);
        newest = number;
      }
      looked++;
    }
    return looked;
  }

  private static int requireWhole(Snapshot index) {
    StoredDocument stored = index.document(id("a")).orElseThrow();
    int number = Integer.parseInt(stored.head().revision());
    List<String> expected =
        revision(number).chunks().stream().map(chunk -> chunk.chunk().text()).toList();
    assertThat(stored.chunks()).extracting(chunk -> chunk.text()).isEqualTo(expected);
    for (IndexQuery query : List.of(words("fish"), near(at(1)))) {
      assertThat(Samples.texts(index.search(query, ANYONE, 50)))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
    SourceLedger ledger = index.ledger(WIKI);
    assertThat(ledger.checkpoint().orElseThrow().cursor().value())
        .isEqualTo(Integer.toString(number));
    assertThat(ledger.documents()).isEqualTo(1);
    assertThat(ledger.chunks()).isEqualTo(expected.size());
    return number;
  }

  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  default void sourcesThatCommitAtOnceLoseNothing() throws Exception {
    List<Future<?>> writers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++) {
        SourceId source = new SourceId("source" + i);
        writers.add(threads.submit(() -> writeTwenty(source)));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
    for (int i = 0; i < 4; i++) {
      SourceId source = new SourceId("source" + i);
      SourceLedger ledger = ledger(source);
      assertThat(ledger.documents()).isEqualTo(20);
      assertThat(ledger.checkpoint().orElseThrow().cursor().value()).isEqualTo("19");
    }
  }

  private void writeTwenty(SourceId source) {
    for (int n = 0; n < 20; n++) {
      var id = new dev.gill.model.DocId(source, "doc" + n);
      engine()
          .commit(
              Changes.of(source)
                  .and(doc(headOf(id, "r1", EVERYONE), "text " + n))
                  .upTo(Integer.toString(n)));
    }
  }
}
