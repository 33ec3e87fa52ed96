package dev.gill.bench;

import dev.gill.answer.Answerer;
import dev.gill.model.Answer;
import dev.gill.model.DocId;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.sync.Breath;
import dev.gill.sync.Breathing;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Saves edits one after another, and waits for each until an answer quotes it. */
final class Edits {
  private static final int PATIENCE_SECONDS = 300;

  /**
   * What one edit took, in milliseconds, each from before the file was written.
   *
   * @param found until it could be found
   * @param answered until an answer quoted it
   * @param asked how many answers that took
   */
  record Took(double found, double answered, int asked) {}

  private final Answerer answerer;
  private final List<EditedPage> pages;
  private final Random random;
  private final BlockingQueue<DocId> breaths = new LinkedBlockingQueue<>();

  Edits(Breathing breathing, Answerer answerer, List<EditedPage> pages, long seed) {
    this.answerer = answerer;
    this.pages = List.copyOf(pages);
    this.random = new Random(seed);
    breathing.onBreath(this::heard);
  }

  private void heard(Breath breath) {
    if (breath.kind() == Breath.Kind.UPSERTED) {
      breaths.add(breath.doc());
    }
  }

  /** One edit of the page whose turn it is. The breath of it sets off the asking, as in the app. */
  Took edit(int number) throws IOException, InterruptedException {
    EditedPage page = pages.get(number % pages.size());
    String code = Integer.toString(100_000_000 + random.nextInt(900_000_000));
    breaths.clear();
    long begun = System.nanoTime();
    page.save(code);
    await(page);
    double found = millis(begun);
    int asked = 0;
    boolean quoted = false;
    while (!quoted) {
      quoted = quotes(answerer, page.question(), code);
      asked++;
      if (!quoted && millis(begun) > 1e3 * PATIENCE_SECONDS) {
        throw new IOException("no answer quotes the edit of " + page);
      }
    }
    return new Took(found, millis(begun), asked);
  }

  /** Whether the answer to a question, asked now, quotes this. */
  static boolean quotes(Answerer answerer, String question, String wanted)
      throws InterruptedException {
    Answer answer = answerer.answer(new Question(question, Reader.anyone()));
    return answer instanceof Answer.Grounded grounded
        && grounded.citations().stream().anyMatch(c -> c.quote().contains(wanted));
  }

  private void await(EditedPage page) throws IOException, InterruptedException {
    DocId heard;
    do {
      heard = breaths.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (heard == null) {
        throw new IOException("the edit of %s was never taken in".formatted(page));
      }
    } while (!page.is(heard));
  }

  private static double millis(long since) {
    return (System.nanoTime() - since) / 1e6;
  }
}
