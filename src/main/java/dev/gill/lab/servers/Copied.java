package dev.gill.lab.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Copies of unpacked programs, without the links by which packages lead out of themselves. */
final class Copied {
  private Copied() {}

  static void tree(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file) && !Files.isSymbolicLink(file)) {
          Files.createDirectories(target);
        } else if (!Files.isSymbolicLink(file)) {
          Files.copy(file, target);
        }
      }
    }
  }
}
