package dev.gill.source.folder;

/** What came of reading a file. */
sealed interface Reading {
  /**
   * Its whole content.
   *
   * @param stat as of the moment when it was read
   * @param settled false if it was being written, or written so lately that a further change might
   *     not show from outside
   */
  record Whole(byte[] bytes, String revision, FileStat stat, boolean settled) implements Reading {}

  /** It is not there any more. */
  record Gone() implements Reading {}

  /** It is there, and cannot be read; a whole sentence. */
  record Unreadable(String cause) implements Reading {}
}
