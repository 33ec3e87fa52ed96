package dev.gill.app;

import dev.gill.answer.QuoteSeal;
import dev.gill.app.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** The key that quotes are signed with: a file beside the index, made at the first start. */
final class QuoteKey {
  /** Its name in the data folder. */
  static final String NAME = "quotes.key";

  private QuoteKey() {}

  /**
   * What signs with the key of a data folder. One that is not whole is replaced; then links from
   * before can be checked no more.
   *
   * @throws ConfigException if it can neither be read nor made
   */
  static QuoteSeal in(Path data) {
    Path file = data.resolve(NAME);
    try {
      if (!Files.exists(file) || Files.size(file) != QuoteSeal.KEY_BYTES) {
        make(data, file);
      }
      return new QuoteSeal(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new ConfigException(
          "The key %s, which quotes are signed with, can neither be read nor made (%s); check that the disk has room and the rights of the file."
              .formatted(file, e.getClass().getSimpleName()),
          e);
    }
  }

  private static void make(Path data, Path file) throws IOException {
    byte[] key = new byte[QuoteSeal.KEY_BYTES];
    new SecureRandom().nextBytes(key);
    Files.createDirectories(data);
    Path fresh = Files.createTempFile(data, NAME, ".new");
    try {
      if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
      }
      Files.write(fresh, key);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
