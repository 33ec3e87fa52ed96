package dev.gill.surface;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where programs get tokens that this Gill takes, as OAuth 2.0 has it (RFC 9728).
 *
 * @param home where people reach this Gill, with a slash at its end; empty where none are taken
 * @param authorizationServers who gives them out
 */
public record ProtectedResource(Optional<URI> home, List<URI> authorizationServers) {
  /** Where the description lies; the path of what it describes may follow. */
  public static final String PATH = "/.well-known/oauth-protected-resource";

  /** Where agents ask, which is described by itself. */
  public static final String AGENTS = "/mcp";

  public ProtectedResource {
    authorizationServers = List.copyOf(authorizationServers);
  }

  /** Where nobody has to sign in. */
  public static ProtectedResource open() {
    return new ProtectedResource(Optional.empty(), List.of());
  }

  /** Where these give tokens out. */
  public static ProtectedResource at(URI home, List<URI> authorizationServers) {
    return new ProtectedResource(Optional.of(home), authorizationServers);
  }

  /**
   * The name of what is asked for, by which tokens are made for it; empty where none are taken.
   *
   * @param path of what is asked for
   */
  public Optional<URI> resource(String path) {
    return home.map(at -> isOfAgents(path) ? at.resolve(AGENTS) : at);
  }

  /**
   * What a refusal adds to its header {@code WWW-Authenticate}, so that a client finds the rest.
   *
   * @param path of what was asked for
   */
  public String challenge(String path) {
    return home.map(at -> at.resolve(PATH + (isOfAgents(path) ? AGENTS : "")))
        .map(", resource_metadata=\"%s\""::formatted)
        .orElse("");
  }

  private static boolean isOfAgents(String path) {
    return path.equals(AGENTS) || path.startsWith(AGENTS + "/");
  }
}
