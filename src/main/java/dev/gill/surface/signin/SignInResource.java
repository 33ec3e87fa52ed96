package dev.gill.surface.signin;

import dev.gill.surface.Caller;
import dev.gill.surface.Languages;
import dev.gill.surface.OwnProof;
import dev.gill.surface.Texts;
import dev.gill.surface.signin.SignInException.Kind;
import io.quarkus.qute.Template;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where somebody's browser goes to sign in, comes back from the provider, and signs out. */
@Path("/signin")
@OwnProof
class SignInResource {
  private static final Logger LOG = System.getLogger(SignInResource.class.getName());
  private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
  private static final int LONGEST_CODE = 4_096;
  private static final int RETRY_SECONDS = 5;

  /** Where people sign in, with what that needs. */
  private record Desk(SignIn.Oidc settings, Provider provider, Cookies cookies) {}

  private final Optional<Desk> desk;
  private final Attempts attempts;
  private final Sessions sessions;
  private final Admins admins;
  private final Languages languages;
  private final Template signin;

  @Inject
  SignInResource(
      SignIn mode,
      Attempts attempts,
      Sessions sessions,
      Admins admins,
      Languages languages,
      Template signin,
      Providers providers) {
    this.desk =
        mode instanceof SignIn.Oidc oidc
            ? providers
                .provider()
                .map(provider -> new Desk(oidc, provider, new Cookies(oidc.isSecure())))
            : Optional.empty();
    this.attempts = attempts;
    this.sessions = sessions;
    this.admins = admins;
    this.languages = languages;
    this.signin = signin;
  }

  @GET
  @Path("start")
  @Operation(hidden = true)
  public Response start(
      @QueryParam("to") String to, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    Desk here = here();
    Attempt attempt = attempts.begin(to == null ? "/" : to);
    try {
      URI provider = here.provider().address(attempt);
      return Response.status(Response.Status.SEE_OTHER)
          .header(HttpHeaders.LOCATION, provider.toASCIIString())
          .cookie(
              here.cookies().of(here.cookies().attempt(), attempts.sealed(attempt), Attempts.LAST))
          .build();
    } catch (SignInException e) {
      return failed(e, here, accepted);
    }
  }

  @GET
  @Path("callback")
  @Operation(hidden = true)
  public Response callback(
      @QueryParam("code") String code,
      @QueryParam("state") String state,
      @QueryParam("error") String error,
      @QueryParam("iss") String issuer,
      HttpHeaders headers) {
    Desk here = here();
    try {
      Attempt attempt =
          attempts.finish(cookie(headers, here.cookies().attempt()), Optional.ofNullable(state));
      if (error != null) {
        throw new SignInException(Kind.DENIED, "the provider did not sign them in");
      }
      if (code == null || code.isBlank() || code.length() > LONGEST_CODE) {
        throw new SignInException(Kind.STRAY, "it brings no code");
      }
      Provider.Said said = here.provider().redeem(attempt, code, Optional.ofNullable(issuer));
      Caller caller = Claims.caller(said::claim, here.settings().groupsClaim(), admins);
      cookie(headers, here.cookies().session()).ifPresent(sessions::end);
      return Response.status(Response.Status.SEE_OTHER)
          .header(HttpHeaders.LOCATION, attempt.to())
          .cookie(
              here.cookies()
                  .of(here.cookies().session(), sessions.begin(caller), here.settings().lasts()))
          .cookie(here.cookies().gone(here.cookies().attempt()))
          .build();
    } catch (SignInException e) {
      return failed(e, here, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
  }

  /** Reached by a form of our own pages; the door refuses those of others. */
  @POST
  @Path("end")
  @Operation(hidden = true)
  public Response end(HttpHeaders headers) {
    Desk here = here();
    cookie(headers, here.cookies().session()).ifPresent(sessions::end);
    return Response.status(Response.Status.SEE_OTHER)
        .header(HttpHeaders.LOCATION, "/signin/ended")
        .cookie(here.cookies().gone(here.cookies().session()))
        .build();
  }

  @GET
  @Path("ended")
  @Operation(hidden = true)
  public Response ended(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    Desk here = here();
    Texts t = languages.of(accepted);
    String farewell =
        here.provider()
            .farewell()
            .map(end -> end + "?client_id=" + encoded(here.settings().clientId()))
            .orElse(null);
    return page(200, t, "ended", farewell).build();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Desk here() {
    return desk.orElseThrow(NotFoundException::new);
  }

  private static Optional<String> cookie(HttpHeaders headers, String name) {
    return Optional.ofNullable(headers.getCookies().get(name)).map(Cookie::getValue);
  }

  /** What went wrong is in the log, and on the page in words that hold nothing of it. */
  private Response failed(SignInException e, Desk here, String accepted) {
    LOG.log(level(e.kind()), "Somebody could not sign in: {0}.", e.getMessage());
    Response.ResponseBuilder page =
        page(
            e.kind().status(),
            languages.of(accepted),
            e.kind().name().toLowerCase(Locale.ROOT),
            null);
    if (e.kind() == Kind.PROVIDER) {
      page.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    return page.cookie(here.cookies().gone(here.cookies().attempt())).build();
  }

  /** What strangers can bring about by themselves fills no log. */
  private static Level level(Kind kind) {
    return switch (kind) {
      case STRAY, DENIED -> Level.DEBUG;
      case UNTRUSTED, PROVIDER -> Level.WARNING;
    };
  }

  private Response.ResponseBuilder page(int status, Texts t, String what, String farewell) {
    return Response.status(status)
        .type(HTML)
        .entity(
            signin
                .data("t", t)
                .data("heading", t.of("signin." + what))
                .data("text", t.of("signin." + what + ".text"))
                .data("farewell", farewell)
                .render());
  }
}
