package dev.gill.source.mail;

import dev.gill.model.SourceId;
import dev.gill.source.SourceException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What is wrong with a server, said from the kind of a failure: its words may repeat secrets. */
final class ImapProblems {
  private ImapProblems() {}

  static SourceException of(Exception e, SourceId source, ImapSettings settings) {
    if (has(e, FolderNotFoundException.class::isInstance)) {
      return broken(
          e,
          "%s has no folder of this name: correct gill.sources.%s.folder; its names are those that the mail program shows, INBOX for the inbox",
          source,
          settings);
    }
    if (says(e, "starttls")) {
      return broken(
          e,
          "%s offers no encryption (STARTTLS) here: set gill.sources.%s.security=tls and the port for it, which is 993",
          source,
          settings);
    }
    if (says(e, "logindisabled") || says(e, "plaintext")) {
      return denied(
          e,
          "%s lets nobody sign in without encryption: set gill.sources.%s.security to tls or starttls",
          source,
          settings);
    }
    if (has(e, AuthenticationFailedException.class::isInstance)) {
      return denied(
          e,
          "%s refuses the user: check username and password of source %s; where people sign in with a second factor make an app password, or use a token",
          source,
          settings);
    }
    if (has(e, SSLException.class::isInstance)) {
      return broken(
          e,
          "%s cannot be spoken to in private: check its certificate, and host, port and security of source %s (tls is for port 993, starttls for 143)",
          source,
          settings);
    }
    if (has(e, UnknownHostException.class::isInstance)) {
      return broken(
          e, "%s is not known by this name: check the host of source %s", source, settings);
    }
    return broken(
        e,
        "%s does not answer as a mail server does: check that it runs, and host and port of source %s",
        source,
        settings);
  }

  private static SourceException broken(
      Exception e, String what, SourceId source, ImapSettings settings) {
    return new SourceException.Broken(sentence(what, source, settings), e);
  }

  private static SourceException denied(
      Exception e, String what, SourceId source, ImapSettings settings) {
    return new SourceException.Denied(sentence(what, source, settings), e);
  }

  private static String sentence(String what, SourceId source, ImapSettings settings) {
    return "The mail server " + what.formatted(settings.host(), source) + ".";
  }

  private static boolean says(Throwable e, String word) {
    return has(
        e,
        each ->
            each.getMessage() != null && each.getMessage().toLowerCase(Locale.ROOT).contains(word));
  }

  private static boolean has(Throwable e, Predicate<Throwable> kind) {
    return Stream.iterate(e, each -> each != null, Throwable::getCause).anyMatch(kind);
  }
}
