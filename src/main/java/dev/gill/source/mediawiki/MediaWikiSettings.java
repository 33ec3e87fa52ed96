package dev.gill.source.mediawiki;

import dev.gill.model.Audience;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.source.Secret;
import dev.gill.source.http.Credential;
import dev.gill.source.http.HttpLimits;
import dev.gill.source.http.HttpSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which pages of which wiki are followed.
 *
 * @param api the address of {@code api.php}
 * @param internalHosts hosts that may lie in this network, the wiki's own for instance
 * @param login who signs in; empty for a visitor without an account
 * @param namespaces their names or numbers; none for those that hold content, the project's pages
 *     and the help
 * @param audience who may read what everybody can read who may read the wiki; empty if the wiki
 *     says so
 * @param restricted who may read what the account can read and a visitor of an open wiki cannot;
 *     empty if such pages are left out
 * @param every how often the lists of changes are asked for
 * @param sweep how often all pages are listed
 * @param perMinute the most requests a minute
 */
public record MediaWikiSettings(
    SourceId id,
    URI api,
    Set<String> internalHosts,
    Optional<Login> login,
    List<String> namespaces,
    Optional<Audience> audience,
    Optional<Audience> restricted,
    Duration every,
    Duration sweep,
    int perMinute) {
  /** A bot password: the name that goes with it, such as {@code Gill@reader}, and the password. */
  public record Login(String name, Secret password) {}

  public MediaWikiSettings {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(api, "api");
    internalHosts = Set.copyOf(internalHosts);
    Objects.requireNonNull(login, "login");
    namespaces = List.copyOf(namespaces);
    Objects.requireNonNull(audience, "audience");
    Objects.requireNonNull(restricted, "restricted");
    Objects.requireNonNull(every, "every");
    Objects.requireNonNull(sweep, "sweep");
  }

  HttpSettings http() {
    HttpLimits limits = HttpLimits.USUAL.withPerMinute(perMinute);
    return new HttpSettings(id, api, Set.of(), internalHosts, new Credential.None(), limits);
  }

  /** What whoever may read the wiki can read. */
  Scope open() {
    return Scope.whole(id);
  }

  /** What the account can read and a visitor cannot. */
  Scope restrictedScope() {
    return new Scope(id, "restricted");
  }

  /** What decides which pages are reported, and how. */
  String choice() {
    return String.join("\n", api.toString(), namespaces.toString(), "" + restricted.isPresent());
  }

  @Override
  public String toString() {
    return "MediaWikiSettings[%s]".formatted(id);
  }
}
