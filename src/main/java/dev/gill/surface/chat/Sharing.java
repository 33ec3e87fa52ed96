package dev.gill.surface.chat;

import dev.gill.index.Snapshot;
import dev.gill.model.Reader;
import dev.gill.surface.Texts;
import dev.gill.surface.chat.Card.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Shows somebody's answer to all in a channel. Whether they may read all of it is looked at when it
 * is shared; if one of them may not, whoever shares it is told who would see what, and has to say
 * so again. What they were not told of is never shown.
 */
final class Sharing {
  private static final int NAMED = 10;

  private final ChatParts parts;
  private final Readers readers;
  private final Speaker speaker;
  private final Drawing drawing;
  private final Threads threads;

  /** What whoever shares an answer was told last, by the answer's id. */
  private final Bounded<String, Map<String, Set<String>>> told = new Bounded<>(1_000);

  Sharing(ChatParts parts, Readers readers, Speaker speaker, Drawing drawing, Threads threads) {
    this.parts = parts;
    this.readers = readers;
    this.speaker = speaker;
    this.drawing = drawing;
    this.threads = threads;
  }

  void share(Texts t, Given given, Press press, boolean anyway, List<Card.Button> buttons)
      throws ChatException, InterruptedException {
    if (!given.asker().equals(press.account())) {
      say(press, t.of("chat.share.not-yours"));
      return;
    }
    Optional<Set<String>> people = readers.people(press.spot().channel());
    if (people.isEmpty()) {
      say(press, t.of("chat.share.unknown"));
      return;
    }
    Exposure exposure = exposure(given, press.account(), people.get());
    if (!exposure.holds()) {
      say(press, t.of("chat.share.changed"));
    } else if (exposure.unreadable().isEmpty() || anyway && wasTold(given, exposure)) {
      show(t, given, press, buttons);
    } else {
      told.put(given.id(), exposure.unreadable());
      speaker.instead(press.spot(), press.account(), warning(t, given, exposure));
    }
  }

  private Exposure exposure(Given given, String asker, Set<String> people)
      throws InterruptedException {
    Reader own = readers.alone(asker);
    Map<String, Reader> each = readers.each(people);
    try (Snapshot now = parts.index.snapshot()) {
      return Exposure.of(given, own, each, now);
    }
  }

  private boolean wasTold(Given given, Exposure exposure) {
    Map<String, Set<String>> known = told.get(given.id()).orElse(Map.of());
    return exposure.unreadable().entrySet().stream()
        .allMatch(
            entry -> known.getOrDefault(entry.getKey(), Set.of()).containsAll(entry.getValue()));
  }

  private void show(Texts t, Given given, Press press, List<Card.Button> buttons)
      throws ChatException, InterruptedException {
    Card answer = drawing.card(t, given, List.of(), buttons);
    List<Element> elements = new ArrayList<>();
    elements.add(
        new Element.Named("", List.of(given.asker()), " " + t.with("chat.shared", given.asked())));
    elements.addAll(answer.elements());
    String posted = speaker.aloud(press.spot(), new Card(answer.summary(), elements));
    String thread = press.spot().thread().orElse(posted);
    threads.note(
        new Spot(press.spot().channel(), Optional.of(thread), Optional.empty()),
        given.question().text());
    say(press, t.of("chat.share.done"));
  }

  private static Card warning(Texts t, Given given, Exposure exposure) {
    List<Element> elements = new ArrayList<>();
    elements.add(new Element.Heading(t.of("chat.share.warning")));
    exposure
        .unreadable()
        .forEach(
            (title, accounts) -> {
              List<String> named = accounts.stream().limit(NAMED).toList();
              int more = accounts.size() - named.size();
              String after = more == 0 ? "" : " " + t.with("chat.share.more", more);
              elements.add(new Element.Named(t.with("chat.share.page", title) + " ", named, after));
            });
    elements.add(
        new Element.Buttons(
            List.of(
                new Card.Button(
                    t.of("chat.share.anyway"), Action.SHARE_ANYWAY, given.id(), true))));
    return new Card(t.of("chat.share.warning"), elements);
  }

  private void say(Press press, String words) throws ChatException, InterruptedException {
    speaker.instead(press.spot(), press.account(), Card.saying(words));
  }
}
