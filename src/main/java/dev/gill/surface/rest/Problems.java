package dev.gill.surface.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.gill.index.IndexUnavailableException;
import dev.gill.ledger.LedgerException;
import dev.gill.surface.Languages;
import dev.gill.surface.Texts;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Turns whatever goes wrong under {@code /api} into a problem document. What to do stands in it in
 * the language that the request accepts; its title names the kind and stays the same.
 */
@Singleton
class Problems {
  private static final Logger LOG = System.getLogger(Problems.class.getName());

  private static final int RETRY_SECONDS = 5;

  private final InstantSource clock;
  private final Languages languages;
  private final AtomicLong count = new AtomicLong();

  @Inject
  Problems(InstantSource clock, Languages languages) {
    this.clock = clock;
    this.languages = languages;
  }

  private Texts texts(HttpHeaders headers) {
    return languages.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }

  @ServerExceptionMapper
  Response badShape(MismatchedInputException e, HttpHeaders headers) {
    return badJson(texts(headers));
  }

  @ServerExceptionMapper
  Response badJson(JacksonException e, HttpHeaders headers) {
    return badJson(texts(headers));
  }

  @ServerExceptionMapper
  Response refused(WebApplicationException e, UriInfo uri, HttpHeaders headers) {
    Texts t = texts(headers);
    if (e instanceof ProblemException ours) {
      return ours.problem(t).response();
    }
    if (!Boundary.covers(uri.getPath())) {
      return Response.fromResponse(e.getResponse()).entity(null).build();
    }
    return switch (e.getResponse().getStatus()) {
      case 400 -> badJson(t);
      case 404 -> unknownPath(t).response();
      case 405 ->
          allowing(
              e.getResponse(),
              Problem.of(405, "Method not allowed", t.of("problem.method")).response());
      case 406 -> Problem.of(406, "Not acceptable", t.of("problem.accept")).response();
      case 415 -> Problem.of(415, "Unsupported media type", t.of("problem.type")).response();
      default -> internal(e, t);
    };
  }

  @ServerExceptionMapper
  Response stopping(InterruptedException e, HttpHeaders headers) {
    Thread.currentThread().interrupt();
    return Problem.of(503, "Stopping", texts(headers).of("problem.stopping")).response();
  }

  @ServerExceptionMapper
  Response internal(Throwable e, HttpHeaders headers) {
    return internal(e, texts(headers));
  }

  Response internal(Throwable e, Texts t) {
    if (e instanceof IndexUnavailableException) {
      LOG.log(Level.WARNING, e.getMessage());
      return Response.fromResponse(
              Problem.of(503, "Index unavailable", t.of("problem.index")).response())
          .header("Retry-After", RETRY_SECONDS)
          .build();
    }
    if (e instanceof LedgerException) {
      return Response.fromResponse(
              Problem.of(503, "Trail unavailable", languages.reworded(e.getMessage(), t).text())
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
                t.with("problem.internal", id),
                id))
        .build();
  }

  static Problem unknownPath(Texts t) {
    return Problem.of(404, "Unknown path", t.of("problem.path"));
  }

  private static Response badJson(Texts t) {
    return Problem.of(400, "Malformed body", t.of("problem.body")).response();
  }

  private static Response allowing(Response cause, Response answer) {
    String allow = cause.getHeaderString("Allow");
    return allow == null ? answer : Response.fromResponse(answer).header("Allow", allow).build();
  }
}
