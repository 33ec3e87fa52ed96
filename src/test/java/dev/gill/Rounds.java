package dev.gill;

/** How often a test tries what it tries at random. */
public final class Rounds {
  private static final int FEWER = 8;

  private Rounds() {}

  /** That many in all tests, an eighth of them where {@code tests.fast} is set. */
  public static int of(int all) {
    return Boolean.getBoolean("tests.fast") ? Math.max(1, all / FEWER) : all;
  }
}
