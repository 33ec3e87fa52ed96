package dev.gill.app;

import dev.gill.answer.QuoteSeal;
import dev.gill.app.config.GillConfig;
import dev.gill.app.config.PeopleNamed;
import dev.gill.ledger.FeedbackBox;
import dev.gill.ledger.Trail;
import dev.gill.ledger.TrailBook;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Hands over what is kept beside the index: the trail, feedback, and the seal of quotes. */
@Singleton
final class TrailWiring {
  /** Made at the start, so that what is too old is dropped though nobody asks. */
  @Produces
  @Singleton
  KeptTrail keptTrail(GillConfig config, Clock clock) {
    return KeptTrail.of(config, clock);
  }

  void close(@Disposes KeptTrail trail) {
    trail.close();
  }

  @Produces
  @Singleton
  Trail trail(KeptTrail kept, GillConfig config) {
    return kept.trail(() -> PeopleNamed.of(config));
  }

  @Produces
  @Singleton
  TrailBook trailBook(KeptTrail kept) {
    return kept.book();
  }

  @Produces
  @Singleton
  QuoteSeal seal(GillConfig config) {
    return QuoteKey.in(config.data());
  }

  @Produces
  @Singleton
  FeedbackBox feedback(GillConfig config) {
    return FeedbackBox.in(config.data(), config.feedback());
  }
}
