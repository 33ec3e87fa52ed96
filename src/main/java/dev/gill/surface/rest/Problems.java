package dev.gill.surface.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.gill.index.IndexUnavailableException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever goes wrong under {@code /api} into a problem document. */
@Singleton
class Problems {
  private static final Logger LOG = System.getLogger(Problems.class.getName());

  private static final int RETRY_SECONDS = 5;

  private final InstantSource clock;
  private final AtomicLong count = new AtomicLong();

  @Inject
  Problems(InstantSource clock) {
    this.clock = clock;
  }

  @ServerExceptionMapper
  Response badShape(MismatchedInputException e) {
    return badJson();
  }

  @ServerExceptionMapper
  Response badJson(JacksonException e) {
    return badJson();
  }

  @ServerExceptionMapper
  Response refused(WebApplicationException e, UriInfo uri) {
    if (e instanceof ProblemException ours) {
      return ours.problem().response();
    }
    if (!Boundary.covers(uri.getPath())) {
      return Response.fromResponse(e.getResponse()).entity(null).build();
    }
    return switch (e.getResponse().getStatus()) {
      case 400 -> badJson();
      case 404 -> unknownPath().response();
      case 405 -> allowing(e.getResponse(), methodNotAllowed().response());
      case 406 ->
          Problem.of(
                  406,
                  "Not acceptable",
                  "This address answers as application/json; ask for that in the Accept header.")
              .response();
      case 415 ->
          Problem.of(
                  415,
                  "Unsupported media type",
                  "Send the body as application/json and say so in the Content-Type header.")
              .response();
      default -> internal(e);
    };
  }

  @ServerExceptionMapper
  Response stopping(InterruptedException e) {
    Thread.currentThread().interrupt();
    return Problem.of(503, "Stopping", "Gill is stopping; ask again in a moment.").response();
  }

  @ServerExceptionMapper
  Response internal(Throwable e) {
    if (e instanceof IndexUnavailableException) {
      LOG.log(Level.WARNING, e.getMessage());
      return Response.fromResponse(
              Problem.of(503, "Index unavailable", "The index cannot be reached; ask again soon.")
                  .response())
          .header("Retry-After", RETRY_SECONDS)
          .build();
    }
    String id = Long.toString(clock.millis(), 36) + "-" + count.incrementAndGet();
    LOG.log(Level.ERROR, () -> "error %s: a request could not be answered".formatted(id), e);
    return Response.status(500)
        .type(MediaType.valueOf(Problem.MEDIA_TYPE))
        .entity(
            new Problem(
                "urn:gill:problem:internal-error",
                "Internal error",
                500,
                "Something went wrong inside Gill; its log says more under error %s.".formatted(id),
                id))
        .build();
  }

  static Problem unknownPath() {
    return Problem.of(
        404, "Unknown path", "There is nothing at this address; /q/openapi lists what there is.");
  }

  private static Problem methodNotAllowed() {
    return Problem.of(
        405,
        "Method not allowed",
        "This address does not know that method; /q/openapi lists what it knows.");
  }

  private static Response badJson() {
    return Problem.of(
            400,
            "Malformed body",
            "The body must be JSON such as {\"question\":\"Who is on call?\"}.")
        .response();
  }

  private static Response allowing(Response cause, Response answer) {
    String allow = cause.getHeaderString("Allow");
    return allow == null ? answer : Response.fromResponse(answer).header("Allow", allow).build();
  }
}
