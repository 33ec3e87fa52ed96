package dev.gill.index.lucene;

import dev.gill.index.IndexException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/**
 * Copies commits from folder to folder. Lucene writes each file once, so that a file that is there
 * already need not be copied again, and a link to one is as good as a copy.
 */
final class Backup {
  /** A commit whose files are deleted while they are copied gives way to the next one. */
  private static final int TRIES = 100;

  private Backup() {}

  static long of(Path folder, Path backup) {
    try {
      Files.createDirectories(backup);
      try (Directory from = FSDirectory.open(folder);
          Directory to = FSDirectory.open(backup)) {
        return lastCommit(from, folder, to, backup);
      }
    } catch (IOException | UncheckedIOException e) {
      throw Trouble.writing(backup, e);
    }
  }

  private static long lastCommit(Directory from, Path folder, Directory to, Path backup)
      throws IOException {
    for (int i = 1; ; i++) {
      SegmentInfos commit = commit(from, folder);
      try {
        long bytes = 0;
        String last = commit.getSegmentsFileName();
        for (String name : commit.files(false)) {
          bytes += copy(from, folder, to, backup, name);
        }
        bytes += copy(from, folder, to, backup, last);
        Set<String> kept = new HashSet<>(commit.files(true));
        clean(backup, kept);
        return bytes;
      } catch (NoSuchFileException | FileNotFoundException e) {
        if (i == TRIES) {
          throw e;
        }
      }
    }
  }

  private static SegmentInfos commit(Directory directory, Path folder) {
    try {
      return SegmentInfos.readLatestCommit(directory);
    } catch (IOException e) {
      throw Trouble.opening(folder, e);
    }
  }

  private static long copy(Directory from, Path folder, Directory to, Path backup, String name)
      throws IOException {
    Path target = backup.resolve(name);
    if (Files.exists(target) && isSame(from, to, name)) {
      return 0;
    }
    Path half = backup.resolve(name + ".half");
    Files.deleteIfExists(half);
    try {
      Files.createLink(half, folder.resolve(name));
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException | UnsupportedOperationException e) {
      Files.copy(folder.resolve(name), half, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return Files.size(target);
  }

  /** Each file ends with a checksum; another index may have a file of the same name. */
  private static boolean isSame(Directory from, Directory to, String name) throws IOException {
    try (IndexInput one = from.openInput(name, IOContext.READONCE);
        IndexInput other = to.openInput(name, IOContext.READONCE)) {
      return one.length() == other.length()
          && CodecUtil.retrieveChecksum(one) == CodecUtil.retrieveChecksum(other);
    }
  }

  private static void clean(Path backup, Set<String> kept) throws IOException {
    try (Stream<Path> files = Files.list(backup)) {
      for (Path file : files.toList()) {
        if (!kept.contains(file.getFileName().toString())) {
          Files.delete(file);
        }
      }
    }
  }

  static void restore(Path backup, Path folder) {
    try {
      if (!isEmpty(folder)) {
        throw new IndexException(
            "there is something in %s already; move it away, or set gill.data to another folder"
                .formatted(folder));
      }
      try (Directory from = FSDirectory.open(backup)) {
        SegmentInfos commit = commit(from, backup);
        for (String name : commit.files(true)) {
          try (IndexInput input = from.openInput(name, IOContext.READONCE)) {
            CodecUtil.checksumEntireFile(input);
          }
        }
        Files.createDirectories(folder);
        for (String name : commit.files(false)) {
          Files.copy(backup.resolve(name), folder.resolve(name));
        }
        String last = commit.getSegmentsFileName();
        Files.copy(backup.resolve(last), folder.resolve(last));
      }
    } catch (NoSuchFileException | FileAlreadyExistsException e) {
      throw Trouble.opening(backup, e);
    } catch (IOException e) {
      throw e.getMessage() != null && e instanceof org.apache.lucene.index.CorruptIndexException
          ? new IndexException(
              "the backup in %s is damaged; restore from another one".formatted(backup), e)
          : Trouble.writing(folder, e);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.allMatch(file -> file.getFileName().toString().equals("write.lock"));
    }
  }
}
