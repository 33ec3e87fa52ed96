package dev.gill.source.git;

import dev.gill.source.SourceException;
import java.time.Duration;

/** What an HTTP status means for a source, said from its number alone. */
final class Statuses {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private Statuses() {}

  static SourceException of(Answered answered, GitSettings settings) {
    int status = answered.status();
    return switch (status) {
      case 401, 403 ->
          new SourceException.Denied(
              "%s refuses the user: check the user name and token of source %s."
                  .formatted(settings.where(), settings.id()),
              null);
      case 404, 410 ->
          GitProblems.broken(
              settings,
              "%s has nothing there: check the address of source %s, and whether the user may see it");
      case 407 ->
          GitProblems.broken(
              settings,
              "%s is behind a proxy that asks for a password: check the proxy on the way to source %s");
      case 429 -> busy(answered, settings);
      default ->
          status == 503 && answered.retryAfter().isPresent()
              ? busy(answered, settings)
              : other(status, settings);
    };
  }

  private static SourceException busy(Answered answered, GitSettings settings) {
    return new SourceException.Busy(
        "%s asks for a pause: it was asked too often.".formatted(settings.where()),
        answered.retryAfter().orElse(PAUSE));
  }

  private static SourceException other(int status, GitSettings settings) {
    String what =
        switch (status / 100) {
          case 3 -> "sends Gill to another address that is no Git server (status %d): check";
          case 5 -> "has trouble of its own (status %d): look at its log, and check";
          default -> "does not answer as a Git server does (status %d): check";
        };
    return GitProblems.broken(
        settings, "%s " + what.formatted(status) + " the address of source %s");
  }
}
