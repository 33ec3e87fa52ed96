package dev.gill.surface.mcp;

import java.net.URI;
import java.util.List;

/**
 * Where agents get the tokens that they are recognised by (RFC 9728).
 *
 * @param authorizationServers none where nobody has to sign in
 */
public record ProtectedResource(List<URI> authorizationServers) {
  static final String PATH = "/.well-known/oauth-protected-resource";

  public ProtectedResource {
    authorizationServers = List.copyOf(authorizationServers);
  }

  /** Where nobody has to sign in. */
  public static ProtectedResource open() {
    return new ProtectedResource(List.of());
  }

  /**
   * What a refusal says in its header {@code WWW-Authenticate}, so that a client finds the rest.
   *
   * @param here where this Gill was reached
   */
  public String challenge(URI here) {
    return "Bearer resource_metadata=\"%s\"".formatted(here.resolve(PATH + "/mcp"));
  }
}
