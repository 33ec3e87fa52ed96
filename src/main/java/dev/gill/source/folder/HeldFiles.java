package dev.gill.source.folder;

import dev.gill.source.PassedOverTally;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.OptionalInt;

/** Counts the files of folders that are not entered, as long as that is cheap. */
final class HeldFiles {
  /** The most names that are met in one folder, and in all of one look together. */
  private static final int MOST = 2 * PassedOverTally.COUNTED;

  private static final int ALL = 20_000;

  private int left = ALL;

  /** How many files are in it; empty if that is not known. */
  OptionalInt in(Path folder) {
    Counter counter = new Counter();
    try {
      if (left > 0) {
        Files.walkFileTree(folder, counter);
      }
    } catch (IOException e) {
      return OptionalInt.empty();
    }
    left -= counter.met;
    boolean known = counter.met > 0 && (counter.met <= MOST || counter.files > MOST / 2);
    return known ? OptionalInt.of(counter.files) : OptionalInt.empty();
  }

  private static final class Counter extends SimpleFileVisitor<Path> {
    private int met;
    private int files;

    private FileVisitResult meet(int more) {
      met++;
      files += more;
      return files > PassedOverTally.COUNTED || met > MOST
          ? FileVisitResult.TERMINATE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return meet(0);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      return meet(1);
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return meet(1);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }
}
