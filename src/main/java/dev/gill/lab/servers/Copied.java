package dev.gill.lab.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** Files of servers: copies of unpacked programs without the links that lead out of them. */
final class Copied {
  private Copied() {}

  /** Writes a file that is read meanwhile: whole as it was, or whole as it is now. */
  static void atOnce(Path file, String text) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(beside, text);
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

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
