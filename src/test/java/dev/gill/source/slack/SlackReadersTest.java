package dev.gill.source.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Access;
import dev.gill.model.Identity;
import dev.gill.model.Reader;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.Replica;
import dev.gill.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may read which channel, as people come and go. */
final class SlackReadersTest {
  private static final SourceId TEAM = new SourceId("team");

  @TempDir Path data;
  private final Replica replica = new Replica();
  private Slacks slacks;
  private SmallSlack slack;
  private Access access = Access.none();

  @BeforeEach
  void begin() throws Exception {
    slacks = new Slacks(data);
    slack = new SmallSlack();
    slack.user("U1", "mira");
    slack.user("U2", "jonas");
    slack.user("U3", "noor");
    slack.user("U4", "guest").put("is_restricted", true);
    slack.user("U5", "left").put("deleted", true);
    slack.channel("C1", "ops", Kind.PUBLIC, "U1");
    slack.channel("C2", "hr", Kind.PRIVATE, "U1", "U2", "U5");
    slack.channel("C3", "lunch", Kind.PUBLIC, "U4");
    slack.post("C1", "U1", "The gate code changes on Monday.");
    slack.post("C2", "U1", "The pay round begins in May.");
    slack.post("C3", "U4", "Soup is served at noon.");
  }

  @AfterEach
  void end() {
    slack.close();
    slacks.close();
  }

  private void follow(Source source) throws Exception {
    Batch batch = replica.page(source);
    access = access.with(TEAM, batch.rights());
  }

  private boolean reads(String account, String channel) {
    Reader reader = new Reader(Set.of(new Identity("team", account)), Set.of());
    return access.mayRead(reader, new Scope(TEAM, channel));
  }

  @Test
  void aPrivateChannelIsForItsMembersAndAPublicOneForTheWorkspace() throws Exception {
    try (Source source = slacks.source(slack.url())) {
      follow(source);
    }
    assertThat(replica.keys()).hasSize(3);
    assertThat(reads("U3", "C1")).isTrue();
    assertThat(reads("U3", "C2")).isFalse();
    assertThat(reads("U2", "C2")).isTrue();
    assertThat(reads("U5", "C2")).as("has left the team").isFalse();
    assertThat(reads("U4", "C1")).as("a guest who is not in it").isFalse();
    assertThat(reads("U4", "C3")).as("a guest who is in it").isTrue();
    assertThat(access.mayRead(Reader.anyone(), new Scope(TEAM, "C1"))).isFalse();
    Reader byMail = new Reader(Set.of(Identity.email("jonas@lab.example")), Set.of());
    assertThat(access.mayRead(byMail, new Scope(TEAM, "C2"))).isTrue();
  }

  @Test
  void anAddressThatNobodyVerifiedOpensNothing() throws Exception {
    slack.user("U2", "jonas").put("is_email_confirmed", false);
    try (Source source = slacks.source(slack.url())) {
      follow(source);
    }
    Reader byMail = new Reader(Set.of(Identity.email("jonas@lab.example")), Set.of());
    assertThat(access.mayRead(byMail, new Scope(TEAM, "C2"))).isFalse();
    assertThat(reads("U2", "C2")).isTrue();
  }

  @Test
  void whoGoesWhileTheMembersAreReadIsFollowedByTheNextLook() throws Exception {
    byte[] left =
        Slacks.event("{\"type\":\"member_left_channel\",\"user\":\"U2\",\"channel\":\"C2\"}");
    try (SlackSource source = slacks.source(slack.url())) {
      follow(source);
      slack.kick("C2", "U1");
      slack.meanwhile.put(
          "conversations.members C2",
          () -> {
            slack.kick("C2", "U2");
            source.onHook(left);
          });
      source.onHook(left);
      follow(source);
      assertThat(reads("U1", "C2")).isFalse();
      assertThat(reads("U2", "C2")).as("went after they were read").isTrue();
      follow(source);
      assertThat(reads("U2", "C2")).isFalse();
    }
  }

  @Test
  void whoComesAndGoesIsFollowedAtOnceByEventsAndInFiveMinutesElse() throws Exception {
    try (SlackSource source = slacks.source(slack.url())) {
      follow(source);
      slack.kick("C2", "U2");
      slack.invite("C2", "U3");
      source.onHook(
          Slacks.event("{\"type\":\"member_left_channel\",\"user\":\"U2\",\"channel\":\"C2\"}"));
      follow(source);
      assertThat(reads("U2", "C2")).isFalse();
      assertThat(reads("U3", "C2")).isTrue();

      slack.kick("C2", "U3");
      slacks.pass(Duration.ofMinutes(5));
      follow(source);
      assertThat(reads("U3", "C2")).isFalse();

      slack.user("U1", "mira").put("deleted", true);
      source.onHook(Slacks.event("{\"type\":\"user_change\",\"user\":{\"id\":\"U1\"}}"));
      slacks.pass(Duration.ofMinutes(1));
      follow(source);
      assertThat(reads("U1", "C2")).isFalse();
      assertThat(replica.documents().toString()).as("stays credited").contains("author=mira");
    }
  }

  private String onTheDisk() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  @Test
  void aChannelThatTheAppIsTakenOutOfStopsAnsweringAndLeavesNothingOnTheDisk() throws Exception {
    try (SlackSource source = slacks.source(slack.url())) {
      follow(source);
      assertThat(onTheDisk()).contains("pay round");
      slack.kick("C2", "U0GILL");
      source.onHook(Slacks.event("{\"type\":\"group_left\",\"channel\":\"C2\"}"));
      follow(source);
      assertThat(replica.documents().toString()).doesNotContain("pay round");
      assertThat(reads("U1", "C2")).isFalse();
      assertThat(onTheDisk()).doesNotContain("pay round");

      slack.kick("C1", "U0GILL");
      slacks.pass(Duration.ofSeconds(31));
      follow(source);
      assertThat(replica.documents().toString()).as("without an event").doesNotContain("gate code");

      slack.invite("C1", "U0GILL");
      slacks.pass(Duration.ofMinutes(1));
      follow(source);
      assertThat(replica.documents().toString()).contains("gate code");
      assertThat(reads("U3", "C1")).isTrue();
    }
  }

  @Test
  void aChannelThatWasLeftWhileNobodyWatchedIsGoneToo() throws Exception {
    try (Source source = slacks.source(slack.url())) {
      follow(source);
    }
    slack.kick("C2", "U0GILL");
    try (Source source = slacks.source(slack.url())) {
      follow(source);
    }
    assertThat(replica.documents().toString()).doesNotContain("pay round");
    assertThat(reads("U1", "C2")).isFalse();
  }

  @Test
  void directMessagesAreReadOnlyWhereSomebodySwitchedThatOn() throws Exception {
    slack.channel("D1", "", Kind.DIRECT, "U1");
    slack.channel("D2", "", Kind.DIRECT, "U2");
    slack.channel("G1", "mpdm", Kind.GROUP, "U1", "U3");
    slack.channel("G2", "mpdm", Kind.GROUP, "U2", "U3");
    for (String channel : new String[] {"D1", "D2", "G1", "G2"}) {
      slack.post(channel, "U3", "The surprise party is in room %s.".formatted(channel));
    }
    try (Source source = slacks.source(slack.url())) {
      follow(source);
      assertThat(replica.documents().toString()).doesNotContain("surprise");
    }
    try (Source source = slacks.source(slack.url(), "direct", "U1")) {
      follow(source);
    }
    assertThat(replica.documents().toString())
        .contains("room D1", "room G1")
        .doesNotContain("room D2", "room G2");
    assertThat(reads("U1", "D1")).isTrue();
    assertThat(reads("U2", "D1")).isFalse();
    assertThat(reads("U3", "G1")).isTrue();
    assertThat(reads("U2", "G1")).isFalse();
  }

  @Test
  void whoMayReadPublicChannelsCanBeConfigured() throws Exception {
    try (Source source = slacks.source(slack.url(), "audience", "everyone", "include", "o*")) {
      follow(source);
      assertThat(replica.keys()).hasSize(1);
      assertThat(access.mayRead(Reader.anyone(), new Scope(TEAM, "C1"))).isTrue();
    }
  }

  @Test
  void rightsAreMadeAnewOnlyWhenTheyChange() throws Exception {
    try (Source source = slacks.source(slack.url())) {
      Rights first = replica.page(source).rights();
      slack.post("C1", "U1", "The old gate code is void.");
      slacks.pass(Duration.ofSeconds(31));
      assertThat(replica.page(source).rights()).isSameAs(first);
      assertThat(first.members().keySet())
          .extracting(group -> Map.entry(group.realm(), group.name()))
          .contains(Map.entry("team", "workspace"), Map.entry("team", "C2"));
    }
  }
}
