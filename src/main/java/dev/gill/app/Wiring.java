package dev.gill.app;

import dev.gill.answer.Answerer;
import dev.gill.app.config.ConfigFile;
import dev.gill.app.config.GillConfig;
import dev.gill.app.config.Sources;
import dev.gill.app.house.House;
import dev.gill.index.IndexEngine;
import dev.gill.model.VerifiedAnswers;
import dev.gill.surface.mcp.Sessions;
import dev.gill.surface.slack.SlackSurface;
import dev.gill.surface.web.Suggestions;
import dev.gill.sync.SyncMonitor;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands the parts of the house to the surfaces. */
@Singleton
final class Wiring {
  private static final AtomicReference<House> OPENED = new AtomicReference<>();

  /**
   * Takes a house that was opened before the server, so that what is wrong with it could be said in
   * one sentence.
   */
  static void adopt(House house) {
    OPENED.set(house);
  }

  void start(
      @Observes StartupEvent event,
      House house,
      Gauges gauges,
      SlackSurface slack,
      Sessions agents,
      KeptTrail trail,
      VerifiedAnswers answers,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    gauges.register();
    gauges.build(version);
    MovedSources moved = new MovedSources(answers, house.engine());
    moved.catchUp();
    house.start(
        breath -> {
          gauges.breath(breath);
          agents.changed(breath);
          moved.lies(breath.doc(), breath.scope());
        });
    slack.start();
  }

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  GillConfig config(Config config) {
    return ConfigFile.of(config);
  }

  @Produces
  @Singleton
  House house(GillConfig config, Clock clock) {
    House opened = OPENED.getAndSet(null);
    return opened == null ? House.open(config, clock) : opened;
  }

  void close(@Disposes House house) {
    house.close();
  }

  @Produces
  @Singleton
  IndexEngine engine(House house) {
    return house.engine();
  }

  @Produces
  @Singleton
  SyncMonitor monitor(House house) {
    return house.monitor();
  }

  @Produces
  @Singleton
  Answerer answerer(House house, MeterRegistry meters) {
    return new TimedAnswerer(house.answerer(), meters);
  }

  /** The questions that ship with the sample team's documents. */
  @Produces
  @Singleton
  Suggestions suggestions(GillConfig config) {
    return new Suggestions(questionsToTry(), Sources.sampleOnly(config));
  }

  private static List<Suggestions.Try> questionsToTry() {
    try (InputStream in = Wiring.class.getResourceAsStream("/questions-to-try.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.isBlank())
          .map(Suggestions.Try::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
