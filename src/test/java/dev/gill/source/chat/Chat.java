package dev.gill.source.chat;

import dev.gill.model.Identity;
import dev.gill.model.Message;
import dev.gill.model.Person;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A made-up chat server: threads in channels, each channel with its members. */
final class Chat {
  private final SortedMap<String, Set<Person>> members = new TreeMap<>();
  private final SortedMap<String, List<Message>> threads = new TreeMap<>();

  /** The number of each thread's last change. */
  private final Map<String, Long> changed = new TreeMap<>();

  private long clock;
  private boolean down;

  /** A thread starts anew with this text and an answer. */
  void write(String thread, String text) {
    Instant at = Instant.EPOCH.plusSeconds(++clock);
    String link = "https://chat.example.org/" + thread;
    List<Message> messages = new ArrayList<>();
    messages.add(new Message("1", "Mira", at, link + "#1", text, Optional.empty()));
    messages.add(new Message("2", "Jonas", at, link + "#2", "Thanks.", Optional.of("1")));
    threads.put(thread, messages);
    changed.put(thread, clock);
    members.computeIfAbsent(channel(thread), c -> people("mira", "jonas"));
  }

  void delete(String thread) {
    threads.remove(thread);
    changed.put(thread, ++clock);
  }

  /** The members of a channel are these accounts now. */
  void join(String channel, String... accounts) {
    members.put(channel, people(accounts));
  }

  private static Set<Person> people(String... accounts) {
    return Arrays.stream(accounts)
        .map(account -> Person.of(new Identity("team", account)))
        .collect(Collectors.toSet());
  }

  void breakDown() {
    down = true;
  }

  static String channel(String thread) {
    int slash = thread.indexOf('/');
    return slash < 0 ? "general" : thread.substring(0, slash);
  }

  /** All threads there are. */
  Set<String> threads() {
    return threads.keySet();
  }

  /**
   * All threads there are, each with a text that another one takes the place of when it changes.
   */
  SortedMap<String, String> versions() throws IOException {
    if (down) {
      throw new IOException("down");
    }
    SortedMap<String, String> versions = new TreeMap<>();
    threads.keySet().forEach(thread -> versions.put(thread, Long.toString(changed.get(thread))));
    return versions;
  }

  /** The messages of a thread; empty if it is gone. */
  Optional<List<Message>> messages(String thread) {
    return Optional.ofNullable(threads.get(thread));
  }

  /** How many characters a thread holds. */
  long length(String thread) {
    return messages(thread).stream()
        .flatMap(List::stream)
        .mapToLong(message -> message.text().length())
        .sum();
  }

  /** The members of each channel. */
  SortedMap<String, Set<Person>> channels() {
    return members;
  }
}
