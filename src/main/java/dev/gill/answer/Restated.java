package dev.gill.answer;

import dev.gill.model.Composition.Effort;
import dev.gill.model.Question;
import java.util.Objects;

/**
 * A question of a conversation as it can be understood alone.
 *
 * @param question what is asked, of the same documents and by the same reader
 * @param model that worded it
 * @param effort what that took
 */
public record Restated(Question question, String model, Effort effort) {
  public Restated {
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(effort, "effort");
  }

  /** Whether it says anything but what was asked. */
  public boolean differsFrom(String asked) {
    return !question.text().equals(asked.strip());
  }
}
