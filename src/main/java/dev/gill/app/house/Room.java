package dev.gill.app.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether the disk has room for a second index. */
@FunctionalInterface
interface Room {
  /** What an index may come to beside the one that it replaces, while its segments are merged. */
  double SHARE = 1.2;

  /** How many bytes can still be written below a folder. */
  long usable(Path folder) throws IOException;

  /** What the disk says. */
  static Room ofDisk() {
    return folder -> Files.getFileStore(folder).getUsableSpace();
  }

  /** What is missing for an index as large as the present one, in one sentence. */
  default Optional<String> lacking(Path present, Path next) throws IOException {
    long needed = (long) (SHARE * IndexFolders.size(present)) - IndexFolders.size(next);
    long usable = usable(present.toAbsolutePath().getParent());
    return usable >= needed
        ? Optional.empty()
        : Optional.of(
            "It needs %,d MB in %s and has %,d MB: make room, and it begins within a minute."
                .formatted(
                    (needed + 999_999) / 1_000_000,
                    present.toAbsolutePath().getParent(),
                    usable / 1_000_000));
  }
}
