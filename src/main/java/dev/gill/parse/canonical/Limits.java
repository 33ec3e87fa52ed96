package dev.gill.parse.canonical;

/**
 * How much of a document Gill takes on before it gives up, so that no file can exhaust the process.
 *
 * @param inputBytes bytes of the file
 * @param textChars UTF-16 units of canonical text
 * @param blocks blocks of canonical text
 * @param inflatedBytes bytes of everything that is packed inside the file, unpacked
 * @param markupBytes bytes of unpacked XML that has to be held in memory at once
 * @param depth levels of elements, quotes or lists inside each other
 */
public record Limits(
    int inputBytes, int textChars, int blocks, long inflatedBytes, long markupBytes, int depth) {
  private static final int MIB = 1 << 20;

  /** 64 MiB of input, ten million characters of text. */
  public static final Limits DEFAULT =
      new Limits(64 * MIB, 10_000_000, 500_000, 256L * MIB, 64L * MIB, 400);

  public Limits {
    if (inputBytes < 1
        || textChars < 1
        || blocks < 1
        || inflatedBytes < 1
        || markupBytes < 1
        || depth < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
