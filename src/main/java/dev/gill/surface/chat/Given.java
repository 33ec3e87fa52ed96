package dev.gill.surface.chat;

import dev.gill.model.Answer;
import dev.gill.model.Citation;
import dev.gill.model.Question;
import dev.gill.surface.Asking;
import java.util.List;
import java.util.Optional;

/**
 * An answer that was given.
 *
 * @param id by which buttons name it; nobody can guess it
 * @param asker the account of whoever asked
 * @param asked in their own words, without what was asked before
 * @param question that was answered
 * @param made the answer, with what came of asking besides it
 * @param open whether everybody there saw it
 */
record Given(
    String id, String asker, String asked, Question question, Asking.Asked made, boolean open) {
  Answer answer() {
    return made.answer();
  }

  /** What names it in the trail. */
  Optional<String> entry() {
    return made.entry();
  }

  /** What it quotes, each once. */
  List<Citation> citations() {
    return switch (answer()) {
      case Answer.Grounded grounded -> grounded.citations();
      case Answer.Near near -> List.of(near.citation());
      case Answer.Unknown _ -> List.of();
    };
  }
}
