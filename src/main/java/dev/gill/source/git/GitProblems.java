package dev.gill.source.git;

import dev.gill.source.SourceException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.errors.MissingBundlePrerequisiteException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.PackProtocolException;
import org.eclipse.jgit.errors.RemoteRepositoryException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;

/**
 * Says in one sentence what went wrong and what to check. Only the kinds of the library's
 * exceptions and the number of a server's answer are looked at: their words may hold secrets.
 */
final class GitProblems {
  private GitProblems() {}

  static SourceException noBranch(GitSettings settings) {
    return settings.branch().isPresent()
        ? broken(
            settings,
            "%s does not have the branch that is configured: check the branch of source %s")
        : broken(settings, "%s has no commits yet: make one for source %s");
  }

  static SourceException noHead(GitSettings settings, boolean empty) {
    return empty
        ? noBranch(settings)
        : broken(settings, "%s names no branch as its own: name one for source %s");
  }

  static SourceException noFolder(GitSettings settings, String commit) {
    return new SourceException.Broken(
        "%s does not have the folder that is configured at commit %s: check the folder of source %s."
            .formatted(settings.where(), commit, settings.id()),
        null);
  }

  static SourceException of(Exception e, GitSettings settings) {
    Optional<String> plain = repository(e).or(() -> connection(e));
    if (plain.isPresent()) {
      return broken(settings, plain.get());
    }
    Optional<Answered> answered = find(e, Answered.class);
    if (answered.isPresent() && answered.get().status() >= 300) {
      return Statuses.of(answered.get(), settings);
    }
    return broken(
        settings,
        protocol(e)
            .orElse("%%s cannot be read (%s): check the address of source %%s".formatted(kind(e))));
  }

  private static Optional<String> repository(Exception e) {
    if (has(e, RepositoryNotFoundException.class) || has(e, NoRemoteRepositoryException.class)) {
      return Optional.of(
          "%s has no Git repository there: check the address of source %s, and whether the user may see it");
    }
    if (has(e, MissingBundlePrerequisiteException.class)) {
      return Optional.of(
          "%s holds only a part of a history: make the bundle of source %s with git bundle create FILE --all");
    }
    if (has(e, MissingObjectException.class)) {
      return Optional.of(
          "%s lacks objects that its history needs: check the repository of source %s with git fsck, or clone it in full");
    }
    return Optional.empty();
  }

  private static Optional<String> connection(Exception e) {
    if (has(e, UnknownHostException.class)) {
      return Optional.of("%s is not a known host: check the address of source %s and the network");
    }
    if (has(e, SSLException.class)) {
      return Optional.of(
          "%s offers no encrypted connection that can be trusted: check its certificate, and https in the address of source %s");
    }
    if (has(e, SocketTimeoutException.class)) {
      return Optional.of(
          "%s does not answer in time: check the address of source %s and the network");
    }
    if (has(e, ConnectException.class) || has(e, NoRouteToHostException.class)) {
      return Optional.of("%s does not answer: check the address of source %s and the network");
    }
    if (has(e, SocketException.class)) {
      return Optional.of("%s broke the connection off: check the network and source %s");
    }
    return Optional.empty();
  }

  private static Optional<String> protocol(Exception e) {
    if (has(e, RemoteRepositoryException.class)) {
      return Optional.of(
          "%s refuses with a message of its own: check the address of source %s, and whether the user may read it");
    }
    if (has(e, PackProtocolException.class) || has(e, EOFException.class)) {
      return Optional.of("%s does not answer as a Git server does: check the address of source %s");
    }
    return Optional.empty();
  }

  /** A sentence with a place for the repository and one for the source. */
  static SourceException broken(GitSettings settings, String sentence) {
    return new SourceException.Broken(
        sentence.formatted(settings.where(), settings.id()) + ".", null);
  }

  private static String kind(Throwable e) {
    Throwable last = e;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return last.getClass().getSimpleName();
  }

  private static boolean has(Throwable e, Class<? extends IOException> kind) {
    return find(e, kind).isPresent();
  }

  private static <T extends Throwable> Optional<T> find(Throwable e, Class<T> kind) {
    return Stream.iterate(e, t -> t != null, Throwable::getCause)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }
}
