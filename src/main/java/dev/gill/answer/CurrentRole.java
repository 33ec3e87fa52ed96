package dev.gill.answer;

/**
 * Says what whoever asks may do besides reading, in the request that the calling thread serves.
 * What they may read is another matter, and follows from {@link CurrentReader}.
 */
public interface CurrentRole {
  /** Whether they look after this Gill: they may see who asked what. */
  boolean isAdmin();
}
