package dev.gill.source.http;

import dev.gill.source.SourceException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Which addresses a request may go to, and what may go along. */
final class Targets {
  private final HttpSettings settings;
  private final FailureMessages messages;

  Targets(HttpSettings settings, FailureMessages messages) {
    this.settings = settings;
    this.messages = messages;
  }

  /**
   * The first step of a request.
   *
   * @throws SourceException if its target lies where Gill may not go
   */
  Hop first(Ask ask) throws SourceException {
    Hop base = Hop.to(settings.base(), true).orElseThrow();
    return step(base, ask.target());
  }

  /**
   * Where a redirect leads.
   *
   * @throws SourceException if Gill may not go there, or it cannot be read
   */
  Hop next(Hop from, Reply reply) throws SourceException {
    Optional<String> location = reply.headers().firstValue("Location");
    if (location.isEmpty()) {
      throw messages.broken(
          from.place(), "%s redirects to nowhere: check the address of source %s");
    }
    return step(from, location.get());
  }

  private Hop step(Hop from, String target) throws SourceException {
    Hop hop =
        from.resolve(target, settings)
            .orElseThrow(
                () ->
                    messages.broken(
                        from.place(),
                        "%s leads to an address that cannot be read: check the address of source %s"));
    if (from.place().encrypted() && !hop.place().encrypted()) {
      throw messages.broken(
          from.place(),
          "%s leads from https to http, where others read along: check the address of source %s");
    }
    if (!settings.allows(hop.place())) {
      throw messages.broken(
          hop.place(),
          "%s is no host that Gill may be sent to: if it is meant, list it among the redirect hosts of source %s");
    }
    return hop;
  }

  /**
   * An address on the way.
   *
   * @param own whether all of the way led over the configured server, so that credentials go along;
   *     a way that has left it may come back with a path of somebody else's choice
   */
  record Hop(URI uri, Endpoint place, boolean own) {
    private static Optional<Hop> to(URI uri, boolean own) {
      return Endpoint.of(uri).map(place -> new Hop(uri, place, own));
    }

    private Optional<Hop> resolve(String target, HttpSettings settings) {
      try {
        URI resolved = resolved(uri, target.strip().replaceFirst("#.*", ""));
        return to(resolved, false)
            .map(hop -> new Hop(hop.uri(), hop.place(), own && settings.own(hop.place())));
      } catch (URISyntaxException e) {
        return Optional.empty();
      }
    }

    /** RFC 3986, where {@link URI#resolve} still follows the older RFC 2396. */
    private static URI resolved(URI base, String target) throws URISyntaxException {
      String root = base.getScheme() + "://" + base.getRawAuthority();
      String path = base.getRawPath().isEmpty() ? "/" : base.getRawPath();
      if (target.isEmpty()) {
        return base.getRawQuery() == null ? new URI(root + path) : base;
      }
      return target.startsWith("?")
          ? new URI(root + path + target)
          : new URI(root + path).resolve(new URI(target));
    }
  }
}
