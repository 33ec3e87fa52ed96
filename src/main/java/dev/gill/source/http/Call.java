package dev.gill.source.http;

import dev.gill.source.SourceException;
import dev.gill.source.http.Targets.Hop;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One {@link Ask}, followed through redirects, pauses and failures to its answer. */
final class Call {
  private static final Logger LOG = System.getLogger(Call.class.getName());

  /** Enough for a move to https, to another name and to a place of files; loops end soon. */
  private static final int MOST_REDIRECTS = 5;

  /** Where a host asks for a pause without saying how long. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final HttpSettings settings;
  private final HttpLimits limits;
  private final Ask ask;
  private final HostLimiters limiters;
  private final Exchange exchange;
  private final Timing timing;
  private final SourceTally tally;
  private final Redactor redactor;
  private final FailureMessages messages;
  private int repeated;

  Call(
      HttpSettings settings,
      Ask ask,
      HostLimiters limiters,
      Exchange exchange,
      Timing timing,
      SourceTally tally) {
    this.settings = settings;
    this.limits = settings.limits();
    this.ask = ask;
    this.limiters = limiters;
    this.exchange = exchange;
    this.timing = timing;
    this.tally = tally;
    this.redactor =
        Redactor.to(List.of(settings.credential(), ask.credential().orElse(settings.credential())));
    this.messages = new FailureMessages(settings.source(), redactor);
  }

  HttpAnswer answer() throws SourceException, InterruptedException {
    Targets targets = new Targets(settings, messages);
    Hop hop = targets.first(ask);
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      Reply reply = reply(hop);
      if (!reply.redirects() || !ask.method().redirects()) {
        return answer(hop, reply);
      }
      hop = targets.next(hop, reply);
    }
    throw messages.broken(
        hop.place(), "%s redirects again and again: check the address of source %s");
  }

  private HttpAnswer answer(Hop hop, Reply reply) throws SourceException {
    int status = reply.status();
    if (status == 304 && !ask.known().none()) {
      return new HttpAnswer.Unchanged(Validators.of(reply.headers()).or(ask.known()));
    }
    if (status == 404 || status == 410) {
      return new HttpAnswer.Missing(status);
    }
    // A part of a document was not asked for, and would pass for the whole.
    if (status / 100 == 2 && status != 206) {
      return new HttpAnswer.Found(
          status, reply.headers(), reply.body(), Validators.of(reply.headers()));
    }
    if (status / 100 == 4) {
      return new HttpAnswer.Refused(status, messages.refusal(hop.place(), status), reply.body());
    }
    throw messages.trouble(hop.place(), status);
  }

  /** An answer that asks for no pause and speaks of no trouble. */
  private Reply reply(Hop hop) throws SourceException, InterruptedException {
    HostLimiter limiter = limiters.of(hop.place(), limits);
    Optional<Reply> reply = Optional.empty();
    while (reply.isEmpty()) {
      reply = attempt(hop, limiter);
    }
    return reply.get();
  }

  /** Empty if it is to be repeated, and may be so now. */
  private Optional<Reply> attempt(Hop hop, HostLimiter limiter)
      throws SourceException, InterruptedException {
    try {
      Reply reply = once(hop, limiter);
      if (reply.asksForPause()) {
        throttled(hop, limiter, reply);
      } else if (reply.status() < 500) {
        return Optional.of(reply);
      } else {
        failed(limiter, reply.passing(), messages.trouble(hop.place(), reply.status()));
      }
    } catch (IOException e) {
      Fault fault = Fault.of(e);
      log(hop, fault);
      failed(limiter, fault.passing(), messages.broken(hop.place(), fault, e));
    }
    return Optional.empty();
  }

  private Reply once(Hop hop, HostLimiter limiter)
      throws IOException, SourceException, InterruptedException {
    HttpRequest request = new Requests(settings, ask, messages).to(hop);
    Duration held = turn(limiter);
    if (held.isPositive()) {
      throw messages.busy(hop.place(), held);
    }
    try {
      limiter.tally().requests.increment();
      tally.sent();
      Reply reply =
          exchange.of(
              request,
              hop.place(),
              settings.internal(hop.place()),
              limits,
              bytes -> {
                limiter.tally().bytes.add(bytes);
                tally.heard();
              });
      tally.heard();
      log(hop, "%d, %d bytes".formatted(reply.status(), reply.body().length));
      return reply;
    } finally {
      limiter.leave();
    }
  }

  private Duration turn(HostLimiter limiter) throws InterruptedException {
    long since = tally.waits();
    try {
      return limiter.enter(limits.patience());
    } finally {
      tally.waited(since);
    }
  }

  /** Leaves the host alone as it asks, on behalf of all who ask it. */
  private void throttled(Hop hop, HostLimiter limiter, Reply reply) throws SourceException {
    limiter.tally().throttled.increment();
    tally.throttled();
    Optional<Duration> asked =
        reply
            .headers()
            .firstValue("Retry-After")
            .flatMap(value -> RetryAfter.parse(value, timing.clock().instant()));
    Duration least = backOff();
    Duration pause = asked.filter(wanted -> wanted.compareTo(least) > 0).orElse(least);
    limiter.hold(pause);
    if (pause.compareTo(limits.patience()) > 0 || !repeats(limiter)) {
      throw messages.busy(hop.place(), asked.isPresent() ? pause : PAUSE);
    }
  }

  /** Rests before a repetition, or gives up. */
  private void failed(HostLimiter limiter, boolean passing, SourceException failure)
      throws SourceException, InterruptedException {
    limiter.tally().failures.increment();
    Duration pause = backOff();
    if (!passing || !repeats(limiter)) {
      throw failure;
    }
    timing.sleeper().sleep(pause);
  }

  private boolean repeats(HostLimiter limiter) {
    if (!ask.repeatable() || repeated == limits.retries()) {
      return false;
    }
    repeated++;
    limiter.tally().retries.increment();
    return true;
  }

  private Duration backOff() {
    return Backoff.pause(repeated, timing.random().getAsDouble());
  }

  private void log(Hop hop, Object outcome) {
    LOG.log(
        Level.DEBUG,
        () -> "%s %s: %s".formatted(ask.method(), redactor.target(hop.uri().toString()), outcome));
  }
}
