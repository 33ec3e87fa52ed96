package dev.gill.source.http;

import java.net.http.HttpHeaders;
import java.util.Objects;
import java.util.Optional;

/**
 * What a server says a document's present form can be known by, RFC 9110, 8.8. Adapters keep it
 * with the document and hand it back with {@link Ask#ifChanged}.
 *
 * @param etag as it came, quotes and {@code W/} included
 * @param lastModified as it came, an HTTP date
 */
public record Validators(Optional<String> etag, Optional<String> lastModified) {
  /** Nothing to know it by: the document comes in full. */
  public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

  public Validators {
    Objects.requireNonNull(etag, "etag");
    Objects.requireNonNull(lastModified, "lastModified");
    etag.ifPresent(value -> HeaderLine.plain("If-None-Match", value));
    lastModified.ifPresent(value -> HeaderLine.plain("If-Modified-Since", value));
  }

  boolean none() {
    return etag.isEmpty() && lastModified.isEmpty();
  }

  /** Those of an answer; what cannot be sent back counts as absent. */
  static Validators of(HttpHeaders headers) {
    return new Validators(
        headers.firstValue("ETag").filter(Validators::sendable),
        headers.firstValue("Last-Modified").filter(Validators::sendable));
  }

  /** These, or for what is absent in them the earlier ones. */
  Validators or(Validators earlier) {
    return new Validators(etag.or(earlier::etag), lastModified.or(earlier::lastModified));
  }

  private static boolean sendable(String value) {
    return value.length() <= 1000 && HeaderLine.sendable(value);
  }
}
