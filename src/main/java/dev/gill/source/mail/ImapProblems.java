package dev.gill.source.mail;

import dev.gill.model.SourceId;
import dev.gill.source.SourceException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What is wrong with a server, said from the kind of a failure: its words may repeat secrets. */
final class ImapProblems {
  /**
   * What may be wrong.
   *
   * @param denied whether the server knows who asks and refuses
   * @param sentence about the host, and the source that names it
   */
  private record Problem(Predicate<Exception> is, boolean denied, String sentence) {}

  /** The first that fits holds. */
  private static final List<Problem> PROBLEMS =
      List.of(
          new Problem(
              e -> has(e, FolderNotFoundException.class::isInstance),
              false,
              "%s has no folder of this name: correct gill.sources.%s.folder; its names are those that the mail program shows, INBOX for the inbox"),
          new Problem(
              e -> says(e, "starttls"),
              false,
              "%s offers no encryption (STARTTLS) here: set gill.sources.%s.security=tls and the port for it, which is 993"),
          new Problem(
              e -> says(e, "logindisabled") || says(e, "plaintext"),
              true,
              "%s lets nobody sign in without encryption: set gill.sources.%s.security to tls or starttls"),
          new Problem(
              e -> has(e, AuthenticationFailedException.class::isInstance),
              true,
              "%s refuses the user: check username and password of source %s; where people sign in with a second factor make an app password, or use a token"),
          new Problem(
              e -> has(e, SSLException.class::isInstance),
              false,
              "%s cannot be spoken to in private: check its certificate, and host, port and security of source %s (tls is for port 993, starttls for 143)"),
          new Problem(
              e -> has(e, UnknownHostException.class::isInstance),
              false,
              "%s is not known by this name: check the host of source %s"));

  private static final Problem SILENT =
      new Problem(
          e -> true,
          false,
          "%s does not answer as a mail server does: check that it runs, and host and port of source %s");

  private ImapProblems() {}

  static SourceException of(Exception e, SourceId source, ImapSettings settings) {
    Problem problem =
        PROBLEMS.stream().filter(each -> each.is().test(e)).findFirst().orElse(SILENT);
    String sentence = sentence(problem.sentence(), source, settings);
    return problem.denied()
        ? new SourceException.Denied(sentence, e)
        : new SourceException.Broken(sentence, e);
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
