package dev.gill.model;

/** What a document's date is the date of. */
public enum Dated {
  /** The document itself says when it was written. */
  DOCUMENT,
  /** Its source says when this revision was written. */
  REVISION,
  /** The message was sent then. */
  MESSAGE,
  /** The file was changed then, which may be when it was copied; nothing better is known. */
  FILE,
  /** Somebody with the right to do so said then that it holds. */
  VERIFIED
}
