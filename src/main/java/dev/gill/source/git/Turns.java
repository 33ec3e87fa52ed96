package dev.gill.source.git;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whose turn it is with a copy of a repository. Two sources of one configuration share it while a
 * new index is filled beside the one in use, and a fetch by both at a time would spoil it.
 */
final class Turns {
  private static final Map<Path, ReentrantLock> BY_FOLDER = new ConcurrentHashMap<>();

  private Turns() {}

  /** The turn of a folder, in this process; the first to wait is the first to go. */
  static ReentrantLock of(Path workDir) {
    return BY_FOLDER.computeIfAbsent(
        workDir.toAbsolutePath().normalize(), _ -> new ReentrantLock(true));
  }
}
