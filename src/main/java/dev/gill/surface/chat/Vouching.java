package dev.gill.surface.chat;

import dev.gill.index.Snapshot;
import dev.gill.model.Citation;
import dev.gill.model.Identity;
import dev.gill.model.Reader;
import dev.gill.surface.Texts;
import dev.gill.surface.chat.Card.Element;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Leads those who may write verified answers to the page on which they do. */
final class Vouching {
  private final ChatParts parts;

  Vouching(ChatParts parts) {
    this.parts = parts;
  }

  /** Whether an answer that was given offers it: in public to all, since others may see it. */
  boolean isOffered(Given given) {
    return isOn() && (given.open() || may(given.question().reader()));
  }

  /** Whether somebody may. */
  boolean may(Reader reader) {
    if (!isOn()) {
      return false;
    }
    try (Snapshot snapshot = parts.index.snapshot()) {
      Set<Identity> known = snapshot.access().known(reader.identities());
      return parts.answers.verifiers().stream().anyMatch(known::contains);
    }
  }

  private boolean isOn() {
    return parts.answers.source().isPresent() && parts.pages.base().isPresent();
  }

  /** Where whoever may writes an answer to what was asked. */
  Card page(Texts t, Given given) {
    String page =
        parts.pages.writing(
            given.question().text(),
            given.citations().stream().map(Citation::doc).distinct().toList());
    return new Card(
        t.of("chat.write"),
        List.of(
            new Element.Stands(
                Optional.empty(), t.of("chat.write"), "", page, given.question().text())));
  }
}
