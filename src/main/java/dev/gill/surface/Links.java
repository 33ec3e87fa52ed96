package dev.gill.surface;

import dev.gill.answer.QuoteSeal;
import dev.gill.model.Citation;
import dev.gill.model.DocId;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where documents and quotes can be opened, and which links of a source may be offered. */
public final class Links {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private Links() {}

  /** The address of a document's page, on this server. */
  public static String document(DocId id) {
    String written = URLEncoder.encode(id.toString(), StandardCharsets.UTF_8);
    return "/documents/" + written.replace("+", "%20").replace("%2F", "/").replace("%3A", ":");
  }

  /** The address of a document's page with a quote marked in it, on this server. */
  public static String quote(Citation citation, QuoteSeal seal) {
    String quote = citation.quote();
    int characters = quote.codePointCount(0, quote.length());
    String first =
        characters <= QuoteSeal.LONGEST_QUOTE
            ? quote
            : quote.substring(0, quote.offsetByCodePoints(0, QuoteSeal.LONGEST_QUOTE));
    return "%s?revision=%s&start=%d&end=%d&quote=%s&signature=%s#passage"
        .formatted(
            document(citation.doc()),
            encoded(citation.revision()),
            citation.start(),
            citation.end(),
            encoded(first),
            seal.sign(citation.doc(), citation.revision(), citation.start(), quote));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * The link if it leads to a web page, to a message that a mail program holds, and nowhere else:
   * http, https, message, or a path on this server.
   */
  public static Optional<String> safe(String link) {
    if (link.isBlank() || link.chars().anyMatch(c -> c <= ' ' || c == '\\')) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(link);
      boolean web =
          uri.getScheme() == null
              ? uri.getRawAuthority() == null && !link.startsWith("//")
              : SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT)) && uri.getHost() != null;
      boolean mail = "message".equalsIgnoreCase(uri.getScheme()) && uri.isOpaque();
      return web || mail ? Optional.of(link) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The link if it leads to a web page from wherever it is opened. */
  public static Optional<String> web(String link) {
    return safe(link).filter(url -> url.regionMatches(true, 0, "http", 0, 4));
  }
}
