package dev.gill.embed.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that a model is made of.
 *
 * @param sha256 what it must hold, 64 hexadecimal digits in lower case
 */
public record ModelFile(Path path, String sha256) {
  private static final int BUFFER = 1 << 16;

  public ModelFile {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "a SHA-256 has 64 hexadecimal digits in lower case, unlike '%s'".formatted(sha256));
    }
  }

  boolean isThere() {
    return Files.isRegularFile(path);
  }

  /**
   * Looks for the file, without reading it.
   *
   * @throws ModelException if it is missing
   */
  ModelFile require() {
    if (!isThere()) {
      throw new ModelException(
          "The model file %s is missing: put it there or, if the model comes with Gill, delete the folder models/.unpacked and run ./mvnw generate-resources."
              .formatted(path));
    }
    return this;
  }

  /**
   * Reads the whole file, at about half a gigabyte a second or more.
   *
   * @throws ModelException if it is missing, cannot be read or holds something else than described
   */
  void verify() {
    require();
    MessageDigest digest = newDigest();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(path)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    } catch (IOException e) {
      throw new ModelException("The model file %s cannot be read: %s.".formatted(path, e), e);
    }
    String found = HexFormat.of().formatHex(digest.digest());
    if (!found.equals(sha256)) {
      throw new ModelException(
          "The model file %s is damaged or another one (SHA-256 %s, described as %s): correct its model.properties or, if the model comes with Gill, delete it and the folder models/.unpacked and run ./mvnw generate-resources."
              .formatted(path, found, sha256));
    }
  }

  static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
