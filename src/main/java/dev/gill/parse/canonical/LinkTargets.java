package dev.gill.parse.canonical;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Which targets of links are written into the text. */
public final class LinkTargets {
  private static final int LONGEST = 500;

  private LinkTargets() {}

  /**
   * How a target is written: the address of a page, a mail address, a telephone number. Empty for
   * what leads elsewhere only from within the original, and for what nobody could read.
   */
  public static String shown(String url) {
    String target = url.strip();
    if (target.length() > LONGEST || target.chars().anyMatch(Character::isWhitespace)) {
      return "";
    }
    String scheme = target.toLowerCase(Locale.ROOT);
    if (scheme.startsWith("http://") || scheme.startsWith("https://")) {
      return target;
    }
    if (scheme.startsWith("mailto:")) {
      return decoded(target.substring("mailto:".length()).split("[?]", 2)[0]);
    }
    return scheme.startsWith("tel:") ? target.substring("tel:".length()) : "";
  }

  private static String decoded(String address) {
    try {
      return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
