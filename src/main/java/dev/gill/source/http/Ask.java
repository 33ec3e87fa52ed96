package dev.gill.source.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One request to a host. Its text form shows neither secrets nor the body.
 *
 * @param target relative to the configured address, or a whole address such as a server names for
 *     the next page or for a file; it must lie on the configured host or on one of the redirect
 *     hosts
 * @param headers such as {@code Accept}; they go to the configured host alone, {@code Accept} apart
 * @param known what the answer was known by when it was last read
 * @param credential who asks, if not the one of the settings
 * @param repeatable whether asking twice does no harm, so that it is asked again after a failure
 */
public record Ask(
    Method method,
    String target,
    Map<String, String> headers,
    Optional<Body> body,
    Validators known,
    Optional<Credential> credential,
    boolean repeatable) {
  /** How it is asked. All but {@code POST} are idempotent and are asked again after a failure. */
  public enum Method {
    GET,
    HEAD,
    PROPFIND,
    REPORT,
    POST;

    boolean redirects() {
      return this == GET || this == HEAD;
    }
  }

  /** What is sent along. */
  public record Body(String type, byte[] bytes) {
    public Body {
      HeaderLine.plain("Content-Type", type);
      Objects.requireNonNull(bytes, "bytes");
    }

    @Override
    public String toString() {
      return "%d bytes".formatted(bytes.length);
    }
  }

  public Ask {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(target, "target");
    headers.forEach(HeaderLine::plain);
    headers = Map.copyOf(headers);
    Objects.requireNonNull(body, "body");
    if (body.isPresent() && method.redirects()) {
      throw new IllegalArgumentException(method + " sends no body: leave it out, or use POST");
    }
    Objects.requireNonNull(known, "known");
    Objects.requireNonNull(credential, "credential");
  }

  /** Asks for a document. */
  public static Ask get(String target) {
    return of(Method.GET, target, Optional.empty());
  }

  /** Sends a body, once; see {@link #again()}. */
  public static Ask post(String target, String type, byte[] bytes) {
    return of(Method.POST, target, Optional.of(new Body(type, bytes)));
  }

  /** Asks in any way. */
  public static Ask of(Method method, String target, Optional<Body> body) {
    return new Ask(
        method, target, Map.of(), body, Validators.NONE, Optional.empty(), method != Method.POST);
  }

  /** With one more header. */
  public Ask header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Ask(method, target, more, body, known, credential, repeatable);
  }

  /** Asks for the document only if it has changed since. */
  public Ask ifChanged(Validators since) {
    return new Ask(method, target, headers, body, since, credential, repeatable);
  }

  /** Asks as somebody else, for instance with the token of a session. */
  public Ask as(Credential other) {
    return new Ask(method, target, headers, body, known, Optional.of(other), repeatable);
  }

  /** A {@code POST} that changes nothing, such as a search: it is asked again after a failure. */
  public Ask again() {
    return new Ask(method, target, headers, body, known, credential, true);
  }

  @Override
  public String toString() {
    return "%s %s".formatted(method, Redactor.to(credential.stream().toList()).target(target));
  }
}
