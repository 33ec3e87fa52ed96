package dev.gill.app;

import dev.gill.answer.Answerer;
import dev.gill.app.config.GapSettings;
import dev.gill.app.config.GillConfig;
import dev.gill.app.config.Sources;
import dev.gill.app.house.House;
import dev.gill.gaps.Gaps;
import dev.gill.gaps.Watch;
import dev.gill.ledger.TrailBook;
import dev.gill.model.VerifiedAnswers;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Hands what was asked in vain, and verified answers, to the surfaces, and watches over both. */
@Singleton
final class GapWiring {
  private static final Duration EVERY = Duration.ofMinutes(1);

  private WatchLoop loop;

  /** Nothing runs where no channel is configured. */
  void start(
      @Observes StartupEvent event,
      GillConfig config,
      House house,
      Gaps gaps,
      VerifiedAnswers answers,
      Clock clock) {
    Optional<URI> webhook = GapSettings.webhook(config);
    if (webhook.isPresent()) {
      Watch watch =
          new Watch(
              gaps,
              answers,
              new PostingAnnouncer(webhook.get()),
              house.engine(),
              () -> GapSettings.channel(config),
              clock,
              GapSettings.asked(config));
      loop = new WatchLoop(watch, EVERY).start();
    }
  }

  @PreDestroy
  void stop() {
    if (loop != null) {
      loop.close();
    }
  }

  @Produces
  @Singleton
  Gaps gaps(TrailBook book, House house) {
    Answerer untimed = house.answerer();
    return new Gaps(book, house.embedders(), untimed, house.engine());
  }

  @Produces
  @Singleton
  VerifiedAnswers answers(GillConfig config, Clock clock) {
    return new Sources(config, clock).answers();
  }
}
