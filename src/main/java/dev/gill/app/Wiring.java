package dev.gill.app;

import dev.gill.answer.Answerer;
import dev.gill.answer.CurrentReader;
import dev.gill.answer.CurrentRole;
import dev.gill.answer.QuoteSeal;
import dev.gill.app.config.Chats;
import dev.gill.app.config.ConfigFile;
import dev.gill.app.config.GillConfig;
import dev.gill.app.config.HookConfigs;
import dev.gill.app.config.PeopleNamed;
import dev.gill.app.config.SignInConfigs;
import dev.gill.app.config.Sources;
import dev.gill.app.house.House;
import dev.gill.index.IndexEngine;
import dev.gill.ledger.AccessTokens;
import dev.gill.ledger.FeedbackBox;
import dev.gill.ledger.NoticeBook;
import dev.gill.ledger.Trail;
import dev.gill.ledger.TrailBook;
import dev.gill.model.Directory;
import dev.gill.model.GroupId;
import dev.gill.model.Reader;
import dev.gill.model.VerifiedAnswers;
import dev.gill.surface.Asking;
import dev.gill.surface.Caller;
import dev.gill.surface.CurrentCaller;
import dev.gill.surface.Forgetter;
import dev.gill.surface.Languages;
import dev.gill.surface.OwnAddress;
import dev.gill.surface.Right;
import dev.gill.surface.chat.ChatParts;
import dev.gill.surface.dingtalk.DingTalkSurface;
import dev.gill.surface.door.AskLimits;
import dev.gill.surface.door.AskRate;
import dev.gill.surface.door.BodyTimeout;
import dev.gill.surface.door.HostNames;
import dev.gill.surface.lark.LarkSurface;
import dev.gill.surface.mcp.ProtectedResource;
import dev.gill.surface.mcp.Sessions;
import dev.gill.surface.rest.Hooks;
import dev.gill.surface.rest.LarkHooks;
import dev.gill.surface.rest.LookPace;
import dev.gill.surface.signin.Admins;
import dev.gill.surface.signin.SignIn;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
  HostNames names(GillConfig gill, Config config) {
    return Reached.as(gill, config);
  }

  @Produces
  @Singleton
  BodyTimeout bodyTimeout(GillConfig gill) {
    return Reached.within(gill);
  }

  @Produces
  @Singleton
  LookPace lookPace(SyncMonitor sync, Clock clock) {
    return new LookPace(sync::lookNow, clock);
  }

  @Produces
  @Singleton
  Hooks hooks(GillConfig gill, SyncMonitor sync, LookPace pace, Clock clock) {
    return new Hooks(HookConfigs.secrets(gill), sync::hook, pace, clock);
  }

  @Produces
  @Singleton
  LarkHooks larkHooks(GillConfig gill, SyncMonitor sync, LookPace pace, Clock clock) {
    return new LarkHooks(
        HookConfigs.secrets(gill), HookConfigs.tokens(gill), sync::hook, pace, clock);
  }

  @Produces
  @Singleton
  AskLimits askLimits(GillConfig gill) {
    return Reached.atOnce(gill);
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

  /** Made at the start, so that what is too old is dropped though nobody asks. */
  @Produces
  @Singleton
  KeptTrail keptTrail(GillConfig config, Clock clock) {
    return KeptTrail.of(config, clock, _ -> {});
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

  /** Without sign-in, whoever sits at this machine. */
  @Produces
  @Singleton
  CurrentRole currentRole(CurrentCaller current) {
    return () -> current.get().may(Right.ADMIN);
  }

  @Produces
  @Singleton
  CurrentReader currentReader(House house, CurrentCaller current) {
    Directory directory = house.directory();
    return () -> reader(directory, current.get());
  }

  /**
   * What somebody may read by configuration and by sources, and by the word of who signed them in.
   */
  private static Reader reader(Directory directory, Caller caller) {
    Reader known = directory.reader(caller.identities());
    Set<GroupId> groups = new HashSet<>(known.groups());
    groups.addAll(caller.groups());
    return new Reader(known.identities(), groups);
  }

  @Produces
  @Singleton
  SignIn signIn(GillConfig gill, Config config) {
    return SignInConfigs.of(gill, Reached.listening(config));
  }

  @Produces
  @Singleton
  Admins admins(GillConfig gill) {
    return SignInConfigs.admins(gill);
  }

  @Produces
  @Singleton
  AskRate askRate(GillConfig gill, SignIn signIn) {
    return Reached.rate(gill, signIn);
  }

  @Produces
  @Singleton
  Forgetter forgetter(GillConfig gill, House house, TrailBook trail) {
    return new ForgettingDesk(gill, house, trail);
  }

  @Produces
  @Singleton
  AccessTokens tokens(GillConfig gill, Clock clock) {
    return new AccessTokens(gill.data(), clock);
  }

  @Produces
  @Singleton
  OwnAddress ownAddress(GillConfig gill) {
    return new OwnAddress(Reached.pages(gill).base());
  }

  @Produces
  @Singleton
  ProtectedResource protectedResource() {
    return ProtectedResource.open();
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

  @Produces
  @Singleton
  ChatParts chat(
      Asking asking,
      Trail trail,
      House house,
      GillConfig config,
      SyncMonitor monitor,
      Languages languages,
      QuoteSeal seal,
      FeedbackBox box,
      Clock clock) {
    return new ChatParts(
        asking,
        trail,
        house.directory(),
        PeopleNamed.of(config),
        house.engine(),
        monitor,
        languages,
        seal,
        box,
        NoticeBook.in(config.data()),
        Reached.pages(config),
        clock);
  }

  @Produces
  @Singleton
  SlackSurface slack(GillConfig config, ChatParts chat, Clock clock) {
    return Chats.slack(config)
        .map(settings -> SlackSurface.of(settings, chat, clock))
        .orElseGet(SlackSurface::off);
  }

  void close(@Disposes SlackSurface slack) {
    slack.close();
  }

  @Produces
  @Singleton
  LarkSurface lark(GillConfig config, ChatParts chat, Clock clock) {
    return Chats.lark(config)
        .map(settings -> LarkSurface.of(settings, chat, clock))
        .orElseGet(LarkSurface::off);
  }

  void close(@Disposes LarkSurface lark) {
    lark.close();
  }

  @Produces
  @Singleton
  DingTalkSurface dingTalk(GillConfig config, ChatParts chat, Clock clock) {
    return Chats.dingTalk(config)
        .map(settings -> DingTalkSurface.of(settings, chat, clock))
        .orElseGet(DingTalkSurface::off);
  }

  void close(@Disposes DingTalkSurface dingTalk) {
    dingTalk.close();
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
