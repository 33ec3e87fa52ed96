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
   * All of these together. Of whom nothing is known for certain counts as one who reads what
   * everyone reads; programs count for nothing.
   */
  Reader together(Set<String> accounts) throws InterruptedException {
    List<Reader> readers = new ArrayList<>();
    for (String account : accounts) {
      readers.add(alone(account));
    }
    return readers.isEmpty() ? nobodyKnown() : Reader.together(readers);
  }

  /** Each of these by their account. */
  Map<String, Reader> each(Set<String> accounts) throws InterruptedException {
    Map<String, Reader> each = new HashMap<>();
    for (String account : accounts) {
      each.put(account, alone(account));
    }
    return each;
  }

  /** Of whom nothing is known. */
  Reader nobodyKnown() {
    return directory.reader(Set.of());
  }

  /** The people who read a channel, whoever asks among them; empty if the chat does not say. */
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
