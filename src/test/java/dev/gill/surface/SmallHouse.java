package dev.gill.surface;

import dev.gill.TemporaryFolder;
import dev.gill.answer.Answerer;
import dev.gill.answer.CurrentReader;
import dev.gill.answer.CurrentRole;
import dev.gill.answer.QuoteSeal;
import dev.gill.answer.QuotingAnswerer;
import dev.gill.gaps.Gaps;
import dev.gill.index.Changeset;
import dev.gill.index.IndexEngine;
import dev.gill.ledger.AccessTokens;
import dev.gill.ledger.FeedbackBox;
import dev.gill.ledger.NoticeBook;
import dev.gill.ledger.Trail;
import dev.gill.ledger.TrailBook;
import dev.gill.model.Audience;
import dev.gill.model.DocId;
import dev.gill.model.Failure;
import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import dev.gill.model.Origin;
import dev.gill.model.People;
import dev.gill.model.Reader;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.model.VerifiedAnswers;
import dev.gill.retrieve.Shelf;
import dev.gill.surface.chat.ChatParts;
import dev.gill.surface.chat.PageAddress;
import dev.gill.surface.dingtalk.DingTalkSurface;
import dev.gill.surface.dingtalk.StandInDingTalk;
import dev.gill.surface.door.AskLimits;
import dev.gill.surface.door.AskRate;
import dev.gill.surface.door.BodyTimeout;
import dev.gill.surface.door.HostNames;
import dev.gill.surface.lark.LarkSurface;
import dev.gill.surface.lark.LarkSurfaceSettings;
import dev.gill.surface.lark.StandInLarkChat;
import dev.gill.surface.rest.Hooks;
import dev.gill.surface.rest.LarkHooks;
import dev.gill.surface.rest.LookPace;
import dev.gill.surface.signin.Admins;
import dev.gill.surface.signin.SignIn;
import dev.gill.surface.slack.SlackSettings;
import dev.gill.surface.slack.SlackSurface;
import dev.gill.surface.slack.StandInSlack;
import dev.gill.surface.web.Suggestions;
import dev.gill.sync.SyncMonitor;
import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.Config;

/**
 * What stands behind the surfaces in their tests: the real parser, chunker, engine in memory,
 * retriever and answerer, with vectors of words and documents put here by a test. Only the sources
 * are a stand-in. Chosen by {@link Profile}, so it never meets the real wiring.
 */
@Alternative
@Singleton
public class SmallHouse {
  /** The time that it is in this house. */
  public static final Instant NOW = Instant.parse("2026-11-20T09:00:03Z");

  /** What the hook of the source {@code team} asks for. */
  public static final String HOOK_SECRET = "tulip-88-tulip-88";

  public static final String SIGNING_TOKEN = "whsec_dGVzdHRlc3R0ZXN0dGVzdHRlc3R0ZXN0dGVzdHRlc3Q=";

  private static final Duration BEHIND = Duration.ofSeconds(3);

  private final Shelf shelf = new Shelf();

  /** Who asks. */
  public volatile Reader reader = Reader.anyone();

  /** Opens for questions that say they wait at it. */
  public final Semaphore gate = new Semaphore(0);

  /** How the sources fare. */
  public final ListedSources sources = new ListedSources();

  /** What Slack signs with here. */
  public static final String SLACK_SECRET = "crocus-71-crocus-71";

  /** The workspace in which Gill answers. */
  public final StandInSlack slack = StandInSlack.started();

  /** What Lark encrypts with here. */
  public static final String LARK_KEY = "saffron-52-saffron-52";

  /** The organization in which Gill answers. */
  public final StandInLarkChat lark = StandInLarkChat.started();

  /** What DingTalk signs with here. */
  public static final String DINGTALK_SECRET = "mallow-36-mallow-36";

  /** The organization of DingTalk in which Gill answers. */
  public final StandInDingTalk dingTalk = StandInDingTalk.started(DINGTALK_SECRET);

  /** Where feedback is kept. */
  public final Path kept = TemporaryFolder.untilExit("gill-feedback-");

  /** What is kept of questions. */
  public final SmallTrail trail = new SmallTrail();

  /** Answers that somebody vouches for, which become documents at once. */
  public final SmallAnswers answers = new SmallAnswers(shelf);

  /** Below where a chat model is asked to word answers; they are quotes without. */
  public final AtomicReference<URI> model = new AtomicReference<>();

  /** Whether whoever asks looks after this house. */
  public volatile boolean admin;

  /** Has a test run with this house alone. */
  public static class Profile implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(SmallHouse.class);
    }

    /** The real wiring would open models and an index for nothing. */
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.arc.exclude-types", "dev.gill.app.*", "gill.http.body-timeout", "60s");
    }
  }

  /** Everyone may read the whole of a source, of which nothing was read yet. */
  public void open(SourceId source) {
    Rights rights = Rights.of(Scope.whole(source), new Audience.Everyone());
    shelf.engine().commit(Changeset.of(source, rights));
  }

  /** As it was at first. */
  public void clear() {
    shelf.clear();
    sources.clear();
    reader = Reader.anyone();
    admin = false;
    model.set(null);
    trail.clear();
    answers.clear();
  }

  /** Puts a document in, in place of what was there. */
  public void put(String id, String revision, Origin origin, Audience audience, String text) {
    shelf.put(DocId.parse(id), revision, origin, audience, text);
  }

  /** The text of a document. */
  public String text(String id) {
    return shelf.document(DocId.parse(id)).text();
  }

  /** Takes a document out. */
  public void remove(String id) {
    shelf.remove(DocId.parse(id));
  }

  /** Notes that a document could not be taken in, as the index does. */
  public void fail(Failure failure) {
    shelf.fail(failure);
  }

  @Produces
  @Singleton
  Answerer answerer() {
    return new TroubledAnswerer(
        new WordingAnswerer(
            new QuotingAnswerer(shelf.retriever(), _ -> Optional.of(NOW.minus(BEHIND))), model),
        gate);
  }

  @Produces
  @Singleton
  IndexEngine index() {
    return shelf.engine();
  }

  @Produces
  @Singleton
  SyncMonitor monitor() {
    return sources;
  }

  @Produces
  @Singleton
  CurrentReader currentReader() {
    return () -> reader;
  }

  @Produces
  @Singleton
  InstantSource clock() {
    return InstantSource.fixed(NOW);
  }

  @Produces
  @Singleton
  HostNames names() {
    return HostNames.of(List.of("gill.example.com", "10.0.0.7"), "0.0.0.0");
  }

  @Produces
  @Singleton
  AskLimits askLimits() {
    return new AskLimits(8, 3);
  }

  /** As many as they like, unless a test says otherwise. */
  @Produces
  @Singleton
  AskRate askRate(Config config) {
    return new AskRate(
        config.getOptionalValue("small-house.asks-per-minute", Integer.class).orElse(0), 50);
  }

  /** Nobody signs in, unless a test names a provider. */
  @Produces
  @Singleton
  SignIn signIn(Config config) {
    return config
        .getOptionalValue("small-house.issuer", URI.class)
        .<SignIn>map(
            issuer ->
                new SignIn.Oidc(
                    issuer,
                    "gill",
                    "gill-secret",
                    config.getValue("small-house.url", URI.class),
                    List.of("email", "profile"),
                    "groups",
                    Duration.ofHours(8),
                    Optional.empty()))
        .orElseGet(SignIn.None::new);
  }

  @Produces
  @Singleton
  Admins admins() {
    return new Admins(
        Set.of(Identity.email("root@lab.test")),
        Set.of(GroupId.configured("gill-admins")),
        _ -> Set.of());
  }

  /** Who was forgotten. */
  public final Set<Identity> forgotten = ConcurrentHashMap.newKeySet();

  @Produces
  @Singleton
  Forgetter forgetter() {
    return new Forgetter() {
      @Override
      public void forget(Set<Identity> person) {
        forgotten.addAll(person);
      }

      @Override
      public boolean hasForgotten(Set<Identity> person) {
        return person.stream().anyMatch(forgotten::contains);
      }
    };
  }

  @Produces
  @Singleton
  AccessTokens tokens() {
    return new AccessTokens(kept, clock());
  }

  @Produces
  @Singleton
  BodyTimeout bodyTimeout(Config config) {
    return new BodyTimeout(config.getValue("gill.http.body-timeout", Duration.class));
  }

  @Produces
  @Singleton
  Hooks hooks() {
    return new Hooks(
        Map.of(
            new SourceId("team"),
            HOOK_SECRET,
            new SourceId("quiet"),
            HOOK_SECRET,
            new SourceId("board"),
            SIGNING_TOKEN),
        sources::hook,
        new LookPace(sources::lookNow, clock()),
        clock());
  }

  @Produces
  @Singleton
  LarkHooks larkHooks() {
    return new LarkHooks(
        Map.of(new SourceId("team"), HOOK_SECRET, new SourceId("quiet"), HOOK_SECRET),
        Map.of(),
        sources::hook,
        new LookPace(sources::lookNow, clock()),
        clock());
  }

  @Produces
  @Singleton
  OwnAddress ownAddress() {
    return new OwnAddress(Optional.empty());
  }

  @Produces
  @Singleton
  ProtectedResource protectedResource(SignIn signIn) {
    return signIn instanceof SignIn.Oidc oidc
        ? ProtectedResource.at(oidc.url(), List.of(oidc.issuer()))
        : ProtectedResource.open();
  }

  @Produces
  @Singleton
  QuoteSeal seal() {
    return new QuoteSeal(new byte[QuoteSeal.KEY_BYTES]);
  }

  @Produces
  @Singleton
  FeedbackBox feedback() {
    return FeedbackBox.in(kept, true);
  }

  @Produces
  @Singleton
  SlackSurface slackSurface(ChatParts parts) {
    SlackSettings settings =
        new SlackSettings(
            Optional.of(SLACK_SECRET),
            StandInSlack.TOKEN,
            Optional.empty(),
            slack.api(),
            Optional.empty());
    return SlackSurface.of(settings, parts, clock());
  }

  void close(@Disposes SlackSurface surface) {
    surface.close();
    slack.close();
  }

  @Produces
  @Singleton
  Trail trail() {
    return trail;
  }

  @Produces
  @Singleton
  LarkSurface larkSurface(ChatParts parts) {
    LarkSurfaceSettings settings =
        new LarkSurfaceSettings(
            StandInLarkChat.APP,
            StandInLarkChat.SECRET,
            LARK_KEY,
            Optional.empty(),
            lark.platform(),
            Optional.empty());
    return LarkSurface.of(settings, parts, clock());
  }

  void close(@Disposes LarkSurface surface) {
    surface.close();
    lark.close();
  }

  @Produces
  @Singleton
  TrailBook trailBook() {
    return trail;
  }

  @Produces
  @Singleton
  DingTalkSurface dingTalkSurface(ChatParts parts) {
    return DingTalkSurface.of(dingTalk.settings(), parts, clock());
  }

  void close(@Disposes DingTalkSurface surface) {
    surface.close();
    dingTalk.close();
  }

  @Produces
  @Singleton
  ChatParts chat(Asking asking, Trail trail, SyncMonitor monitor, Languages languages) {
    return new ChatParts(
        asking,
        trail,
        _ -> reader,
        People.NONE,
        shelf.engine(),
        monitor,
        languages,
        seal(),
        feedback(),
        NoticeBook.in(kept),
        answers,
        new PageAddress(Optional.of(URI.create("https://gill.example.com"))),
        clock());
  }

  @Produces
  @Singleton
  Gaps gaps() {
    return new Gaps(
        trail,
        shelf.embedders(),
        new QuotingAnswerer(shelf.retriever(), _ -> Optional.empty()),
        shelf.engine());
  }

  @Produces
  @Singleton
  VerifiedAnswers answers() {
    return answers;
  }

  @Produces
  @Singleton
  CurrentRole role() {
    return () -> admin;
  }

  @Produces
  @Singleton
  Suggestions suggestions() {
    return new Suggestions(
        List.of(
            new Suggestions.Try("runbooks/restore.md", "How do we restore the database?"),
            new Suggestions.Try("salaries.md", "What are the salary bands?"),
            new Suggestions.Try("none.md", "Who approves production access?"),
            new Suggestions.Try("人事/请假.md", "请假需要提前多久？")),
        false);
  }
}
