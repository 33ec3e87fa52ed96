package dev.gill.source.git;

import dev.gill.source.SourceException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.MissingBundlePrerequisiteException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;

/**
 * Says in one sentence what went wrong and what to check. The library's own exceptions name
 * addresses with the user in them, so they are not handed on.
 */
final class Problems {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private Problems() {}

  static SourceException noBranch(GitSettings settings) {
    String where = Secrets.strip(settings.location());
    return broken(
        settings
            .branch()
            .map(
                branch ->
                    "%s has no branch %s: check the branch of source %s"
                        .formatted(where, branch, settings.id()))
            .orElse("%s has no commits yet: make one".formatted(where)));
  }

  static SourceException noHead(GitSettings settings, boolean empty) {
    return empty
        ? noBranch(settings)
        : broken(
            "%s names no branch as its own: name one for source %s"
                .formatted(Secrets.strip(settings.location()), settings.id()));
  }

  static SourceException of(Exception e, GitSettings settings) {
    String where = Secrets.strip(settings.location());
    String reason = reason(e, settings);
    if (has(e, RepositoryNotFoundException.class) || has(e, NoRemoteRepositoryException.class)) {
      return broken(
          "There is no Git repository at %s: check the location, and whether the user may see it"
              .formatted(where));
    }
    String said = reason.replace(where, "");
    if (Stream.of("not authorized", "uthentication", "not permitted", "403 Forbidden")
        .anyMatch(said::contains)) {
      return new SourceException.Denied(
          "%s refuses the user: check the user name and token of source %s."
              .formatted(where, settings.id()),
          null);
    }
    if (said.contains("429")) {
      return new SourceException.Busy(
          "%s asks for a pause: it was asked too often.".formatted(where), PAUSE);
    }
    return broken(
        connection(e, where)
            .orElseGet(
                () ->
                    "%s cannot be read (%s): check the location of source %s"
                        .formatted(where, reason, settings.id())));
  }

  private static Optional<String> connection(Exception e, String where) {
    if (has(e, UnknownHostException.class)) {
      return Optional.of(
          "The host of %s is not known: check the address and the network".formatted(where));
    }
    if (has(e, ConnectException.class) || has(e, SocketTimeoutException.class)) {
      return Optional.of("%s does not answer: check the address and the network".formatted(where));
    }
    if (has(e, MissingBundlePrerequisiteException.class)) {
      return Optional.of(
          "%s holds only a part of a history: make it with git bundle create FILE --all"
              .formatted(where));
    }
    if (has(e, MissingObjectException.class)) {
      return Optional.of(
          "%s lacks objects that its history needs: check it with git fsck, or clone it in full"
              .formatted(where));
    }
    return Optional.empty();
  }

  private static SourceException broken(String sentence) {
    return new SourceException.Broken(sentence + ".", null);
  }

  private static boolean has(Throwable e, Class<? extends IOException> kind) {
    return Stream.iterate(e, t -> t != null, Throwable::getCause).anyMatch(kind::isInstance);
  }

  private static String reason(Exception e, GitSettings settings) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return Secrets.strip(message, settings).replaceAll("\\s+", " ").strip();
  }
}
