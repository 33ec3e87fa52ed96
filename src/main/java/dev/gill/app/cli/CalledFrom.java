package dev.gill.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes paths on the command line as relative to where {@code ./gill} was called, which is not
 * where Gill runs.
 */
final class CalledFrom {
  private static final Path FOLDER = Path.of(System.getProperty("gill.called-from", ""));

  private CalledFrom() {}

  static Path resolve(Path path) {
    return FOLDER.resolve(path);
  }

  /** A path is resolved if something is there; anything else is an address and left as it is. */
  static String resolve(String pathOrAddress) {
    if (pathOrAddress.contains("://")) {
      return pathOrAddress;
    }
    Path path = resolve(Path.of(pathOrAddress));
    return Files.exists(path) ? path.toAbsolutePath().toString() : pathOrAddress;
  }
}
