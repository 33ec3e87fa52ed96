package dev.gill.source.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.lab.servers.Real;
import dev.gill.lab.servers.RealDovecot;
import dev.gill.model.Audience;
import dev.gill.source.AccessContract;
import dev.gill.source.Change;
import dev.gill.source.CheckStep;
import dev.gill.source.ProtocolContract;
import dev.gill.source.Replica;
import dev.gill.source.Secret;
import dev.gill.source.Source;
import dev.gill.source.SourceException;
import dev.gill.source.SourceFixture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contracts, and what mailboxes do, over a real Dovecot. */
@Tag("slow")
final class RealImapTest extends SourceFixture implements ProtocolContract, AccessContract {
  @TempDir Path temporary;
  private final Set<String> present = new TreeSet<>();
  private RealDovecot server;

  @BeforeEach
  void start() throws Exception {
    server = Real.orSkip(() -> RealDovecot.start(temporary));
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  private static String mailbox(String key) {
    int slash = key.lastIndexOf('/');
    return slash < 0 ? "INBOX" : "INBOX." + key.substring(0, slash).replace('/', '.');
  }

  private static String id(String key) {
    return key.substring(key.lastIndexOf('/') + 1);
  }

  @Override
  public Source create() {
    return source(new Audience.Everyone());
  }

  private Source source(Audience audience) {
    return Mails.source(Mails.imap(server.port(), audience, temporary.resolve("data")));
  }

  @Override
  public Optional<Source> configuredFor(Audience audience) {
    return Optional.of(source(audience));
  }

  @Override
  public void write(String key, String text) throws Exception {
    if (!present.add(key)) {
      server.delete(mailbox(key), id(key), true);
    }
    server.append(mailbox(key), Mails.message(id(key), "About " + id(key), text));
  }

  @Override
  public void delete(String key) throws Exception {
    server.delete(mailbox(key), id(key), true);
    present.remove(key);
  }

  @Override
  public void publish() {}

  @Override
  public void breakDown() throws Exception {
    server.stop();
  }

  @Override
  public Set<String> present() {
    return present;
  }

  @Test
  void aMarkOfDeletionCountsBeforeTheMessageIsExpungedAndMayBeTakenBack() throws Exception {
    write("a", "one");
    write("b", "two");
    Source source = open();
    Replica replica = new Replica();
    replica.follow(source);
    server.delete("INBOX", "a", false);
    replica.follow(source);
    assertThat(replica.keys()).containsExactly("b");

    server.undelete("INBOX", "a");
    replica.follow(source);
    assertThat(replica.keys()).containsExactly("a", "b");
  }

  @Test
  void aMessageThatMovesToAnotherFolderComesThereBeforeItGoesHere() throws Exception {
    write("a", "the text that moves");
    write("ops/b", "stays");
    Source source = open();
    Replica replica = new Replica();
    replica.follow(source);
    server.move("INBOX", "INBOX.ops", "a");

    List<Change> told = replica.follow(source);
    assertThat(told).hasSize(2);
    assertThat(told.getFirst()).isInstanceOf(Change.Upserted.class);
    assertThat(told.getLast()).isInstanceOf(Change.Deleted.class);
    assertThat(replica.keys()).containsExactly("ops/a", "ops/b");
  }

  @Test
  void newIdsForAllMessagesChangeNoDocument() throws Exception {
    write("a", "one");
    write("b", "two");
    Source source = open();
    Replica replica = new Replica();
    replica.follow(source);
    server.delete("INBOX", "b", true);
    server.renumber("INBOX");

    assertThat(replica.follow(source)).hasOnlyElementsOfType(Change.Deleted.class).hasSize(1);
    assertThat(replica.get("a").text()).isEqualTo("one");
  }

  @Test
  void whatVanishedCameOrWasMarkedIsSaidByTheServerInsteadOfAllIds() throws Exception {
    long said = bytesOfALook("said", UnaryOperator.identity());
    long listed = bytesOfALook("listed", all -> all.replace("QRESYNC", "XRESYNC"));

    assertThat(said).isLessThan(listed);
  }

  /** How much a server says in a look that finds four changes among 300 messages of a folder. */
  private long bytesOfALook(String folder, UnaryOperator<String> said) throws Exception {
    for (int i = 0; i < 300; i++) {
      write(folder + "/m" + i, "text " + i);
    }
    String mailbox = "INBOX." + folder;
    server.delete(mailbox, "m1", false);
    try (Tap tap = Tap.before(server.port(), said);
        Source source =
            Mails.source(
                Mails.imap(tap.port(), new Audience.Everyone(), temporary.resolve(folder)))) {
      Replica replica = new Replica();
      replica.follow(source);
      assertThat(replica.keys()).contains(folder + "/m2").doesNotContain(folder + "/m1");
      server.undelete(mailbox, "m1");
      server.delete(mailbox, "m2", true);
      server.delete(mailbox, "m3", false);
      write(folder + "/new", "more");

      tap.asked();
      replica.follow(source);
      long bytes = tap.bytes();
      List<String> asked = tap.asked();
      assertThat(asked.stream().anyMatch(each -> each.startsWith("UID SEARCH")))
          .as("%s", asked)
          .isEqualTo(folder.equals("listed"));
      replica.follow(source);
      assertThat(replica.keys())
          .filteredOn(key -> key.startsWith(folder))
          .hasSize(299)
          .contains(folder + "/m1", folder + "/new")
          .doesNotContain(folder + "/m2", folder + "/m3");
      return bytes;
    }
  }

  @Test
  void aReplyJoinsItsThreadAndIsSignalledAtOnce() throws Exception {
    write("root@lab.test", "How do I restore?");
    Source source = open();
    Semaphore woken = new Semaphore(0);
    source.onSignal(woken::release);
    Replica replica = new Replica();
    replica.follow(source);
    assertThat(woken.tryAcquire(20, TimeUnit.SECONDS)).as("it begins to wait").isTrue();
    server.append(
        "INBOX",
        Mails.message(
            "reply@lab.test",
            "Re: About root",
            "root@lab.test",
            "Jonas <jonas@lab.test>",
            "Mon, 5 May 2025 11:00:00 +0200",
            "With the script.\n\nOn Mon, 5 May 2025, Noor Haddad wrote:\n> How do I restore?"));

    assertThat(woken.tryAcquire(20, TimeUnit.SECONDS)).as("the reply is signalled").isTrue();
    replica.follow(source);
    assertThat(replica.keys()).containsExactly("root@lab.test");
    assertThat(replica.get("root@lab.test").text())
        .isEqualTo("How do I restore?\nWith the script.");
  }

  @Test
  void aServerThatComesBackIsFollowedOn() throws Exception {
    write("a", "one");
    Source source = open();
    Replica replica = new Replica();
    replica.follow(source);
    server.stop();
    assertThatThrownBy(() -> source.poll(replica.cursor()))
        .isInstanceOf(SourceException.Broken.class)
        .hasMessageContaining("127.0.0.1");
    server.start();
    server.append("INBOX", Mails.message("b", "About b", "two"));
    replica.follow(source);
    assertThat(replica.keys()).containsExactly("a", "b");
  }

  @Test
  void aWrongPasswordAndAMissingFolderAreSaidPlainly() throws Exception {
    ImapSettings right =
        Mails.imap(server.port(), new Audience.Everyone(), temporary).server().orElseThrow();
    ImapSettings wrong =
        new ImapSettings(
            right.host(), right.port(), right.security(), "kb", Secret.of("MARK"), false, "INBOX");
    ImapSettings lost =
        new ImapSettings(
            right.host(), right.port(), right.security(), "kb", right.secret(), false, "Nowhere");
    assertThat(check(wrong).getFirst().outcome().sentence())
        .startsWith("The mail server 127.0.0.1 refuses the user: check username and password")
        .doesNotContain("MARK");
    assertThat(check(lost).getFirst().outcome().sentence())
        .startsWith("The mail server 127.0.0.1 has no folder of this name");
    ImapSettings encrypted =
        new ImapSettings(
            right.host(),
            right.port(),
            ImapSettings.Security.TLS,
            "kb",
            right.secret(),
            false,
            "INBOX");
    assertThat(check(encrypted).getFirst().outcome().sentence())
        .contains("cannot be spoken to in private", "tls is for port 993");
    ImapSettings starttls =
        new ImapSettings(
            right.host(),
            right.port(),
            ImapSettings.Security.STARTTLS,
            "kb",
            right.secret(),
            false,
            "INBOX");
    assertThat(check(starttls).getFirst().outcome().sentence())
        .contains("offers no encryption (STARTTLS)", "993");
  }

  private List<CheckStep> check(ImapSettings server) throws Exception {
    MailSettings settings =
        Mails.settings(
            Optional.of(server),
            Optional.empty(),
            new Audience.Everyone(),
            new TreeMap<>(),
            temporary.resolve("data"));
    List<CheckStep> steps = new ArrayList<>();
    try (MailStore store = new ImapStore(settings.id(), server)) {
      new MailCheck(settings, store, Mails.surroundings(settings), steps::add).run();
    }
    return steps;
  }

  @Test
  void theCheckSaysHowChangesAreFound() throws Exception {
    write("a", "one");
    write("ops/b", "two");
    List<CheckStep> steps =
        check(Mails.imap(server.port(), new Audience.Everyone(), temporary).server().orElseThrow());

    assertThat(steps).allMatch(step -> step.outcome() instanceof CheckStep.Passed);
    assertThat(steps)
        .extracting(step -> step.outcome().sentence())
        .contains(
            "Messages by folder: (itself) 1, ops 1.",
            "The server says at once what comes into the followed folder (IDLE); a look asks each folder for its state, which changes with everything in it (CONDSTORE), and where it did, what changed (QRESYNC).",
            "2 threads would be read.");
  }
}
