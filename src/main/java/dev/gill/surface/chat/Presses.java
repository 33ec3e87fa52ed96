package dev.gill.surface.chat;

import dev.gill.surface.Texts;
import dev.gill.surface.chat.Card.Element;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Does what buttons are for. */
final class Presses {
  private final Questions questions;
  private final Buttons buttons;
  private final Sharing sharing;
  private final Verdicts verdicts;
  private final Outdated outdated;
  private final Vouching vouching;
  private final Readers readers;
  private final Speaker speaker;

  /** Who said what of which answer, since nobody says it twice. */
  private final Bounded<String, Boolean> said = new Bounded<>(50_000);

  Presses(
      Questions questions,
      Buttons buttons,
      Sharing sharing,
      Verdicts verdicts,
      Outdated outdated,
      Vouching vouching,
      Readers readers,
      Speaker speaker) {
    this.questions = questions;
    this.buttons = buttons;
    this.sharing = sharing;
    this.verdicts = verdicts;
    this.outdated = outdated;
    this.vouching = vouching;
    this.readers = readers;
    this.speaker = speaker;
  }

  void pressed(Texts t, Press press) throws IOException, InterruptedException {
    if (press.action() == Action.MUTE || press.action() == Action.UNMUTE) {
      boolean none = press.action() == Action.MUTE;
      outdated.mute(press.account(), none);
      speaker.instead(press.spot(), press.account(), none ? muted(t) : unmuted(t));
      return;
    }
    Optional<Given> given = questions.find(press.value());
    if (given.isPresent()) {
      pressed(t, press, given.get());
    } else {
      aside(press, t.of("chat.gone"));
    }
  }

  private static Card muted(Texts t) {
    String said = t.of("chat.muted");
    Card.Button again = new Card.Button(t.of("chat.unmute"), Action.UNMUTE, "all");
    return new Card(said, List.of(new Element.Words(said), new Element.Buttons(List.of(again))));
  }

  private static Card unmuted(Texts t) {
    return Card.saying(t.of("chat.unmuted"));
  }

  private void pressed(Texts t, Press press, Given given) throws IOException, InterruptedException {
    switch (press.action()) {
      case SHARE -> sharing.share(t, given, press, false, buttons.of(t, given, false));
      case SHARE_ANYWAY -> sharing.share(t, given, press, true, buttons.of(t, given, false));
      case HELPFUL -> verdict(t, press, given, true);
      case UNHELPFUL -> unhelpful(t, press, given);
      case BESIDE -> because(t, press, given, "chat.reason.beside");
      case WRONG -> because(t, press, given, "chat.reason.wrong");
      case INCOMPLETE -> because(t, press, given, "chat.reason.incomplete");
      case OUTDATED -> {
        if (first(press, given)) {
          verdicts.because(given, t.of("chat.outdated"));
          aside(press, String.join("\n", outdated.report(t, given, press.account())));
        } else {
          aside(press, t.of("chat.thanks"));
        }
      }
      case WRITE -> write(t, press, given);
      case MUTE, UNMUTE -> throw new IllegalStateException("they are of no answer");
    }
  }

  private void write(Texts t, Press press, Given given) throws ChatException, InterruptedException {
    if (vouching.may(readers.alone(press.account()))) {
      speaker.aside(press.spot(), press.account(), vouching.page(t, given));
    } else {
      aside(press, t.of("chat.write.not-yours"));
    }
  }

  private void because(Texts t, Press press, Given given, String reason)
      throws ChatException, InterruptedException {
    verdicts.because(given, t.of(reason));
    aside(press, t.of("chat.thanks"));
  }

  private void verdict(Texts t, Press press, Given given, boolean helpful)
      throws IOException, InterruptedException {
    if (first(press, given)) {
      verdicts.keep(given, helpful);
    }
    aside(press, t.of("chat.thanks"));
  }

  private void unhelpful(Texts t, Press press, Given given)
      throws IOException, InterruptedException {
    if (first(press, given)) {
      verdicts.keep(given, false);
    }
    Card card =
        new Card(
            t.of("chat.why"),
            List.of(
                new Element.Words(t.of("chat.why")),
                new Element.Buttons(buttons.reasons(t, given, readers.alone(press.account())))));
    speaker.aside(press.spot(), press.account(), card);
  }

  private boolean first(Press press, Given given) {
    String key = "%s %s %s".formatted(press.account(), given.id(), press.action());
    return said.putFirst(key, true);
  }

  private void aside(Press press, String words) throws ChatException, InterruptedException {
    speaker.aside(press.spot(), press.account(), Card.saying(words));
  }
}
