package dev.gill.answer;

import dev.gill.model.Reader;

/** Says who is asking, in the request that the calling thread serves. */
public interface CurrentReader {
  /** Who is asking now; never null. */
  Reader get();
}
