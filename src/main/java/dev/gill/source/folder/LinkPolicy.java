package dev.gill.source.folder;

/** Which links are followed. */
public enum LinkPolicy {
  /** Those that stay within the folder. */
  WITHIN,
  /** All, wherever they lead. */
  FOLLOW
}
