package dev.gill.source;

/** How much goes into one batch: up to 64 documents of 4 Mi bytes in all, and one at least. */
public final class BatchLimit {
  private static final int DOCUMENTS = 64;
  private static final long SIZE = 4L << 20;

  private int taken;
  private long size;

  /**
   * Takes a document if it still fits in; once one does not, the batch is full.
   *
   * @param bytes about how large it is
   */
  public boolean takes(long bytes) {
    if (taken == DOCUMENTS || (taken > 0 && size + bytes > SIZE)) {
      return false;
    }
    taken++;
    size += bytes;
    return true;
  }

  /** How many documents were taken. */
  public int taken() {
    return taken;
  }
}
