package dev.gill.source.mail;

import static dev.gill.source.CheckStep.failed;
import static dev.gill.source.CheckStep.passed;
import static dev.gill.source.CheckStep.skipped;

import dev.gill.model.Audience;
import dev.gill.model.Content;
import dev.gill.model.PassedOver;
import dev.gill.source.CheckStep;
import dev.gill.source.PathFilter;
import dev.gill.source.SourceContext;
import dev.gill.source.SourceException;
import dev.gill.source.sweep.Seen;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Checks a mailbox: does the server let Gill in, what is there, how would a thread read. */
final class MailCheck {
  private static final List<String> STEPS =
      List.of(
          "mail", "folders", "changes", "threads", "attachments", "example", "link", "audience");
  private static final int SHOWN = 60;

  private final MailSettings settings;
  private final MailStore store;
  private final SourceContext surroundings;
  private final Consumer<CheckStep> report;
  private int done;

  MailCheck(
      MailSettings settings,
      MailStore store,
      SourceContext surroundings,
      Consumer<CheckStep> report) {
    this.settings = settings;
    this.store = store;
    this.surroundings = surroundings;
    this.report = report;
  }

  void run() throws InterruptedException {
    try {
      contents(store.look());
    } catch (SourceException e) {
      step(failed(STEPS.get(done), e.getMessage()));
    }
    while (done < STEPS.size() - 1) {
      step(skipped(STEPS.get(done), "An earlier step must work first."));
    }
    audience();
  }

  private void contents(Mailbox mailbox) throws SourceException, InterruptedException {
    pass(
        settings
            .server()
            .map(server -> "%s lets Gill in, %s.".formatted(server.host(), privacy(server)))
            .orElse("The files can be read."));
    Conversations all =
        Conversations.of(
            mailbox,
            MailSource.folders(settings),
            new PathFilter(List.of(), List.of(), surroundings.readable()),
            settings);
    folders(mailbox);
    pass(
        store instanceof ImapStore imap
            ? imap.ways()
            : "Files are looked at as often as gill.sources.%s.every says."
                .formatted(settings.id()));
    threads(all);
    attachments(all);
    example(all);
  }

  private static String privacy(ImapSettings server) {
    return switch (server.security()) {
      case TLS, STARTTLS -> "and nobody can read along";
      case NONE -> "but without encryption: whoever is on the way reads the password and all mail";
    };
  }

  private void folders(Mailbox mailbox) {
    String counts =
        mailbox.folders().entrySet().stream()
            .map(
                entry ->
                    "%s %d"
                        .formatted(
                            entry.getKey().isEmpty() ? "(itself)" : entry.getKey(),
                            entry.getValue().size()))
            .collect(Collectors.joining(", "));
    pass("Messages by folder: %s.".formatted(counts));
  }

  private void threads(Conversations all) {
    step(
        all.threads().isEmpty()
            ? failed("threads", "There is no message; correct folder, include and exclude.")
            : passed("threads", "%d threads would be read.".formatted(all.threads().size())));
  }

  private void attachments(Conversations all) {
    String others =
        all.passedOver().stream()
            .map(group -> "%d %s".formatted(group.count(), kind(group)))
            .collect(Collectors.joining(", "));
    pass(
        "%d attachments would be read%s."
            .formatted(all.files().size(), others.isEmpty() ? "" : "; passed over: " + others));
  }

  private static String kind(PassedOver group) {
    return group.ending().isEmpty() ? "without an extension" : group.ending();
  }

  private void example(Conversations all) throws SourceException, InterruptedException {
    if (all.threads().isEmpty()) {
      return;
    }
    Map.Entry<String, Conversations.Thread> thread = all.threads().firstEntry();
    MailReader reader = new MailReader(settings, store);
    switch (reader.read(thread.getKey(), thread.getValue())) {
      case Seen.Whole whole -> {
        String text =
            ((Content.Conversation) whole.change().content()).messages().getFirst().text();
        String begin = text.lines().findFirst().orElse("");
        pass(
            "%s begins with: %s"
                .formatted(
                    whole.change().origin().title(),
                    begin.length() > SHOWN ? begin.substring(0, SHOWN) + "…" : begin));
      }
      case Seen.Unreadable(String cause) -> step(failed("example", cause));
      case Seen.Gone gone -> step(skipped("example", "The first thread has just gone."));
    }
    Head first = thread.getValue().messages().getFirst();
    pass("Its citations lead to %s".formatted(reader.link(thread.getValue().folder(), first)));
  }

  private void audience() {
    List<Audience> nobody =
        settings.rights().audiences().values().stream()
            .filter(Audience.Nobody.class::isInstance)
            .toList();
    step(
        nobody.isEmpty()
            ? passed(
                "audience",
                "It answers %s."
                    .formatted(
                        settings.rights().audiences().entrySet().stream()
                            .map(
                                each ->
                                    (each.getKey().key().isEmpty()
                                            ? "all folders"
                                            : each.getKey().key())
                                        + ": "
                                        + each.getValue())
                            .sorted()
                            .collect(Collectors.joining("; "))))
            : failed(
                "audience",
                "Nobody may read %s yet: set gill.sources.%s.audience to everyone, or to group names."
                    .formatted(
                        settings.audiences().isEmpty()
                            ? "it"
                            : "the folders that audiences does not name",
                        settings.id())));
  }

  private void pass(String sentence) {
    step(passed(STEPS.get(done), sentence));
  }

  private void step(CheckStep step) {
    report.accept(step);
    done++;
  }
}
