package dev.gill.surface;

/** What a caller may do. */
public enum Right {
  /** Ask and search, and say whether an answer helped. */
  ASK,
  /** Read documents, and see how sources fare. */
  READ,
  /** Have a source looked at. */
  SYNC,
  /** Forget people, and read what others asked. */
  ADMIN
}
