package dev.gill.surface.openai;

import dev.gill.index.IndexUnavailableException;
import dev.gill.surface.Languages;
import dev.gill.surface.Texts;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Answers whatever goes wrong as clients of OpenAI expect it. */
@Singleton
class Failures {
  private static final Logger LOG = System.getLogger(Failures.class.getName());
  private static final int RETRY_SECONDS = 5;

  private final Languages languages;
  private final InstantSource clock;
  private final AtomicLong count = new AtomicLong();

  @Inject
  Failures(Languages languages, InstantSource clock) {
    this.languages = languages;
    this.clock = clock;
  }

  /** What answers a request. */
  interface Work {
    Response answer() throws RefusedException, InterruptedException;
  }

  /**
   * Does the work, and says what went wrong with it.
   *
   * @param accepted the languages that are accepted; may be null
   */
  Response mended(String accepted, Work work) {
    Texts t = languages.of(accepted);
    try {
      return work.answer();
    } catch (RefusedException e) {
      return e.reply(t).response();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return later(ErrorReply.of(503, "stopping", null, t.of("problem.stopping")));
    } catch (IndexUnavailableException e) {
      LOG.log(Level.WARNING, e.getMessage());
      return later(ErrorReply.of(503, "index_unavailable", null, t.of("problem.index")));
    } catch (RuntimeException e) {
      String id = "v1-" + Long.toString(clock.millis(), 36) + "-" + count.incrementAndGet();
      LOG.log(Level.ERROR, () -> "error %s: a request could not be answered".formatted(id), e);
      return ErrorReply.of(500, "internal_error", null, t.with("problem.internal", id)).response();
    }
  }

  private static Response later(ErrorReply reply) {
    return Response.fromResponse(reply.response()).header("Retry-After", RETRY_SECONDS).build();
  }
}
