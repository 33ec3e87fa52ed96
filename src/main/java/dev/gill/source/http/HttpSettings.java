package dev.gill.source.http;

import dev.gill.model.SourceId;
import dev.gill.source.Address;
import dev.gill.source.Secret;
import java.net.URI;
import java.util.Objects;
import java.util.Set;

/**
 * Which host is asked, how, and where else it may send Gill.
 *
 * @param source whose settings these are, for messages
 * @param base what targets are relative to: {@code https}, or {@code http}, without user and
 *     password
 * @param redirectHosts hosts besides the one of {@code base} that redirects and whole addresses may
 *     lead to, as {@code files.example.org} for the standard ports or {@code
 *     files.example.org:8443}; they get no credentials
 * @param internalHosts hosts, written the same way, whose addresses may be private, link-local or
 *     this machine's own; only they are sent credentials without encryption
 * @param credential who asks
 */
public record HttpSettings(
    SourceId source,
    URI base,
    Set<String> redirectHosts,
    Set<String> internalHosts,
    Credential credential,
    HttpLimits limits) {
  public HttpSettings {
    Objects.requireNonNull(source, "source");
    redirectHosts = Hosts.checked(redirectHosts);
    internalHosts = Hosts.checked(internalHosts);
    Objects.requireNonNull(limits, "limits");
    Endpoint place = Endpoint.of(base).orElseThrow(() -> unreadable(source));
    if (!(credential instanceof Credential.None) && !open(place, internalHosts)) {
      throw new IllegalArgumentException(
          "the password or token of source %s would travel unencrypted: write https, or list its host among the internal hosts"
              .formatted(source));
    }
  }

  /**
   * With no other hosts and the usual limits. A user and password in the address become its
   * credential.
   *
   * @throws IllegalArgumentException if the address cannot be read; it is not repeated
   */
  public static HttpSettings of(SourceId source, String address) {
    Address read = parsed(source, address);
    return new HttpSettings(
        source, uri(source, read), Set.of(), Set.of(), credential(source, read), HttpLimits.USUAL);
  }

  /** Whether Gill may go there at all. */
  boolean allows(Endpoint place) {
    return own(place) || Hosts.holds(redirectHosts, place);
  }

  /** Whether it is the configured server, which credentials are for. */
  boolean own(Endpoint place) {
    return Endpoint.of(base).orElseThrow().leadsTo(place);
  }

  boolean internal(Endpoint place) {
    return Hosts.holds(internalHosts, place);
  }

  /** Whether a credential may travel there. */
  boolean trusts(Endpoint place) {
    return own(place) && open(place, internalHosts);
  }

  private static boolean open(Endpoint place, Set<String> internalHosts) {
    return place.encrypted() || Hosts.holds(internalHosts, place);
  }

  private static Credential credential(SourceId source, Address read) {
    if (read.user().isEmpty()) {
      return new Credential.None();
    }
    // A user alone may be a token or a name: which of them, the settings must say.
    String password =
        read.secret().filter(word -> !word.isEmpty()).orElseThrow(() -> unreadable(source));
    return new Credential.Basic(read.user().get(), Secret.of(password));
  }

  private static URI uri(SourceId source, Address read) {
    try {
      return URI.create(read.location());
    } catch (IllegalArgumentException e) {
      throw unreadable(source);
    }
  }

  private static Address parsed(SourceId source, String address) {
    try {
      return Address.parse(source, address);
    } catch (IllegalArgumentException e) {
      throw unreadable(source);
    }
  }

  private static IllegalArgumentException unreadable(SourceId source) {
    return new IllegalArgumentException(
        "the url of source %s cannot be read: write https://HOST/PATH, without user and password, and give those apart"
            .formatted(source));
  }

  @Override
  public String toString() {
    return "HttpSettings[%s, %s]".formatted(source, shown());
  }

  /** The server's host, as it may be shown. */
  public String shown() {
    return Endpoint.of(base).orElseThrow().shown(source);
  }
}
