package dev.gill.source.mail;

import dev.gill.model.Audience;
import dev.gill.model.Identity;
import dev.gill.model.People;
import dev.gill.model.SourceId;
import dev.gill.source.Secret;
import dev.gill.source.Source;
import dev.gill.source.SourceContext;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Messages and sources for tests. */
final class Mails {
  /** In which one address opted out. */
  static final People PEOPLE = new People(Map.of(), Set.of(Identity.email("mallory@lab.test")));

  private Mails() {}

  /** A plain message of Noor to the team. */
  static String message(String id, String subject, String text) {
    return message(
        id, subject, "", "Noor Haddad <noor@lab.test>", "Mon, 5 May 2025 10:00:00 +0200", text);
  }

  /**
   * A message.
   *
   * @param answers the id of the message that it answers; empty if there is none
   */
  static String message(
      String id, String subject, String answers, String from, String date, String text) {
    String reply =
        answers.isEmpty()
            ? ""
            : "In-Reply-To: <%s>\nReferences: <%s>\n".formatted(answers, answers);
    return "From: %s\nTo: team@lab.test\nDate: %s\nSubject: %s\nMessage-ID: <%s>\n%sMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n%s\n"
        .formatted(from, date, subject, id, reply, text);
  }

  static MailSettings files(Path path, Audience audience, Path data) {
    return settings(Optional.empty(), Optional.of(path), audience, new TreeMap<>(), data);
  }

  static MailSettings imap(int port, Audience audience, Path data) {
    ImapSettings server =
        new ImapSettings(
            "127.0.0.1",
            port,
            ImapSettings.Security.NONE,
            "kb",
            Secret.of("kb-pass"),
            false,
            "INBOX");
    return settings(Optional.of(server), Optional.empty(), audience, new TreeMap<>(), data);
  }

  static MailSettings settings(
      Optional<ImapSettings> server,
      Optional<Path> path,
      Audience audience,
      SortedMap<String, Audience> audiences,
      Path data) {
    return new MailSettings(
        new SourceId("team"),
        server,
        path,
        "",
        audience,
        audiences,
        List.of(),
        List.of(),
        MailSettings.MAX_BYTES,
        PEOPLE,
        data);
  }

  static Source source(MailSettings settings) {
    MailStore store =
        settings.server().isPresent()
            ? new ImapStore(settings.id(), settings.server().get())
            : new FileStore(settings.id(), settings.path().orElseThrow());
    return new MailSource(settings, store, surroundings(settings));
  }

  static SourceContext surroundings(MailSettings settings) {
    return new SourceContext(
        settings.workDir(), name -> name.matches(".*\\.(md|txt|csv)"), InstantSource.system());
  }
}
