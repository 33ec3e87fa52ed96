package dev.gill.surface.signin;

import dev.gill.surface.ProtectedResource;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who has to sign in, and where. */
public sealed interface SignIn {
  /** The realm of what a provider calls those whom it signs in. */
  String REALM = "signin";

  /** Nobody, since only this machine can reach this Gill. */
  record None() implements SignIn {}

  /** Nobody, wherever they come from. */
  record Open() implements SignIn {}

  /**
   * Everybody, at a provider of OpenID Connect.
   *
   * @param issuer the provider's address
   * @param clientId under which name the provider knows this Gill
   * @param clientSecret what proves that to the provider
   * @param url where people reach this Gill, without a path
   * @param scopes what is asked of the provider, besides openid
   * @param groupsClaim the claim that names somebody's groups
   * @param lasts how long a sign-in lasts
   * @param audience as whom else the provider's access tokens name this Gill; empty for none
   */
  record Oidc(
      URI issuer,
      String clientId,
      String clientSecret,
      URI url,
      List<String> scopes,
      String groupsClaim,
      Duration lasts,
      Optional<String> audience)
      implements SignIn {
    public Oidc {
      scopes = List.copyOf(scopes);
    }

    /** Whether people reach this Gill by TLS. */
    boolean isSecure() {
      return url.getScheme().equals("https");
    }

    /** As whom the provider's access tokens name this Gill: its address, and what agents call. */
    Set<String> audiences() {
      Set<String> audiences = new HashSet<>();
      audiences.add(url.toString());
      audiences.add(url.toString().replaceAll("/$", ""));
      audiences.add(url.resolve(ProtectedResource.AGENTS).toString());
      audience.ifPresent(audiences::add);
      return audiences;
    }

    /** Where the provider sends people back to. */
    URI callback() {
      return url.resolve("/signin/callback");
    }

    @Override
    public String toString() {
      return "Oidc[" + issuer + "]";
    }
  }
}
