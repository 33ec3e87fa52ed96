package dev.gill.surface.chat;

import dev.gill.model.Directory;
import dev.gill.model.Identity;
import dev.gill.model.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who reads what is said in a chat. */
final class Readers {
  private final Directory directory;
  private final Roster roster;

  Readers(Directory directory, Roster roster) {
    this.directory = directory;
    this.roster = roster;
  }

  /** Somebody alone; who cannot be made out reads what everyone reads. */
  Reader alone(String account) throws InterruptedException {
    return directory.reader(identities(account));
  }

  /**
   * Whoever asks where all of these read along. Of whom nothing is known for certain counts as one
   * who reads what everyone reads.
   *
   * @param accounts of the people there; empty if the chat does not say who they are
   */
  Reader along(String asker, Optional<Set<String>> accounts) throws InterruptedException {
    Reader own = alone(asker);
    if (accounts.isEmpty()) {
      return own.along(Set.of(directory.reader(Set.of())));
    }
    List<Reader> others = new ArrayList<>();
    for (String account : accounts.get()) {
      others.add(alone(account));
    }
    return own.along(others);
  }

  /** Each of these by their account. */
  Map<String, Reader> each(Set<String> accounts) throws InterruptedException {
    Map<String, Reader> each = new HashMap<>();
    for (String account : accounts) {
      each.put(account, alone(account));
    }
    return each;
  }

  /** The people in a channel, without programs; empty if the chat does not say who they are. */
  Optional<Set<String>> people(String channel) throws InterruptedException {
    try {
      Set<String> people = new TreeSet<>();
      for (String member : roster.members(channel)) {
        if (isPerson(member)) {
          people.add(member);
        }
      }
      return Optional.of(people);
    } catch (ChatException e) {
      return Optional.empty();
    }
  }

  private boolean isPerson(String account) throws InterruptedException {
    try {
      return roster.account(account).person();
    } catch (ChatException e) {
      return true;
    }
  }

  private Set<Identity> identities(String account) throws InterruptedException {
    try {
      return roster.account(account).identities();
    } catch (ChatException e) {
      return Set.of();
    }
  }
}
