package dev.gill.source.git;

import dev.gill.model.SourceId;
import dev.gill.source.Address;
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
  Pattern ADDRESS = Pattern.compile("(?i)(https?|git)://.*", Pattern.DOTALL);

  /** Addresses of other kinds, and mistyped ones; {@code C:\\} is none. */
  Pattern OTHER_ADDRESS =
      Pattern.compile(
          "(?i)(?!file:)(?:[a-z+.-]{2,}:[/\\\\].*|https?[:/\\\\].*|[^@]*:[^@]*@.*|[^/\\\\]+@[^/\\\\]+:.*)",
          Pattern.DOTALL);

  /** Opens what is there on this machine. */
  Repository open() throws IOException, SourceException;

  /** The id of the branch's newest commit, whose objects are there once this returns. */
  ObjectId tip(Repository repository) throws IOException, SourceException;

  /**
   * The address of a server; empty for a path.
   *
   * @throws IllegalArgumentException if it is of a kind that cannot be read, or badly written
   */
  static Optional<Address> address(SourceId source, String location) {
    String text = location.strip();
    if (ADDRESS.matcher(text).matches()) {
      return Optional.of(Address.parse(source, text));
    }
    if (OTHER_ADDRESS.matcher(text).matches() || path(location).isEmpty()) {
      throw Address.unreadable(source);
    }
    return Optional.empty();
  }

  /** Decides by its form, and for a path by what lies there now, how a location is read. */
  static Upstream of(GitSettings settings) {
    if (settings.remote()) {
      return new Mirror(settings, settings.location());
    }
    Path path = path(settings.location()).orElseThrow();
    return Files.isRegularFile(path)
        ? new Mirror(settings, path.toString())
        : new LocalRepository(settings, path);
  }

  /** The path that a location is, if it can be one. */
  static Optional<Path> path(String location) {
    if (location.isBlank()) {
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
