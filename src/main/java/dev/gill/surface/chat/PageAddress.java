package dev.gill.surface.chat;

import dev.gill.answer.QuoteSeal;
import dev.gill.model.Citation;
import dev.gill.model.DocId;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Where Gill's own pages lie for somebody who is not on one of them.
 *
 * @param base such as {@code https://gill.example.com}; empty if nobody said, and then no page is
 *     linked to
 */
public record PageAddress(Optional<URI> base) {
  private static final int LONGEST_LINK = 2_800;

  /** The page of a document at a quote; empty if there is no address. */
  String of(Citation cited, QuoteSeal seal) {
    String page = of(cited.doc());
    if (page.isEmpty()) {
      return "";
    }
    String place =
        "?revision=%s&start=%d&end=%d"
            .formatted(encoded(cited.revision()), cited.start(), cited.end());
    String quote =
        "&quote=%s&signature=%s"
            .formatted(
                encoded(first(cited.quote())),
                seal.sign(cited.doc(), cited.revision(), cited.start(), cited.quote()));
    String whole = page + place + quote + "#passage";
    return whole.length() <= LONGEST_LINK ? whole : page + place + "#passage";
  }

  /** The page of a document; empty if there is no address. */
  String of(DocId doc) {
    return base.map(root -> below(root, "documents/" + path(doc))).orElse("");
  }

  /** The page that answers a question; empty if there is no address. */
  String asking(String question) {
    return base.map(root -> below(root, "?q=" + encoded(question))).orElse("");
  }

  /** A link of a source if it leads to a web page; empty if not. */
  String original(String link) {
    if (link.isBlank() || link.chars().anyMatch(c -> c <= ' ' || c == '\\' || c == '|')) {
      return "";
    }
    try {
      URI uri = new URI(link);
      if (uri.getScheme() == null) {
        boolean own = link.startsWith("/") && !link.startsWith("//");
        return own ? base.map(root -> below(root, link.substring(1))).orElse("") : "";
      }
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      boolean web = (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
      return web && link.length() <= LONGEST_LINK ? link : "";
    } catch (URISyntaxException e) {
      return "";
    }
  }

  private static String below(URI root, String path) {
    String text = root.toString();
    return (text.endsWith("/") ? text : text + "/") + path;
  }

  private static String path(DocId doc) {
    return encoded(doc.toString()).replace("%2F", "/").replace("%3A", ":");
  }

  private static String first(String quote) {
    int most = QuoteSeal.LONGEST_QUOTE;
    return quote.codePointCount(0, quote.length()) <= most
        ? quote
        : quote.substring(0, quote.offsetByCodePoints(0, most));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
