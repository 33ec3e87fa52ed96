package dev.gill.source.git;

import dev.gill.source.SourceException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/** Where a repository's objects come from. */
sealed interface Upstream permits LocalRepository, Mirror {
  Pattern ADDRESS = Pattern.compile("(?i)(https?|git)://.+");
  Pattern OTHER_ADDRESS = Pattern.compile("(?i)(?!file:)[a-z+]{2,}://.*|[^/\\\\]+@[^/\\\\]+:.*");

  /** Opens what is there on this machine. */
  Repository open() throws IOException, SourceException;

  /** The id of the branch's newest commit, whose objects are there once this returns. */
  ObjectId tip(Repository repository) throws IOException, SourceException;

  /**
   * Refuses addresses of kinds that cannot be read.
   *
   * @throws IllegalArgumentException with what to use instead
   */
  static void check(GitSettings settings) {
    String location = settings.location();
    boolean readable = ADDRESS.matcher(location).matches() || path(location).isPresent();
    if (location.isBlank() || !readable) {
      throw new IllegalArgumentException(
          "source %s cannot read '%s': use an https address with a token, or the path of a clone"
              .formatted(settings.id(), Secrets.strip(location)));
    }
  }

  /** Tells by its form, and for a path by what lies there now, how a location is read. */
  static Upstream of(GitSettings settings) {
    Optional<Path> path = path(settings.location());
    if (path.isEmpty()) {
      return new Mirror(settings, settings.location());
    }
    return Files.isRegularFile(path.get())
        ? new Mirror(settings, path.get().toString())
        : new LocalRepository(settings, path.get());
  }

  private static Optional<Path> path(String location) {
    if (ADDRESS.matcher(location).matches() || OTHER_ADDRESS.matcher(location).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          location.startsWith("file:")
              ? Path.of(URI.create(location))
              : Path.of(location).toAbsolutePath());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
