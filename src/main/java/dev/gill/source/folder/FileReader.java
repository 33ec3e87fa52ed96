package dev.gill.source.folder;

import dev.gill.source.SourceException;
import dev.gill.source.folder.FileStat.Kind;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Reads files that others may be writing to. */
final class FileReader {
  private static final int ATTEMPTS = 3;

  /** The coarsest time stamps in use are FAT's, of two seconds. */
  private static final Duration COARSEST_STAMP = Duration.ofSeconds(2);

  private final long maxBytes;
  private final Reach reach;
  private final InstantSource clock;

  FileReader(long maxBytes, Reach reach, InstantSource clock) {
    this.maxBytes = maxBytes;
    this.reach = reach;
    this.clock = clock;
  }

  /**
   * @throws SourceException if no file can be opened, which is not this one's fault
   */
  ReadResult read(Found file) throws SourceException, InterruptedException {
    if (file.trouble().isPresent()) {
      return new ReadResult.Unreadable(sentence(file.key(), file.trouble().get()));
    }
    if (StaleCopies.judge(file.key(), file.path()).isPresent()) {
      return new ReadResult.Gone(); // its original has come since
    }
    try {
      return read(file.key(), file.path());
    } catch (NoSuchFileException | NotDirectoryException e) {
      return new ReadResult.Gone();
    } catch (ClosedByInterruptException e) {
      throw new InterruptedException("asked to stop while reading a file");
    } catch (IOException e) {
      if (Troubles.isOutOfFiles(e)) {
        throw new SourceException.Broken(sentence("The folder's files", Troubles.OUT_OF_FILES), e);
      }
      return new ReadResult.Unreadable(sentence(file.key(), Troubles.sentence(e)));
    } catch (OutOfMemoryError e) {
      return new ReadResult.Unreadable(sentence(file.key(), Troubles.tooLarge()));
    }
  }

  private ReadResult read(String key, Path path) throws IOException {
    FileStat before = FileStat.of(path);
    byte[] bytes = null;
    boolean still = false;
    for (int attempt = 0; attempt < ATTEMPTS && !still; attempt++) {
      if (before.kind() != Kind.FILE) {
        return new ReadResult.Gone();
      }
      if (before.size() > maxBytes) {
        return new ReadResult.Unreadable(sentence(key, tooLarge(before.size())));
      }
      Optional<byte[]> read = reach.read(path, (int) maxBytes + 1);
      if (read.isEmpty()) {
        return new ReadResult.Gone();
      }
      bytes = read.get();
      if (bytes.length > maxBytes) {
        return new ReadResult.Unreadable(sentence(key, tooLarge(bytes.length)));
      }
      FileStat after = FileStat.of(path);
      still = after.equals(before) && after.size() == bytes.length;
      before = after;
    }
    return new ReadResult.Whole(bytes, revision(bytes), before, still && !lately(before));
  }

  private boolean lately(FileStat stat) {
    return Duration.between(stat.changed(), clock.instant()).abs().compareTo(COARSEST_STAMP) < 0;
  }

  private String tooLarge(long size) {
    return "is of %s, more than the %s that are read: raise the limit or exclude it"
        .formatted(shown(size), shown(maxBytes));
  }

  private static String shown(long bytes) {
    return bytes < 1 << 20
        ? bytes + " bytes"
        : String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (1 << 20));
  }

  private static String sentence(String key, String trouble) {
    return "%s %s.".formatted(key, trouble);
  }

  private static String revision(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256:" + HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
