package dev.gill.surface.chat;

import dev.gill.model.Answer;
import dev.gill.surface.Texts;
import java.util.ArrayList;
import java.util.List;

/** The buttons below answers. */
final class Buttons {
  private final boolean feedback;

  /** With buttons for feedback where it is kept, which a trail does besides. */
  Buttons(boolean feedback) {
    this.feedback = feedback;
  }

  /**
   * What fits an answer.
   *
   * @param shared whether it can be shared where it was asked
   */
  List<Card.Button> of(Texts t, Given given, boolean shared) {
    List<Card.Button> buttons = new ArrayList<>();
    boolean quotes = !(given.answer() instanceof Answer.Unknown);
    if (shared && quotes) {
      buttons.add(new Card.Button(t.of("chat.share"), Action.SHARE, given.id()));
    }
    if (quotes) {
      if (feedback || given.entry().isPresent()) {
        buttons.add(new Card.Button("👍", Action.HELPFUL, given.id()));
        buttons.add(new Card.Button("👎", Action.UNHELPFUL, given.id()));
      }
      buttons.add(new Card.Button(t.of("chat.outdated"), Action.OUTDATED, given.id()));
    }
    return buttons;
  }

  /** Why an answer is of no help. */
  static List<Card.Button> reasons(Texts t, Given given) {
    return List.of(
        new Card.Button(t.of("chat.reason.beside"), Action.BESIDE, given.id()),
        new Card.Button(t.of("chat.reason.wrong"), Action.WRONG, given.id()),
        new Card.Button(t.of("chat.reason.incomplete"), Action.INCOMPLETE, given.id()),
        new Card.Button(t.of("chat.outdated"), Action.OUTDATED, given.id()));
  }
}
