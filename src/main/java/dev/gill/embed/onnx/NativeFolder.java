package dev.gill.embed.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder of the data folder that native libraries are unpacked into, once for each build of
 * them. A file appears whole or not at all, also if two processes unpack it at once.
 */
final class NativeFolder {
  private final Path data;
  private final Path folder;

  NativeFolder(Path data) {
    this.data = data.toAbsolutePath();
    this.folder = this.data.resolve("native");
  }

  /** Where it is; it is there once something was unpacked. */
  Path path() {
    return folder;
  }

  /**
   * Unpacks a library unless it is there, and returns the folder that holds its files.
   *
   * @throws ModelException if the data folder is full, cannot be written to, or does not let
   *     programs be run
   */
  Path unpack(NativeLibrary library) {
    Path own = folder.resolve(library.name());
    for (NativeLibrary.Part part : library.files()) {
      Path file = own.resolve(part.name());
      try {
        Files.createDirectories(own);
        if (!isWhole(file, part)) {
          write(part, file);
        }
      } catch (IOException e) {
        throw cannotUnpack(part, e);
      }
      if (!Files.isExecutable(file)) {
        throw new ModelException(
            "The data folder %s does not allow programs to be run, and the native libraries in it are such: mount it without noexec or set gill.data to another folder."
                .formatted(data));
      }
    }
    return own;
  }

  private static boolean isWhole(Path file, NativeLibrary.Part part) throws IOException {
    return Files.isRegularFile(file) && Files.size(file) == part.length();
  }

  private static void write(NativeLibrary.Part part, Path file) throws IOException {
    Path coming = Files.createTempFile(file.getParent(), part.name(), ".new");
    try {
      try (InputStream in = part.packed().openStream();
          FileChannel out = FileChannel.open(coming, StandardOpenOption.WRITE)) {
        in.transferTo(Channels.newOutputStream(out));
        out.force(true);
      }
      letEveryoneRun(coming);
      Prepared.move(coming, file);
    } catch (IOException e) {
      // Windows replaces no file that another process has loaded; it then is the very same.
      if (!isWhole(file, part)) {
        throw e;
      }
    } finally {
      Files.deleteIfExists(coming);
    }
  }

  private static void letEveryoneRun(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private ModelException cannotUnpack(NativeLibrary.Part part, IOException e) {
    if (room() < part.length()) {
      return new ModelException(
          "The data folder %s is full: %s needs %d MB there. Make room or set gill.data to another folder."
              .formatted(data, part.name(), (part.length() >> 20) + 1),
          e);
    }
    return new ModelException(
        "The native library %s cannot be unpacked below the data folder %s (%s): make it writable or set gill.data to another folder."
            .formatted(part.name(), data, e.getMessage()),
        e);
  }

  private long room() {
    try {
      return Files.getFileStore(data).getUsableSpace();
    } catch (IOException e) {
      return Long.MAX_VALUE;
    }
  }
}
