package dev.gill.surface.chat;

import dev.gill.index.DocHead;
import dev.gill.index.Snapshot;
import dev.gill.ledger.NoticeBook;
import dev.gill.model.Citation;
import dev.gill.model.DocId;
import dev.gill.model.Identity;
import dev.gill.model.Reader;
import dev.gill.surface.Texts;
import dev.gill.surface.chat.Card.Element;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets whoever wrote a page last know that somebody finds it outdated: of one page once a day at
 * most, and only if they may read it still and have not said that they want none of that. Authors
 * are known by their account in the page's system, and from there by verified addresses; never by a
 * name.
 */
final class Outdated {
  private static final int LONGEST_QUOTE = 600;

  private final ChatParts parts;
  private final Roster roster;
  private final Speaker speaker;
  private final Readers readers;
  private final String product;

  Outdated(ChatParts parts, Roster roster, Speaker speaker, Readers readers, String product) {
    this.parts = parts;
    this.roster = roster;
    this.speaker = speaker;
    this.readers = readers;
    this.product = product;
  }

  /** Lets the authors of all that an answer quotes know; says what came of it, a line a page. */
  List<String> report(Texts t, Given given, String by) throws IOException, InterruptedException {
    Map<DocId, Citation> pages = new LinkedHashMap<>();
    given.citations().forEach(cited -> pages.putIfAbsent(cited.doc(), cited));
    List<String> outcomes = new ArrayList<>();
    for (Citation cited : pages.values()) {
      outcomes.add(t.with(report(given, cited, by), title(cited)));
    }
    return outcomes;
  }

  private String report(Given given, Citation cited, String by)
      throws IOException, InterruptedException {
    Optional<String> author = author(cited);
    if (author.isEmpty()) {
      return "chat.outdated.unknown";
    }
    if (author.get().equals(by)) {
      return "chat.outdated.yours";
    }
    NoticeBook.Permit permit =
        parts.notices.take(recipient(author.get()), cited.doc().toString(), parts.clock.instant());
    if (permit == NoticeBook.Permit.GRANTED) {
      Texts t = parts.languages.of(roster.account(author.get()).locale());
      speaker.direct(author.get(), card(t, given, cited, by));
    }
    return switch (permit) {
      case GRANTED -> "chat.outdated.sent";
      case SENT_LATELY -> "chat.outdated.lately";
      case MUTED -> "chat.outdated.muted";
    };
  }

  /** Somebody wants none of it, or some again. */
  void mute(String account, boolean none) throws IOException {
    parts.notices.mute(recipient(account), none, parts.clock.instant());
  }

  boolean isMuted(String account) throws IOException {
    return parts.notices.isMuted(recipient(account));
  }

  private String recipient(String account) {
    return product + ":" + account;
  }

  private Optional<String> author(Citation cited) throws ChatException, InterruptedException {
    if (cited.where().author().isBlank()) {
      return Optional.empty();
    }
    Optional<String> account = roster.find(known(cited));
    return account.isPresent() && mayRead(account.get(), cited.doc()) ? account : Optional.empty();
  }

  private Set<Identity> known(Citation cited) {
    Identity there = new Identity(cited.doc().source().name(), cited.where().author());
    try (Snapshot snapshot = parts.index.snapshot()) {
      return snapshot.access().known(parts.people.known(Set.of(there)));
    }
  }

  private boolean mayRead(String account, DocId doc) throws InterruptedException {
    Reader reader = readers.alone(account);
    try (Snapshot snapshot = parts.index.snapshot()) {
      Optional<DocHead> head = snapshot.head(doc);
      return head.isPresent() && snapshot.access().mayRead(reader, head.get().scope());
    }
  }

  private Card card(Texts t, Given given, Citation cited, String by) {
    String says = t.with("chat.notice", title(cited));
    return new Card(
        says,
        List.of(
            new Element.Named("", List.of(by), " " + says),
            new Element.Words(Cutting.cut(cited.plain(), LONGEST_QUOTE)),
            new Element.Words(t.with("chat.notice.asked", given.asked())),
            new Element.Stands(
                Optional.empty(),
                title(cited),
                parts.pages.original(cited.where().url()),
                parts.pages.of(cited, parts.seal),
                t.of("chat.notice.once")),
            new Element.Buttons(List.of(new Card.Button(t.of("chat.mute"), Action.MUTE, "all")))));
  }

  private static String title(Citation cited) {
    return cited.where().title().isBlank() ? cited.doc().key() : cited.where().title();
  }
}
