package dev.gill.surface.signin;

import dev.gill.ledger.AccessToken;
import dev.gill.ledger.AccessTokens;
import dev.gill.ledger.TokenScope;
import dev.gill.model.Identity;
import dev.gill.surface.Caller;
import dev.gill.surface.CurrentCaller;
import dev.gill.surface.Forgetter;
import dev.gill.surface.Languages;
import dev.gill.surface.Right;
import dev.gill.surface.Texts;
import io.quarkus.qute.Template;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page of whoever signed in: what Gill knows of them, their tokens, and their opting out. */
@Path("/me")
class AccountResource {
  private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
  private static final Pattern DAYS = Pattern.compile("[0-9]{1,3}");
  private static final int MOST_TOKENS = 50;

  private final CurrentCaller current;
  private final AccessTokens tokens;
  private final Forgetter forgetter;
  private final Languages languages;
  private final InstantSource clock;
  private final Template account;

  @Inject
  AccountResource(
      CurrentCaller current,
      AccessTokens tokens,
      Forgetter forgetter,
      Languages languages,
      InstantSource clock,
      Template account) {
    this.current = current;
    this.tokens = tokens;
    this.forgetter = forgetter;
    this.languages = languages;
    this.clock = clock;
    this.account = account;
  }

  /** A token as its row shows it. */
  record Row(String id, String name, String scopes, Instant until, boolean holds) {}

  @GET
  @Operation(hidden = true)
  public Response show(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted)
      throws IOException {
    return page(200, me(), languages.of(accepted), null, null);
  }

  @POST
  @Path("tokens")
  @Operation(hidden = true)
  public Response make(
      @FormParam("name") String name,
      @FormParam("days") String days,
      @FormParam("scope") List<String> scopes,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted)
      throws IOException {
    Caller me = me();
    Texts t = languages.of(accepted);
    Optional<Set<TokenScope>> wanted = scopes(me, scopes);
    boolean right = name != null && days != null && DAYS.matcher(days).matches();
    if (wanted.isEmpty() || !right || mine(me).size() >= MOST_TOKENS) {
      return page(400, me, t, null, t.of("account.token.wrong"));
    }
    try {
      AccessTokens.Made made =
          tokens.make(name, owner(me), wanted.get(), Duration.ofDays(Integer.parseInt(days)));
      return page(200, me, t, made.secret(), null);
    } catch (IllegalArgumentException e) {
      return page(400, me, t, null, t.of("account.token.wrong"));
    }
  }

  @POST
  @Path("tokens/{id}/revoke")
  @Operation(hidden = true)
  public Response revoke(@PathParam("id") String id) throws IOException {
    if (mine(me()).stream().noneMatch(each -> each.id().equals(id))) {
      throw new NotFoundException();
    }
    tokens.revoke(id);
    return back();
  }

  @POST
  @Path("optout")
  @Operation(hidden = true)
  public Response optOut() throws IOException {
    forgetter.forget(me().identities());
    return back();
  }

  /** Whoever comes with a token makes no others with it. */
  private Caller me() {
    Caller caller = current.get();
    if (caller.proof() != Caller.Proof.SESSION) {
      throw new NotFoundException();
    }
    return caller;
  }

  private static Optional<Set<TokenScope>> scopes(Caller me, List<String> written) {
    Set<TokenScope> scopes = EnumSet.noneOf(TokenScope.class);
    try {
      written.forEach(each -> scopes.add(TokenScope.parse(each)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    boolean more = scopes.contains(TokenScope.ADMIN) && !me.may(Right.ADMIN);
    return scopes.isEmpty() || more ? Optional.empty() : Optional.of(scopes);
  }

  /** By the address that other systems know them by, if there is one. */
  private static Identity owner(Caller me) {
    return me.identities().stream()
        .filter(each -> each.realm().equals(Identity.EMAIL))
        .findFirst()
        .orElseGet(() -> me.identities().iterator().next());
  }

  private List<AccessToken> mine(Caller me) throws IOException {
    return tokens.all().stream().filter(each -> me.identities().contains(each.owner())).toList();
  }

  private static Response back() {
    return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, "/me").build();
  }

  private Response page(int status, Caller me, Texts t, String secret, String wrong)
      throws IOException {
    Instant now = clock.instant();
    List<Row> rows =
        mine(me).stream()
            .map(
                each ->
                    new Row(
                        each.id(),
                        each.name(),
                        String.join(
                            ", ",
                            each.scopes().stream().sorted().map(TokenScope::toString).toList()),
                        each.until(),
                        each.holdsAt(now)))
            .toList();
    return Response.status(status)
        .type(HTML)
        .entity(
            account
                .data("t", t)
                .data("name", me.name())
                .data("known", me.identities().stream().sorted().map(Identity::toString).toList())
                .data("admin", me.may(Right.ADMIN))
                .data("tokens", rows)
                .data("secret", secret)
                .data("wrong", wrong)
                .data("forgotten", forgetter.hasForgotten(me.identities()))
                .render())
        .build();
  }
}
