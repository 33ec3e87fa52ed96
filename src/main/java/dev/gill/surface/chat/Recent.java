package dev.gill.surface.chat;

import dev.gill.index.DocHead;
import dev.gill.index.Snapshot;
import dev.gill.model.Citation;
import dev.gill.model.Reader;
import dev.gill.surface.Texts;
import dev.gill.surface.chat.Card.Element;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody asked lately, and what has changed since in what answered it. */
final class Recent {
  private static final int PEOPLE = 5_000;
  private static final int QUESTIONS = 10;
  private static final int LONGEST = 300;

  private record Asked(Given given, Instant at) {}

  private final ChatParts parts;
  private final Bounded<String, List<Asked>> byAccount = new Bounded<>(PEOPLE);

  Recent(ChatParts parts) {
    this.parts = parts;
  }

  synchronized void note(Given given) {
    List<Asked> asked = new ArrayList<>(byAccount.get(given.asker()).orElse(List.of()));
    asked.removeIf(one -> one.given().asked().equals(given.asked()));
    asked.addFirst(new Asked(given, parts.clock.instant()));
    byAccount.put(given.asker(), asked.subList(0, Math.min(QUESTIONS, asked.size())));
  }

  /** What is shown of them to whoever asked. */
  List<Element> elements(Texts t, String account, Reader reader) {
    List<Asked> asked = byAccount.get(account).orElse(List.of());
    if (asked.isEmpty()) {
      return List.of(new Element.Words(t.of("chat.home.none")));
    }
    Instant now = parts.clock.instant();
    List<Element> elements = new ArrayList<>();
    try (Snapshot snapshot = parts.index.snapshot()) {
      for (Asked one : asked) {
        String question = Cutting.cut(one.given().asked(), LONGEST);
        elements.add(new Element.Words(question));
        elements.add(new Element.Small(t.with("chat.home.asked", Ages.since(t, one.at(), now))));
        one.given().citations().stream()
            .flatMap(cited -> changed(t, cited, reader, snapshot, now))
            .distinct()
            .forEach(elements::add);
      }
    }
    return elements;
  }

  /** Of what whoever asked may not read now, no more is said than of what is gone. */
  private Stream<Element> changed(
      Texts t, Citation cited, Reader reader, Snapshot snapshot, Instant now) {
    Optional<DocHead> head =
        snapshot
            .head(cited.doc())
            .filter(known -> snapshot.access().mayRead(reader, known.scope()));
    if (head.isEmpty()) {
      return Stream.of(new Element.Small(t.of("chat.home.gone")));
    }
    return head.stream()
        .filter(known -> !known.revision().equals(cited.revision()))
        .map(
            known ->
                new Element.Stands(
                    Optional.empty(),
                    known.origin().title(),
                    parts.pages.original(cited.where().url()),
                    parts.pages.of(cited, parts.seal),
                    t.with("chat.home.changed", Ages.since(t, known.origin().modified(), now))));
  }
}
