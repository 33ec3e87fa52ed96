package dev.gill.source.folder;

/** What came of reading a file. */
sealed interface ReadResult {
  /**
   * Its whole content.
   *
   * @param stat as of the moment when it was read
   * @param settled false if it was being written, or written so lately that a further change might
   *     not show from outside
   */
  record Whole(byte[] bytes, String revision, FileStat stat, boolean settled)
      implements ReadResult {}

  /** It is not there any more. */
  record Gone() implements ReadResult {}

  /** It is there, and cannot be read; a whole sentence. */
  record Unreadable(String cause) implements ReadResult {}
}
