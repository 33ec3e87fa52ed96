package dev.gill.surface.chat;

import dev.gill.model.Identity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A chat in memory: its people, who is in which channel, and all that was said. */
public final class SmallChat implements Roster, Speaker {
  /** What was said, and who sees it. */
  public record Said(Set<String> to, boolean aloud, Spot spot, Card card) {
    /** All its words, and where they lead. */
    public String words() {
      return card.toString();
    }

    /** The value of a button; empty if it is not there. */
    public Optional<String> button(Action action) {
      return card.elements().stream()
          .filter(Card.Element.Buttons.class::isInstance)
          .flatMap(element -> ((Card.Element.Buttons) element).buttons().stream())
          .filter(button -> button.action() == action)
          .map(Card.Button::value)
          .findFirst();
    }
  }

  public final Map<String, Account> accounts = new HashMap<>();
  public final Map<String, Set<String>> channels = new HashMap<>();
  public final List<Said> said = new ArrayList<>();

  /** Hears that something was said to all. */
  public volatile Runnable heard = () -> {};

  public final List<String> revised = new ArrayList<>();
  private int posted;

  /** Somebody who is known by these. */
  public void person(String id, String locale, Identity... identities) {
    accounts.put(id, new Account(id, Set.of(identities), locale, true));
  }

  /** A program. */
  public void program(String id) {
    accounts.put(id, new Account(id, Set.of(), "", false));
  }

  public void channel(String id, String... members) {
    channels.put(id, new TreeSet<>(Set.of(members)));
  }

  public Said last() {
    return said.getLast();
  }

  @Override
  public Account account(String id) throws ChatException {
    if (!accounts.containsKey(id)) {
      throw new ChatException("There is no " + id);
    }
    return accounts.get(id);
  }

  @Override
  public Set<String> members(String channel) throws ChatException {
    if (!channels.containsKey(channel)) {
      throw new ChatException("There is no " + channel);
    }
    return channels.get(channel);
  }

  @Override
  public Optional<String> find(Set<Identity> identities) {
    return accounts.values().stream()
        .filter(account -> account.identities().stream().anyMatch(identities::contains))
        .map(Account::id)
        .findFirst();
  }

  @Override
  public List<String> earlier(String channel, String thread) {
    return List.of();
  }

  @Override
  public void aside(Spot spot, String account, Card card) {
    said.add(new Said(Set.of(account), false, spot, card));
  }

  @Override
  public String aloud(Spot spot, Card card) {
    said.add(new Said(channels.getOrDefault(spot.channel(), Set.of()), true, spot, card));
    heard.run();
    return "m" + posted++;
  }

  @Override
  public boolean revises() {
    return true;
  }

  @Override
  public void revise(Spot spot, String id, Card card) {
    revised.add(id);
    aloud(spot, card);
  }

  @Override
  public void direct(String account, Card card) {
    aside(new Spot("direct", Optional.empty(), Optional.empty()), account, card);
  }

  @Override
  public void instead(Spot spot, String account, Card card) {
    aside(spot, account, card);
  }
}
