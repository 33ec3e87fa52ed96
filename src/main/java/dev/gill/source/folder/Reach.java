package dev.gill.source.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/** How far a source may read: all that really lies in its root, or wherever links lead. */
final class Reach {
  private final Path root;
  private final LinkPolicy links;

  Reach(Path root, LinkPolicy links) {
    this.root = root;
    this.links = links;
  }

  /** Whether what the path leads to may be read. */
  boolean holds(Path path) throws IOException {
    return links == LinkPolicy.FOLLOW || path.toRealPath().startsWith(root.toRealPath());
  }

  /**
   * The first bytes of a file; empty if it may not be read.
   *
   * @throws IOException if it cannot be read, also where a name on the way to it was a link for a
   *     moment
   */
  Optional<byte[]> read(Path path, int most) throws IOException {
    if (links == LinkPolicy.FOLLOW) {
      try (InputStream in = Files.newInputStream(path)) {
        return Optional.of(in.readNBytes(most));
      }
    }
    Path top = root.toRealPath();
    Path real = path.toRealPath();
    if (!real.startsWith(top)) {
      return Optional.empty();
    }
    try {
      return below(top, real, most);
    } catch (IOException e) {
      if (!path.toRealPath().equals(real)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static Optional<byte[]> below(Path top, Path real, int most) throws IOException {
    try (DirectoryStream<Path> folder = Files.newDirectoryStream(top)) {
      return folder instanceof SecureDirectoryStream<Path> secure
          ? Optional.of(named(secure, top.relativize(real), most))
          : checked(real, most);
    }
  }

  /** Opens name by name without following links, so that none can slip in between. */
  private static byte[] named(SecureDirectoryStream<Path> folder, Path names, int most)
      throws IOException {
    if (names.getNameCount() > 1) {
      try (SecureDirectoryStream<Path> next =
          folder.newDirectoryStream(names.getName(0), LinkOption.NOFOLLOW_LINKS)) {
        return named(next, names.subpath(1, names.getNameCount()), most);
      }
    }
    Set<OpenOption> reading = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    try (InputStream in = Channels.newInputStream(folder.newByteChannel(names, reading))) {
      return in.readNBytes(most);
    }
  }

  /** Where folders cannot be held open: what was read counts only if its place is still real. */
  private static Optional<byte[]> checked(Path real, int most) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
      bytes = in.readNBytes(most);
    }
    return real.toRealPath().equals(real) ? Optional.of(bytes) : Optional.empty();
  }
}
