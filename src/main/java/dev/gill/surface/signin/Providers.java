package dev.gill.surface.signin;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** The provider at which people sign in, if they do. */
@Singleton
class Providers {
  private final Optional<Provider> provider;

  @Inject
  Providers(SignIn mode, InstantSource clock) {
    this.provider =
        mode instanceof SignIn.Oidc oidc
            ? Optional.of(new Provider(oidc, clock))
            : Optional.empty();
  }

  Optional<Provider> provider() {
    return provider;
  }
}
