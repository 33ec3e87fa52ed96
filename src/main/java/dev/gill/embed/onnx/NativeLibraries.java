package dev.gill.embed.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** Settings that the native libraries read when they are first loaded into the process. */
final class NativeLibraries {
  private static boolean unpacked;

  private NativeLibraries() {}

  /**
   * Keeps the tokenizers from reporting their use to their makers' servers and from downloading
   * anything, and unpacks all native libraries below the data folder, since a folder for temporary
   * files often does not let programs be run. The first call with a folder decides.
   *
   * @param data the data folder; if empty, each library unpacks itself where it likes
   * @throws ModelException if the data folder is full or unfit
   */
  static synchronized void prepare(Optional<Path> data) {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    if (!unpacked && data.isPresent()) {
      unpackInto(new NativeFolder(data.get()));
      unpacked = true;
    }
  }

  private static void unpackInto(NativeFolder folder) {
    try {
      use("onnxruntime.native.path", folder, NativeLibrary.onnxRuntime(), "");
      use(
          "RUST_LIBRARY_PATH",
          folder,
          NativeLibrary.tokenizers(),
          System.mapLibraryName("tokenizers"));
    } catch (IOException e) {
      throw new UncheckedIOException("a library's jar cannot be read", e);
    }
    // The tokenizers look for graphics cards with it; it unpacks into the home otherwise.
    System.setProperty("jna.tmpdir", folder.path().toString());
  }

  /** A library that is not made for this system says so itself when it is loaded. */
  private static void use(
      String property, NativeFolder folder, NativeLibrary library, String file) {
    if (!library.files().isEmpty()) {
      System.setProperty(property, folder.unpack(library).resolve(file).toString());
    }
  }
}
