package dev.gill;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A small disk of its own, on a system that lets one be made. */
public final class SmallDisk implements AutoCloseable {
  private final Path folder;

  /** Mounts it; skips the calling test, saying why, where that cannot be. */
  public SmallDisk(Path folder, String size) throws Exception {
    this.folder = Files.createDirectories(folder);
    boolean made =
        System.getProperty("os.name").equals("Linux")
            && run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
    Assumptions.assumeTrue(
        made,
        "SKIPPED: no small disk can be mounted here, so none was filled (Linux, as root: mount -t tmpfs)");
  }

  /** Where it is mounted. */
  public Path folder() {
    return folder;
  }

  /** Fills it up to so many bytes that stay free. */
  public void fill(long free) throws IOException {
    Files.deleteIfExists(filler());
    long all = Files.getFileStore(folder).getUsableSpace() - free;
    byte[] block = new byte[4096];
    try (OutputStream out = Files.newOutputStream(filler())) {
      for (long written = 0; written < all; written += block.length) {
        out.write(block);
      }
    } catch (IOException full) {
      return;
    }
  }

  /** Takes out what filled it. */
  public void empty() throws IOException {
    Files.deleteIfExists(filler());
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  @Override
  public void close() {
    try {
      run("umount", "-l", folder.toString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }
}
