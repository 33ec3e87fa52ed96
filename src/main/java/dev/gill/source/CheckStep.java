package dev.gill.source;

import java.util.Objects;

/**
 * One step of a check.
 *
 * @param name what is looked at, in a word or two
 */
public record CheckStep(String name, Outcome outcome) {
  public CheckStep {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(outcome, "outcome");
  }

  /** What came of it; a sentence without secrets. */
  public sealed interface Outcome {
    /** A whole sentence. */
    String sentence();
  }

  /** It works. */
  public record Passed(String sentence) implements Outcome {}

  /** It does not work, or something is missing; the sentence says what to do. */
  public record Failed(String sentence) implements Outcome {}

  /** It was not looked at; the sentence says why. */
  public record Skipped(String sentence) implements Outcome {}

  /** A step that works. */
  public static CheckStep passed(String name, String sentence) {
    return new CheckStep(name, new Passed(sentence));
  }

  /** A step that does not. */
  public static CheckStep failed(String name, String sentence) {
    return new CheckStep(name, new Failed(sentence));
  }

  /** A step that was not taken. */
  public static CheckStep skipped(String name, String sentence) {
    return new CheckStep(name, new Skipped(sentence));
  }
}
