package dev.gill.source.dokuwiki;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Small things that are done to texts. */
final class Words {
  private static final int FNV_BASIS = 0x811c9dc5;
  private static final int FNV_PRIME = 0x01000193;

  private static final Pattern UNSEEN = Pattern.compile("(?s)<!--.*?-->");
  private static final Pattern NOTE_MARK =
      Pattern.compile(
          "<sup><a href=\"#fn[^\"]*\"[^>]*class=\"fn_(?:top|bot)\"[^>]*>[^<]*</a></sup>");

  private Words() {}

  /** A page without what its editors alone see, and without the numbers of its footnotes. */
  static String plain(String html) {
    return NOTE_MARK.matcher(UNSEEN.matcher(html).replaceAll("")).replaceAll("");
  }

  /** As a part of an address, with its colons as DokuWiki writes them. */
  static String encoded(String page) {
    return URLEncoder.encode(page, StandardCharsets.UTF_8).replace("+", "%20").replace("%3A", ":");
  }

  /** Eight hexadecimal digits of what a page says, whatever its tags are (FNV-1a). */
  static String digest(String html) {
    int hash = FNV_BASIS;
    String text = html.replaceAll("<[^>]*>", " ");
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return HexFormat.of().toHexDigits(hash);
  }
}
