package dev.gill.parse.canonical;

import java.io.IOException;

/** Reads one file format. Holds no state, so one instance serves all threads. */
public interface Format {
  /**
   * Writes the document's content into the canonical text.
   *
   * @throws Refused with the sentence to show, where the reason is known
   * @throws IOException if the bytes are broken; any other exception means the same
   */
  void read(byte[] bytes, CanonicalText text) throws IOException;
}
