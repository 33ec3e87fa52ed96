package dev.gill.surface;

import java.util.List;

/**
 * Paths for which nobody signs in: what a sign-in itself takes, health and metrics, and what checks
 * for itself who may call it ({@link OwnProof}).
 */
public final class OpenPaths {
  private static final List<String> PREFIXES =
      List.of(
          "/q/",
          "/assets/",
          "/assets-",
          "/signin/",
          "/api/hooks/",
          "/api/surfaces/",
          "/.well-known/");

  private OpenPaths() {}

  /** Whether a path, without what {@code ..} or escapes would change of it, is one of them. */
  public static boolean cover(String path) {
    return PREFIXES.stream().anyMatch(path::startsWith);
  }
}
