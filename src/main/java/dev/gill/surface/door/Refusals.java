package dev.gill.surface.door;

import dev.gill.surface.Languages;
import dev.gill.surface.Texts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Sends refusals; counts all of them and logs some, so that nobody can fill the disk. */
@Singleton
class Refusals {
  private static final Logger LOG = System.getLogger(Refusals.class.getName());
  private static final int LINES = 10;
  private static final Duration SPAN = Duration.ofMinutes(1);
  private static final int LAST_BYTES_MILLIS = 2_000;

  private final MeterRegistry meters;
  private final InstantSource clock;
  private final Languages languages;
  private Instant until = Instant.EPOCH;
  private int logged;

  @Inject
  Refusals(MeterRegistry meters, InstantSource clock, Languages languages) {
    this.meters = meters;
    this.clock = clock;
    this.languages = languages;
  }

  /** Sends it, to a person's browser as text, with the headers that every response bears. */
  void send(Refusal refusal, RoutingContext context) {
    note(refusal);
    HttpServerRequest request = context.request();
    HttpServerResponse response = context.response();
    if (refusal.ends() || Bodies.isComing(request)) {
      response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      closeSoon(request, context.vertx());
    }
    Texts t = languages.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    boolean person = accept != null && accept.contains("text/html");
    Protection.HEADERS.forEach(
        (name, value) -> {
          if (!response.headers().contains(name)) {
            response.putHeader(name, value);
          }
        });
    if (refusal.retrySeconds() > 0) {
      response.putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(refusal.retrySeconds()));
    }
    response.setStatusCode(refusal.status());
    if (person) {
      response.putHeader(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8").end(refusal.text(t));
    } else if (isOpenAi(request)) {
      response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(refusal.openAi(t));
    } else {
      response
          .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
          .end(refusal.problem(t));
    }
  }

  private static boolean isOpenAi(HttpServerRequest request) {
    return request.path() != null && request.path().startsWith("/v1/");
  }

  private void note(Refusal refusal) {
    Counter.builder("gill.http.refused")
        .description("Requests that were refused before anything answered them")
        .tag("problem", refusal.kind())
        .register(meters)
        .increment();
    if (mayLog()) {
      LOG.log(
          Level.INFO,
          "A request was refused: {0} {1}.",
          Integer.toString(refusal.status()),
          refusal.title());
    }
  }

  private synchronized boolean mayLog() {
    Instant now = clock.instant();
    if (!now.isBefore(until) || now.isBefore(until.minus(SPAN))) {
      until = now.plus(SPAN);
      logged = 0;
    }
    if (++logged == LINES) {
      LOG.log(
          Level.INFO,
          "Requests are refused often; for a minute they are counted alone, as gill_http_refused_total.");
    }
    return logged < LINES;
  }

  /** Not at once, since a client whose bytes find no taker may never read the answer. */
  private static void closeSoon(HttpServerRequest request, Vertx vertx) {
    if (!request.isEnded()) {
      request.handler(_ -> {});
      request.endHandler(_ -> request.connection().close());
    }
    vertx.setTimer(LAST_BYTES_MILLIS, _ -> request.connection().close());
  }
}
