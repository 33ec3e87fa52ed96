package dev.gill.parse.canonical;

import java.util.regex.Pattern;

/**
 * Words for a link that has none of its own and leads where this file cannot see what it is called:
 * {@code guides/deploy-to-production.rst} reads as {@code deploy to production}.
 */
public final class ReadableName {
  private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._+-]*");
  private static final Pattern ENDING = Pattern.compile("\\.[a-z][a-z0-9]{1,8}$");
  private static final Pattern OF_FOLDER = Pattern.compile("(?i)(.+)/(?:index|readme)");

  private ReadableName() {}

  /**
   * Of a target within the same documentation.
   *
   * @param target a path, a name within a page after {@code #}, or both
   * @return the target itself where it does not consist of words
   */
  public static String of(String target) {
    int hash = target.indexOf('#');
    boolean inPage = hash >= 0 && hash + 1 < target.length();
    String name = inPage ? target.substring(hash + 1) : page(target.replaceFirst("#$", ""));
    String words = name.replaceFirst("^_+", "").replaceAll("[-_]+", " ").strip();
    return WORDS.matcher(words).matches() ? words : target;
  }

  private static String page(String path) {
    String bare = ENDING.matcher(path.replaceFirst("/+$", "")).replaceFirst("");
    String named = OF_FOLDER.matcher(bare).replaceFirst("$1");
    return named.substring(Math.max(named.lastIndexOf('/'), named.lastIndexOf(':')) + 1);
  }
}
