package dev.gill.surface.chat;

import dev.gill.index.Snapshot;
import dev.gill.ledger.AskedOn;
import dev.gill.model.Reader;
import dev.gill.model.Scope;
import dev.gill.surface.Texts;
import dev.gill.surface.chat.Card.Element;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a chat does: answers one alone, or all who are there from what all of them may read. Every
 * method waits for the answer, so a product calls it behind its acknowledgement. Safe for use by
 * several threads.
 */
public final class Desk {
  private static final int LONGEST_KEPT = 300;

  private final ChatParts parts;
  private final Roster roster;
  private final Speaker speaker;
  private final Readers readers;
  private final Threads threads;
  private final Questions questions;
  private final Drawing drawing;
  private final Standstills standstills;
  private final Buttons buttons;
  private final Sharing sharing;
  private final Presses presses;
  private final Recent recent;
  private final Outdated outdated;

  /** Of one product, with its people and its way to speak. */
  public Desk(ChatParts parts, AskedOn product, Roster roster, Speaker speaker) {
    this.parts = parts;
    this.roster = roster;
    this.speaker = speaker;
    this.readers = new Readers(parts.directory, roster);
    this.threads = new Threads(roster, parts.clock);
    this.questions = new Questions(parts.asking, product);
    this.drawing = new Drawing(parts);
    this.standstills = new Standstills(parts);
    Vouching vouching = new Vouching(parts);
    this.buttons = new Buttons(parts.box.isOpen(), vouching);
    this.sharing = new Sharing(parts, readers, speaker, drawing, threads);
    this.recent = new Recent(parts);
    this.outdated =
        new Outdated(parts, roster, speaker, readers, product.name().toLowerCase(Locale.ROOT));
    this.presses =
        new Presses(
            questions, buttons, sharing, new Verdicts(parts), outdated, vouching, readers, speaker);
  }

  /**
   * Answers one alone, wherever they asked.
   *
   * @param shared whether the answer can be shared there
   * @throws ChatException if the chat does not take the answer
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public void aside(String account, Spot spot, String text, boolean shared)
      throws ChatException, InterruptedException {
    Texts t = texts(account);
    if (isAskable(t, text)) {
      Given given = questions.ask(account, readers.alone(account), text, List.of(), false);
      recent.note(given);
      speaker.aside(spot, account, card(t, given, shared));
    } else {
      speaker.aside(spot, account, help(t, text));
    }
  }

  /**
   * Answers in a direct conversation.
   *
   * @throws ChatException if the chat does not take the answer
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public void direct(String account, Spot spot, String text)
      throws ChatException, InterruptedException {
    Texts t = texts(account);
    if (isAskable(t, text)) {
      Growing growing = growing(t, spot);
      Given given =
          questions.ask(
              account, readers.alone(account), text, threads.before(spot), false, growing);
      note(spot, given);
      growing.end(card(t, given, false));
    } else {
      speaker.aloud(spot, help(t, text));
    }
  }

  /**
   * Answers all who are there; whoever asked gets an answer of their own besides if they may read
   * more than all of them may, and that more answers.
   *
   * @param follows whether the thread was there before
   * @throws ChatException if the chat does not take the answer
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public void aloud(String account, Spot spot, String text, boolean follows)
      throws ChatException, InterruptedException {
    Texts t = texts(account);
    if (!isAskable(t, text)) {
      speaker.aside(spot, account, help(t, text));
      return;
    }
    List<String> before = follows ? threads.before(spot) : List.of();
    Reader all = all(account, spot);
    Growing growing = growing(t, spot);
    Given given = questions.ask(account, all, text, before, true, growing);
    note(spot, given);
    growing.end(card(t, given, false));
    more(t, account, spot, text, before, all);
  }

  /**
   * Does what a button is for.
   *
   * @throws IOException if the chat does not take what is said, or something cannot be kept
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public void pressed(Press press) throws IOException, InterruptedException {
    presses.pressed(texts(press.account()), press);
  }

  /**
   * What somebody sees when they look at Gill itself.
   *
   * @throws IOException if something that is kept cannot be read
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public Card home(String account) throws IOException, InterruptedException {
    Texts t = texts(account);
    List<Element> elements = new ArrayList<>();
    elements.add(new Element.Words(t.of("chat.help")));
    elements.add(new Element.Heading(t.of("chat.home")));
    elements.addAll(recent.elements(t, account, readers.alone(account)));
    if (outdated.isMuted(account)) {
      elements.add(new Element.Small(t.of("chat.muted")));
      elements.add(
          new Element.Buttons(List.of(new Card.Button(t.of("chat.unmute"), Action.UNMUTE, "all"))));
    }
    return new Card(t.of("chat.home"), elements);
  }

  /**
   * Says to one alone that something went wrong, or that too many ask.
   *
   * @throws ChatException if the chat does not take it
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public void excuse(String account, Spot spot, boolean busy)
      throws ChatException, InterruptedException {
    Texts t = texts(account);
    speaker.aside(spot, account, Card.saying(t.of(busy ? "refusal.too-busy" : "chat.failed")));
  }

  private Reader all(String account, Spot spot) throws InterruptedException {
    return readers.along(account, readers.people(spot.channel()));
  }

  private void more(
      Texts t, String account, Spot spot, String text, List<String> before, Reader all)
      throws ChatException, InterruptedException {
    Reader own = readers.alone(account);
    Set<Scope> beyond = beyond(own, all);
    if (beyond.isEmpty()) {
      return;
    }
    Given given = questions.ask(account, own, text, before, false);
    if (quotes(given, beyond)) {
      List<Element> elements = new ArrayList<>();
      elements.add(new Element.Heading(t.of("chat.more")));
      Card card = card(t, given, true);
      elements.addAll(card.elements());
      speaker.aside(spot, account, new Card(t.of("chat.more"), elements));
    }
  }

  private Set<Scope> beyond(Reader own, Reader all) {
    try (Snapshot snapshot = parts.index.snapshot()) {
      Set<Scope> beyond = new HashSet<>(snapshot.access().scopes(own));
      beyond.removeAll(snapshot.access().scopes(all));
      return beyond;
    }
  }

  private boolean quotes(Given given, Set<Scope> scopes) {
    try (Snapshot snapshot = parts.index.snapshot()) {
      return given.citations().stream()
          .flatMap(cited -> snapshot.head(cited.doc()).stream())
          .anyMatch(head -> scopes.contains(head.scope()));
    }
  }

  private void note(Spot spot, Given given) {
    String whole = given.question().text();
    threads.note(spot, whole.length() <= LONGEST_KEPT ? whole : given.asked());
    recent.note(given);
  }

  private Growing growing(Texts t, Spot spot) {
    return new Growing(speaker, spot, parts.clock, said -> drawing.begun(t, said));
  }

  private Card card(Texts t, Given given, boolean shared) {
    return drawing.card(t, given, standstills.of(t, given), buttons.of(t, given, shared));
  }

  private static boolean isAskable(Texts t, String text) {
    return !text.isBlank()
        && text.codePointCount(0, text.length()) <= Questions.LONGEST
        && !text.strip().equalsIgnoreCase(t.of("chat.help.word"))
        && !text.strip().equalsIgnoreCase("help");
  }

  private static Card help(Texts t, String text) {
    int characters = text.codePointCount(0, text.length());
    return Card.saying(
        characters > Questions.LONGEST
            ? t.filled("problem.question.long", characters, Questions.LONGEST)
            : t.of("chat.help"));
  }

  private Texts texts(String account) throws InterruptedException {
    try {
      return parts.languages.of(roster.account(account).locale());
    } catch (ChatException e) {
      return parts.languages.of("");
    }
  }
}
