package dev.gill.lab.servers;

import java.util.concurrent.Callable;
import org.junit.jupiter.api.Assumptions;

/** Real servers for tests. */
public final class Real {
  private Real() {}

  /** Starts one, or skips the test, and says so where nobody overlooks it. */
  public static <T> T orSkip(Callable<T> start) throws Exception {
    try {
      return start.call();
    } catch (ServerMissingException e) {
      String sentence = "A test is SKIPPED. " + e.getMessage();
      System.err.println(sentence);
      return Assumptions.abort(sentence);
    }
  }
}
