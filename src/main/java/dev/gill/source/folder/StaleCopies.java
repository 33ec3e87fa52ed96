package dev.gill.source.folder;

import dev.gill.source.StaleCopy;
import dev.gill.source.Verdict;
import dev.gill.source.folder.FileStat.Kind;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files whose names say that they are copies of another. Whether one is read depends on its
 * original, so where that comes or goes the copy has to be looked at too.
 */
final class StaleCopies {
  private final Map<String, SortedMap<String, Path>> byOriginal = new HashMap<>();

  /**
   * Why a file is passed over as a copy; empty if it is none, or its original is gone.
   *
   * @param key its path below the root
   */
  static Optional<Verdict.PassedOver> judge(String key, Path path) {
    Optional<StaleCopy> copy = StaleCopy.of(key);
    if (copy.isEmpty()) {
      return Optional.empty();
    }
    return copy.get().originals().stream()
        .filter(original -> stands(key, path, original))
        .findFirst()
        .map(original -> copy.get().judge(original));
  }

  /** Looks from the nearest folder that both lie in. */
  private static boolean stands(String key, Path path, String original) {
    Path folder = path.getParent();
    int common = key.lastIndexOf('/') + 1;
    while (!original.startsWith(key.substring(0, common))) {
      common = key.lastIndexOf('/', common - 2) + 1;
      folder = folder.getParent();
    }
    return stands(folder, original.substring(common));
  }

  /**
   * Keeps a file in mind if its name says that it is a copy, whether its original stands or not.
   */
  void note(String key, Path path) {
    StaleCopy.of(key).stream()
        .flatMap(copy -> copy.originals().stream())
        .forEach(
            original -> byOriginal.computeIfAbsent(original, _ -> new TreeMap<>()).put(key, path));
  }

  /** The copies of what lies, or lay, at this key. */
  SortedMap<String, Path> of(String original) {
    return byOriginal.getOrDefault(original, new TreeMap<>());
  }

  private static boolean stands(Path folder, String name) {
    try {
      return FileStat.ofEntry(folder.resolve(name)).kind() != Kind.FOLDER;
    } catch (IOException e) {
      return false;
    } catch (InvalidPathException e) {
      return listed(folder, name);
    }
  }

  /** For names that the platform's locale cannot write. */
  private static boolean listed(Path folder, String name) {
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(folder, entry -> Names.of(entry).equals(name))) {
      return entries.iterator().hasNext();
    } catch (IOException | DirectoryIteratorException e) {
      return false;
    }
  }
}
