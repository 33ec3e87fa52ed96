package dev.gill.lab.campaign;

import dev.gill.lab.servers.RealDovecot;
import dev.gill.model.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Threads of mail in folders with readers of their own; an edit is a reply. */
final class MailTerrain implements Terrain {
  private static final List<String> FOLDERS = List.of("", "ops", "hr");
  private static final Map<String, Set<String>> READERS =
      Map.of("", Set.of("visitor", "lead", "hr"), "ops", Set.of("lead"), "hr", Set.of("hr"));

  private record Message(String id, String text) {}

  /** Messages of one folder; whether those that are gone are only marked as deleted. */
  private record Conversation(String folder, List<Message> messages, String mark, boolean marked) {
    Conversation marked(boolean now) {
      return new Conversation(folder, messages, mark, now);
    }
  }

  private final RealDovecot server;
  private final Prose prose = new Prose();
  private final Pages<Conversation> threads = new Pages<>();
  private int ids;

  private MailTerrain(RealDovecot server) {
    this.server = server;
  }

  static Terrain start(Path folder) throws Exception {
    return new MailTerrain(RealDovecot.start(folder));
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "type", "mail",
        "host", "127.0.0.1",
        "port", "" + server.port(),
        "security", "none",
        "username", "kb",
        "password", "kb-pass",
        "audience", "everyone",
        "audiences", "ops=leads, hr=hr",
        "every", "1s");
  }

  @Override
  public int knownAfterSeconds() {
    return 3;
  }

  @Override
  public Map<String, Reader> people() {
    return Map.of(
        "visitor", Reader.anyone(), "lead", Reader.member("leads"), "hr", Reader.member("hr"));
  }

  @Override
  public Set<Act> possible() {
    Set<Act> possible = EnumSet.of(Act.CREATE);
    if (!threads.living().isEmpty()) {
      possible.addAll(EnumSet.of(Act.EDIT, Act.MOVE, Act.DELETE));
    }
    if (!threads.gone().isEmpty()) {
      possible.add(Act.RESTORE);
    }
    return possible;
  }

  @Override
  public String perform(Act act, Random random) throws Exception {
    switch (act) {
      case CREATE -> {
        String folder = FOLDERS.get(random.nextInt(FOLDERS.size()));
        return append(new Conversation(folder, List.of(), "", false), random);
      }
      case EDIT -> {
        return append(threads.living().get(threads.any(random)), random);
      }
      case MOVE -> {
        return move(threads.any(random), random);
      }
      case DELETE -> {
        String key = threads.any(random);
        Conversation thread = threads.living().get(key);
        boolean expunge = random.nextBoolean();
        for (Message each : thread.messages()) {
          server.delete(mailbox(thread.folder()), each.id(), expunge);
        }
        threads.delete(key);
        threads.gone().put(key, thread.marked(!expunge));
        if (expunge) { // all that is marked in a folder goes then
          threads
              .gone()
              .replaceAll(
                  (other, gone) ->
                      gone.folder().equals(thread.folder()) ? gone.marked(false) : gone);
        }
        return key;
      }
      case RESTORE -> {
        return restore(threads.anyGone(random));
      }
      default -> throw new IllegalArgumentException("no " + act + " here");
    }
  }

  private String append(Conversation thread, Random random) throws Exception {
    String mark = prose.mark();
    String id = "m%d@lab.test".formatted(ids++);
    String answers =
        thread.messages().isEmpty()
            ? ""
            : "In-Reply-To: <%1$s>\nReferences: <%1$s>\n"
                .formatted(thread.messages().getFirst().id());
    String text =
        "From: Noor Haddad <noor@lab.test>\nTo: team@lab.test\nDate: Mon, 5 May 2025 %02d:%02d:%02d +0200\nSubject: Of %s\nMessage-ID: <%s>\n%sMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n%s\n"
            .formatted(
                8 + ids / 3600 % 12,
                ids / 60 % 60,
                ids % 60,
                mark,
                id,
                answers,
                Prose.of(mark, random));
    server.append(mailbox(thread.folder()), text);
    List<Message> messages = new ArrayList<>(thread.messages());
    messages.add(new Message(id, text));
    Conversation now = new Conversation(thread.folder(), messages, mark, false);
    threads.put(key(now), now);
    return key(now);
  }

  private String move(String key, Random random) throws Exception {
    Conversation thread = threads.living().get(key);
    String to = FOLDERS.get(random.nextInt(FOLDERS.size()));
    if (to.equals(thread.folder())) {
      return key;
    }
    for (Message each : thread.messages()) {
      server.move(mailbox(thread.folder()), mailbox(to), each.id());
    }
    threads.living().remove(key);
    Conversation moved = new Conversation(to, thread.messages(), thread.mark(), false);
    threads.put(key(moved), moved);
    return key + " to " + key(moved);
  }

  private String restore(String key) throws Exception {
    Conversation thread = threads.restore(key);
    for (Message each : thread.messages()) {
      if (thread.marked()) {
        server.undelete(mailbox(thread.folder()), each.id());
      } else {
        server.append(mailbox(thread.folder()), each.text());
      }
    }
    return key;
  }

  private static String mailbox(String folder) {
    return folder.isEmpty() ? "INBOX" : "INBOX." + folder;
  }

  private static String key(Conversation thread) {
    String id = thread.messages().getFirst().id();
    return thread.folder().isEmpty() ? id : thread.folder() + "/" + id;
  }

  @Override
  public SortedMap<String, Expected> documents() {
    SortedMap<String, Expected> expected = new TreeMap<>();
    threads
        .living()
        .forEach(
            (key, thread) ->
                expected.put(key, new Expected(thread.mark(), READERS.get(thread.folder()))));
    return expected;
  }

  @Override
  public void stop() throws Exception {
    server.stop();
  }

  /** Sometimes all messages have other ids then, as after a restore from a backup. */
  @Override
  public void start(Random random) throws Exception {
    server.start();
    if (random.nextInt(3) == 0) {
      server.renumber("INBOX");
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
