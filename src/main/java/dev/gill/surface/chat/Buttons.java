package dev.gill.surface.chat;

import dev.gill.model.Answer;
import dev.gill.model.Reader;
import dev.gill.surface.Texts;
import java.util.ArrayList;
import java.util.List;

/** The buttons below answers. */
final class Buttons {
  private final boolean feedback;
  private final Vouching vouching;

  /** With buttons for feedback where it is kept, which a trail does besides. */
  Buttons(boolean feedback, Vouching vouching) {
    this.feedback = feedback;
    this.vouching = vouching;
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
    if (!(given.answer() instanceof Answer.Grounded) && vouching.isOffered(given)) {
      buttons.add(write(t, given));
    }
    return buttons;
  }

  private static Card.Button write(Texts t, Given given) {
    return new Card.Button(t.of("chat.write"), Action.WRITE, given.id());
  }

  /**
   * Why an answer is of no help; whoever may can also write a better one.
   *
   * @param reader who says so
   */
  List<Card.Button> reasons(Texts t, Given given, Reader reader) {
    List<Card.Button> reasons = new ArrayList<>(reasons(t, given));
    if (vouching.may(reader)) {
      reasons.add(write(t, given));
    }
    return reasons;
  }

  private static List<Card.Button> reasons(Texts t, Given given) {
    return List.of(
        new Card.Button(t.of("chat.reason.beside"), Action.BESIDE, given.id()),
        new Card.Button(t.of("chat.reason.wrong"), Action.WRONG, given.id()),
        new Card.Button(t.of("chat.reason.incomplete"), Action.INCOMPLETE, given.id()),
        new Card.Button(t.of("chat.outdated"), Action.OUTDATED, given.id()));
  }
}
