package dev.gill.surface.web;

import dev.gill.model.DocId;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which links of a source a page may offer. */
final class Links {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private Links() {}

  /** The address of a document's page. */
  static String document(DocId id) {
    String written = URLEncoder.encode(id.toString(), StandardCharsets.UTF_8);
    return "/documents/" + written.replace("+", "%20").replace("%2F", "/").replace("%3A", ":");
  }

  /**
   * The link if it leads to a web page, to a message that a mail program holds, and nowhere else:
   * http, https, message, or a path on this server.
   */
  static Optional<String> safe(String link) {
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
}
