package dev.gill.source.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Audience;
import dev.gill.model.Content;
import dev.gill.model.Message;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.source.Change;
import dev.gill.source.Replica;
import dev.gill.source.Source;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads, what they carry, files of mail, and who may read them. */
final class MailSourceTest {
  @TempDir Path temporary;

  private static final String JONAS = "Jonas Weber <jonas@lab.test>";

  private Source open(Path path) {
    return Mails.source(Mails.files(path, new Audience.Everyone(), temporary.resolve("data")));
  }

  private static String reply(String id, String answers, String text) {
    return Mails.message(id, "Re: Restore", answers, JONAS, "Mon, 5 May 2025 11:30:00 +0200", text);
  }

  private static String withFile(String id, String name, String content) {
    String plain = Mails.message(id, "Rota for May", "The rota is attached.");
    String parts =
        """
        --b
        Content-Type: text/plain; charset=utf-8

        The rota is attached.
        --b
        Content-Type: text/csv
        Content-Disposition: attachment; filename="%s"

        %s
        --b
        Content-Type: application/x-thing
        Content-Disposition: attachment; filename="thing.xyz"

        ?
        --b--
        """
            .formatted(name, content);
    return plain.substring(0, plain.indexOf("Content-Type"))
        + "Content-Type: multipart/mixed; boundary=b\n\n"
        + parts;
  }

  @Test
  void aThreadIsOneConversationWithAPlaceForEachMessage() throws Exception {
    Path mail = Files.createDirectory(temporary.resolve("mail"));
    Files.writeString(
        mail.resolve("2.eml"), reply("b@lab.test", "a@lab.test", "Run restore.sh.\n\n> How?"));
    Files.writeString(
        mail.resolve("1.eml"), Mails.message("a@lab.test", "Restore", "How do I restore?"));
    Change.Upserted told = (Change.Upserted) new Replica().follow(open(mail)).getFirst();

    assertThat(told.doc().key()).isEqualTo("a@lab.test");
    assertThat(told.origin().title()).isEqualTo("Restore");
    assertThat(told.origin().author()).isEqualTo("Noor Haddad");
    assertThat(told.origin().modified()).isEqualTo(Instant.parse("2025-05-05T09:30:00Z"));
    assertThat(((Content.Conversation) told.content()).messages())
        .containsExactly(
            new Message(
                "a@lab.test",
                "Noor Haddad",
                Instant.parse("2025-05-05T08:00:00Z"),
                "message:%3Ca%40lab.test%3E",
                "How do I restore?",
                Optional.empty()),
            new Message(
                "b@lab.test",
                "Jonas Weber",
                Instant.parse("2025-05-05T09:30:00Z"),
                "message:%3Cb%40lab.test%3E",
                "Run restore.sh.",
                Optional.of("a@lab.test")));
  }

  @Test
  void aFileThatAMessageCarriesIsADocumentOfItsOwn() throws Exception {
    Path mail = Files.createDirectory(temporary.resolve("mail"));
    Files.writeString(
        mail.resolve("1.eml"), withFile("a@lab.test", "rota.csv", "day,who\nMon,Noor"));
    Source source = open(mail);
    Replica replica = new Replica();
    replica.follow(source);

    assertThat(replica.keys()).containsExactly("a@lab.test", "a@lab.test/rota.csv");
    Replica.Copy file = replica.get("a@lab.test/rota.csv");
    assertThat(file.text()).startsWith("day,who\r\nMon,Noor".replace("\r", ""));
    assertThat(file.title()).isEqualTo("rota.csv");
    assertThat(file.author()).isEqualTo("Noor Haddad");
    assertThat(file.link()).isEqualTo("message:%3Ca%40lab.test%3E");
    assertThat(source.passedOver())
        .singleElement()
        .satisfies(passed -> assertThat(passed.ending()).isEqualTo(".xyz"));
  }

  @Test
  void anMboxIsAFolderAndFollowsWhatIsAddedAndTakenOut() throws Exception {
    Path mail = Files.createDirectory(temporary.resolve("mail"));
    Path box = mail.resolve("ops.mbox");
    String first =
        "From noor@lab.test Mon May  5 10:00:00 2025\n"
            + Mails.message("a@lab.test", "Restore", "How do I restore?\n\n>From what?")
            + "\n";
    String second =
        "From jonas@lab.test Mon May  5 11:30:00 2025\n"
            + reply("b@lab.test", "a@lab.test", "From the backup.")
            + "\n";
    Files.writeString(box, first);
    Source source = open(mail);
    Replica replica = new Replica();
    replica.follow(source);
    assertThat(replica.keys()).containsExactly("ops/a@lab.test");
    assertThat(replica.get("ops/a@lab.test").text()).endsWith("From what?");

    Files.writeString(box, second, StandardOpenOption.APPEND);
    replica.follow(source);
    assertThat(replica.keys()).containsExactly("ops/a@lab.test");
    assertThat(replica.get("ops/a@lab.test").text()).endsWith("From the backup.");

    Files.writeString(box, second);
    replica.follow(source);
    assertThat(replica.get("ops/a@lab.test").text()).isEqualTo("From the backup.");

    Files.writeString(box, second.replace("MIME-Version", "X-Mozilla-Status: 0009\nMIME-Version"));
    replica.follow(source);
    assertThat(replica.keys()).isEmpty();
  }

  @Test
  void oneBrokenMessageStopsNeitherItsThreadNorTheRest() throws Exception {
    Path mail = Files.createDirectory(temporary.resolve("mail"));
    Files.writeString(
        mail.resolve("1.eml"), Mails.message("a@lab.test", "Restore", "How do I restore?"));
    Files.write(mail.resolve("2.eml"), new byte[] {0, 1, 2, (byte) 0xff});
    Files.writeString(mail.resolve("3.eml"), "no head at all");
    Replica replica = new Replica();
    replica.follow(open(mail));

    assertThat(replica.get("a@lab.test").text()).isEqualTo("How do I restore?");
  }

  @Test
  void aFolderHasTheReadersThatAreConfiguredForItAndNobodyElse() throws Exception {
    Path mail = Files.createDirectory(temporary.resolve("mail"));
    for (String folder : List.of("ops", "hr/pay", "misc")) {
      Path file = Files.createDirectories(mail.resolve(folder)).resolve("1.eml");
      Files.writeString(
          file, Mails.message(folder.replace('/', '.') + "@lab.test", "About " + folder, "text"));
    }
    TreeMap<String, Audience> audiences = new TreeMap<>();
    audiences.put("ops", new Audience.Everyone());
    audiences.put("hr", Audience.of("hr"));
    MailSettings settings =
        Mails.settings(
            Optional.empty(),
            Optional.of(mail),
            new Audience.Nobody(),
            audiences,
            temporary.resolve("data"));
    Source source = Mails.source(settings);
    Replica replica = new Replica();
    replica.follow(source);
    SourceId team = new SourceId("team");

    assertThat(replica.get("ops/ops@lab.test").scope()).isEqualTo(new Scope(team, "ops"));
    assertThat(replica.get("hr/pay/hr.pay@lab.test").scope()).isEqualTo(new Scope(team, "hr"));
    assertThat(replica.get("misc/misc@lab.test").scope()).isEqualTo(new Scope(team, ""));
    assertThat(source.rights().audiences())
        .containsEntry(new Scope(team, ""), new Audience.Nobody())
        .containsEntry(new Scope(team, "hr"), Audience.of("hr"));
  }

  @Test
  void theSameMailReadAgainAfterARestartTellsNothing() throws Exception {
    Path mail = Files.createDirectory(temporary.resolve("mail"));
    Files.write(
        mail.resolve("1.eml"),
        withFile("a@lab.test", "rota.csv", "x").getBytes(StandardCharsets.UTF_8));
    Replica replica = new Replica();
    replica.follow(open(mail));
    assertThat(replica.follow(open(mail))).isEmpty();
  }

  @Test
  void nothingOfWhoOptedOutIsReadButAnswersToThemKeepTheirSense() throws Exception {
    Path mail = Files.createDirectory(temporary.resolve("mail"));
    String mallory = "Mallory <mallory@lab.test>";
    Files.writeString(
        mail.resolve("1.eml"),
        Mails.message(
            "a@lab.test",
            "My zanzibar raise",
            "",
            mallory,
            "Mon, 5 May 2025 11:30:00 +0200",
            "I want 4711 more."));
    Files.writeString(mail.resolve("2.eml"), reply("b@lab.test", "a@lab.test", "In May, I fear."));
    Files.writeString(
        mail.resolve("3.eml"),
        Mails.message(
            "c@lab.test", "Alone", "", mallory, "Mon, 5 May 2025 11:30:00 +0200", "I quit."));
    List<Change> changes = new Replica().follow(open(mail));
    assertThat(changes).filteredOn(Change.Upserted.class::isInstance).hasSize(1);
    Change.Upserted told = (Change.Upserted) changes.getFirst();
    assertThat(((Content.Conversation) told.content()).messages())
        .extracting(Message::text)
        .containsExactly("[message left out]", "In May, I fear.");
    assertThat(changes.toString())
        .doesNotContain("zanzibar", "4711", "I quit", "Mallory", "mallory");
  }
}
