package dev.gill.source.mail;

import dev.gill.model.Audience;
import dev.gill.source.Audiences;
import dev.gill.source.CheckStep;
import dev.gill.source.MadeSource;
import dev.gill.source.Secret;
import dev.gill.source.Settings;
import dev.gill.source.SourceContext;
import dev.gill.source.SourceType;
import dev.gill.source.mail.ImapSettings.Security;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The type {@code mail}. */
public final class MailType implements SourceType {
  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final long LARGEST_PORT = 65535;

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public Set<String> settings() {
    return Set.of(
        "host",
        "port",
        "security",
        "username",
        "password",
        "password-file",
        "token",
        "token-file",
        "folder",
        "path",
        "include",
        "exclude",
        "audience",
        "audiences",
        "link",
        "every",
        "max-bytes");
  }

  @Override
  public MadeSource make(Settings settings, SourceContext surroundings) {
    MailSettings read = read(settings, surroundings);
    return new MadeSource(
        new MailSource(read, store(read), surroundings), settings.duration("every").orElse(EVERY));
  }

  @Override
  public void check(Settings settings, SourceContext surroundings, Consumer<CheckStep> report)
      throws InterruptedException {
    MailSettings read = read(settings, surroundings);
    try (MailStore store = store(read)) {
      new MailCheck(read, store, surroundings, report).run();
    }
  }

  private static MailStore store(MailSettings settings) {
    return settings.server().isPresent()
        ? new ImapStore(settings.id(), settings.server().get())
        : new FileStore(settings.id(), settings.path().orElseThrow());
  }

  static MailSettings read(Settings settings, SourceContext surroundings) {
    boolean server = settings.text("host").isPresent();
    boolean files = settings.text("path").isPresent();
    if (server == files) {
      throw server
          ? settings.wrong("path", "stands beside host; take one of the two out")
          : settings.missing("host (or path)");
    }
    return new MailSettings(
        settings.source(),
        server ? Optional.of(imap(settings)) : Optional.empty(),
        files ? Optional.of(settings.requiredPath("path")) : Optional.empty(),
        settings.text("link").orElse(""),
        settings.audience(new Audience.Nobody()),
        Audiences.read(settings, "folder"),
        settings.list("include"),
        settings.list("exclude"),
        settings.bytes("max-bytes", MailSettings.MAX_BYTES),
        surroundings.people(),
        surroundings.data().resolve("mail").resolve(settings.source().name()));
  }

  private static ImapSettings imap(Settings settings) {
    Security security =
        settings.choice(
            "security",
            Map.of("tls", Security.TLS, "starttls", Security.STARTTLS, "none", Security.NONE),
            Security.TLS);
    Optional<Secret> token = settings.secret("token");
    Optional<Secret> password = settings.secret("password");
    if (token.isPresent() && password.isPresent()) {
      throw settings.wrong("token", "stands beside a password; give one or the other");
    }
    long port = settings.number("port", security.port());
    if (port > LARGEST_PORT) {
      throw settings.wrong("port", "is no port; make it a number up to 65535");
    }
    return new ImapSettings(
        settings.required("host"),
        (int) port,
        security,
        settings.required("username"),
        token.or(() -> password).orElseThrow(() -> settings.missing("password (or token)")),
        token.isPresent(),
        settings.text("folder").orElse("INBOX"));
  }
}
