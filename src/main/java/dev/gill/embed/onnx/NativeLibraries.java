package dev.gill.embed.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Settings that the tokenizer library reads when it is first loaded into the process. */
final class NativeLibraries {
  private static final String FOLDER = "ENGINE_CACHE_DIR";

  /** Of the library with which it looks for graphics cards; else that unpacks into the home. */
  private static final String FOLDER_OF_JNA = "jna.tmpdir";

  private NativeLibraries() {}

  /**
   * Keeps the library from reporting its use to its makers' servers and from downloading anything,
   * and has it unpack its native part (about 10 MB) below the folder, unless the environment names
   * one already.
   */
  static void prepare(Optional<Path> folder) {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    folder.ifPresent(NativeLibraries::unpackBelow);
  }

  private static void unpackBelow(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new ModelException(
          "The folder %s for native libraries cannot be made: make it writable or configure another one."
              .formatted(folder),
          e);
    }
    System.setProperty(FOLDER, folder.toAbsolutePath().toString());
    System.setProperty(FOLDER_OF_JNA, folder.toAbsolutePath().toString());
  }
}
