package dev.gill.surface;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds out who sends a request. Takes no time: it is asked on a thread that must not wait. */
public interface Recognizer {
  /**
   * What a request shows.
   *
   * @param authorization the header of that name
   * @param cookie the cookie of a name
   */
  record Shown(Optional<String> authorization, Function<String, Optional<String>> cookie) {}

  /** What comes of it. */
  sealed interface Recognized {
    /** It is known who it is, or not needed. */
    record Known(Caller caller) implements Recognized {}

    /** Nothing, or nothing that holds any more, was shown, and signing in helps. */
    record Stranger() implements Recognized {}

    /** An access token was shown that does not hold. */
    record BadToken() implements Recognized {}

    /** One that may hold, which takes time to check. */
    record ToBeChecked(Supplier<Recognized> check) implements Recognized {}

    /** One that nobody can check at the moment. */
    record Unchecked() implements Recognized {}
  }

  /** Who it is. */
  Recognized recognize(Shown shown);
}
