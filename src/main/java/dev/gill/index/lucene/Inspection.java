package dev.gill.index.lucene;

import dev.gill.index.Soundness;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;

/** Looks whether the files of an index are what they were. Guarded by the lock of its engine. */
final class Inspection {
  private final Directory directory;

  /** How long each file was when it was written or seen first: none is written to again. */
  private final Map<String, Long> lengths = new HashMap<>();

  Inspection(Directory directory) {
    this.directory = directory;
  }

  /** Notes how long files are that were just written; the next look finds those that are gone. */
  void note(Collection<String> files) {
    for (String file : files) {
      if (!lengths.containsKey(file)) {
        try {
          lengths.put(file, directory.fileLength(file));
        } catch (IOException e) {
          continue;
        }
      }
    }
  }

  /** Whether all files of the last commit are there and as long as they were. */
  Soundness ofFiles() {
    try {
      Collection<String> files = SegmentInfos.readLatestCommit(directory).files(true);
      lengths.keySet().retainAll(files);
      for (String file : files) {
        long length = directory.fileLength(file);
        if (lengths.computeIfAbsent(file, _ -> length) != length) {
          return Soundness.DAMAGED;
        }
      }
      return Soundness.WHOLE;
    } catch (IOException e) {
      return isGone(e)
          ? Soundness.GONE
          : isDamage(e) ? Soundness.DAMAGED : Soundness.WHOLE; // else the disk is at fault
    }
  }

  /** Whether everything that a reader reads has the checksum that it was written with. */
  static Soundness ofContent(DirectoryReader reader) {
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        ((CodecReader) leaf.reader()).checkIntegrity();
      }
      return Soundness.WHOLE;
    } catch (IOException e) {
      return isDamage(e) ? Soundness.DAMAGED : Soundness.WHOLE;
    } catch (InternalError e) {
      return Soundness.DAMAGED; // a file that is mapped to memory was cut short
    }
  }

  private static boolean isGone(Throwable e) {
    return e instanceof NoSuchFileException
        || e instanceof FileNotFoundException
        || e instanceof IndexNotFoundException;
  }

  /** Whether this, or what caused it, says that a file is not what was written. */
  static boolean isDamage(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CorruptIndexException
          || cause instanceof EOFException
          || cause instanceof InternalError) {
        return true;
      }
    }
    return false;
  }
}
