package dev.gill.surface.signin;

import dev.gill.ledger.AccessToken;
import dev.gill.ledger.AccessTokens;
import dev.gill.ledger.TokenScope;
import dev.gill.surface.Caller;
import dev.gill.surface.Recognizer;
import dev.gill.surface.Right;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Knows callers by access tokens and sessions, and lets others in where nobody signs in. */
@Singleton
class Recognizing implements Recognizer {
  private static final String BEARER = "bearer ";

  private final SignIn signIn;
  private final Sessions sessions;
  private final AccessTokens tokens;
  private final Admins admins;
  private final ProviderTokens providers;

  @Inject
  Recognizing(
      SignIn signIn,
      Sessions sessions,
      AccessTokens tokens,
      Admins admins,
      ProviderTokens providers) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.tokens = tokens;
    this.admins = admins;
    this.providers = providers;
  }

  @Override
  public Recognized recognize(Shown shown) {
    Optional<String> bearer = shown.authorization().flatMap(Recognizing::bearer);
    if (bearer.filter(secret -> secret.startsWith(AccessTokens.PREFIX)).isPresent()) {
      return bearer
          .flatMap(tokens::proved)
          .<Recognized>map(token -> new Recognized.Known(caller(token)))
          .orElseGet(Recognized.BadToken::new);
    }
    return switch (signIn) {
      case SignIn.None() -> new Recognized.Known(Caller.ofThisMachine());
      case SignIn.Open() -> new Recognized.Known(Caller.visitor());
      case SignIn.Oidc oidc when shown.authorization().isEmpty() ->
          shown
              .cookie()
              .apply(new Cookies(oidc.isSecure()).session())
              .flatMap(sessions::of)
              .<Recognized>map(Recognized.Known::new)
              .orElseGet(Recognized.Stranger::new);
      case SignIn.Oidc _ ->
          bearer
              .filter(providers::mayTake)
              .map(this::ofProvider)
              .orElseGet(Recognized.BadToken::new);
    };
  }

  private Recognized ofProvider(String token) {
    return providers
        .known(token)
        .<Recognized>map(Recognized.Known::new)
        .orElseGet(() -> new Recognized.ToBeChecked(() -> checked(token)));
  }

  private Recognized checked(String token) {
    try {
      return providers
          .check(token)
          .<Recognized>map(Recognized.Known::new)
          .orElseGet(Recognized.BadToken::new);
    } catch (SignInException e) {
      return new Recognized.Unchecked();
    }
  }

  private static Optional<String> bearer(String authorization) {
    return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(authorization.substring(BEARER.length()).strip())
        : Optional.empty();
  }

  /** A scope gives what its owner has, and nothing besides. */
  private Caller caller(AccessToken token) {
    Set<Right> rights = EnumSet.noneOf(Right.class);
    for (TokenScope scope : token.scopes()) {
      switch (scope) {
        case ASK -> rights.add(Right.ASK);
        case READ -> rights.add(Right.READ);
        case ADMIN -> {
          if (admins.has(Set.of(token.owner()), Set.of())) {
            rights.add(Right.SYNC);
            rights.add(Right.ADMIN);
          }
        }
      }
    }
    return new Caller(
        Caller.Proof.TOKEN, token.owner().id(), Set.of(token.owner()), Set.of(), rights);
  }
}
