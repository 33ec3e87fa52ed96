package dev.gill.source.git;

import java.util.regex.Pattern;

/**
 * Keeps credentials out of what people read: in addresses they stand before the host or after ?.
 */
final class Secrets {
  private static final Pattern USER = Pattern.compile("://[^/\\s]*@");
  private static final Pattern QUERY = Pattern.compile("(://[^\\s?]*)\\?\\S*");

  private Secrets() {}

  static String strip(String text) {
    return QUERY.matcher(USER.matcher(text).replaceAll("://")).replaceAll("$1");
  }

  /** Strips addresses, and whatever the credentials are wherever they stand. */
  static String strip(String text, GitSettings settings) {
    String stripped = strip(text);
    if (settings.credentials().isPresent()) {
      String secret = settings.credentials().get().secret();
      stripped = secret.isEmpty() ? stripped : stripped.replace(secret, "…");
    }
    return stripped;
  }
}
