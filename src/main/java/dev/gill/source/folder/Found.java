package dev.gill.source.folder;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A document met on a walk.
 *
 * @param stat empty if the file system does not say
 * @param trouble why it cannot be read, as far as that shows from outside
 */
record Found(String key, Path path, Optional<FileStat> stat, Optional<String> trouble) {
  static Found file(String key, Path path, FileStat stat) {
    return new Found(key, path, Optional.of(stat), Optional.empty());
  }

  static Found trouble(String key, Path path, String trouble) {
    return new Found(key, path, Optional.empty(), Optional.of(trouble));
  }

  long size() {
    return stat.map(FileStat::size).orElse(0L);
  }
}
