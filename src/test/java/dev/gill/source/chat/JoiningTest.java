package dev.gill.source.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which messages make a conversation. */
final class JoiningTest {
  private static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");

  private final List<Post> posts = new ArrayList<>();

  private JoiningTest said(int minute, String name, String text) {
    posts.add(Post.said(name(), name, at(minute), text));
    return this;
  }

  private void posted(
      int minute,
      String name,
      String text,
      Optional<String> answers,
      Optional<String> thread,
      Set<String> to) {
    posts.add(new Post(name(), name, name, at(minute), "", text, answers, thread, to, false));
  }

  private String name() {
    return Integer.toString(posts.size());
  }

  private static Instant at(int minute) {
    return MORNING.plus(Duration.ofMinutes(minute));
  }

  /** The texts of each conversation, parted by a bar. */
  private List<String> joined() {
    return Joining.of(posts).stream()
        .map(each -> String.join(" | ", each.stream().map(Post::text).toList()))
        .toList();
  }

  private void busy() {
    for (String name : List.of("ann", "bob", "cem", "dee", "eve")) {
      said(-20, name, "morning from " + name);
    }
    said(0, "ann", "I like trains").said(0, "bob", "rain again").said(0, "cem", "lunch?");
    said(1, "dee", "the build is red").said(1, "eve", "who has the keys");
  }

  @Test
  void inABusyRoomSomebodyNewBeginsAConversation() {
    busy();
    said(2, "finn", "how do I renew the certificate?");
    assertThat(joined()).contains("the build is red", "how do I renew the certificate?");
  }

  @Test
  void whoIsAddressedByNameIsAnswered() {
    busy();
    said(2, "finn", "how do I renew the certificate?");
    said(3, "bob", "finn: run renew.sh on the gateway");
    said(4, "finn", "which gateway?");
    said(5, "dee", "found it, a flaky test");
    said(6, "bob", "the one in Oslo, finn");
    assertThat(joined())
        .contains(
            "how do I renew the certificate? | finn: run renew.sh on the gateway | which gateway?"
                + " | the one in Oslo, finn",
            "the build is red | found it, a flaky test");
  }

  @Test
  void aMentionCountsEvenIfTheNameIsNotWritten() {
    busy();
    said(2, "finn", "how do I renew the certificate?");
    posted(9, "eve", "see the runbook", Optional.empty(), Optional.empty(), Set.of("finn"));
    assertThat(joined()).contains("how do I renew the certificate? | see the runbook");
  }

  @Test
  void aReplyGoesWhereItsQuestionIsHoweverLate() {
    busy();
    posted(5000, "gus", "done", Optional.of("8"), Optional.empty(), Set.of());
    assertThat(joined()).contains("the build is red | done");
  }

  @Test
  void aThreadIsOneConversationAndTakesNothingElseIn() {
    posted(0, "ann", "Release today?", Optional.empty(), Optional.empty(), Set.of());
    posted(1, "bob", "the coffee is out", Optional.empty(), Optional.empty(), Set.of());
    posted(900, "cem", "At noon.", Optional.empty(), Optional.of("0"), Set.of());
    posted(901, "bob", "coffee is back", Optional.empty(), Optional.empty(), Set.of());
    assertThat(joined())
        .contains("Release today? | At noon.")
        .noneMatch(each -> each.contains("coffee") && each.contains("Release"));
  }

  @Test
  void aThreadWhoseBeginningIsGoneStaysTogether() {
    posted(0, "ann", "At noon.", Optional.empty(), Optional.of("gone"), Set.of());
    posted(9000, "bob", "Or at one.", Optional.empty(), Optional.of("gone"), Set.of());
    assertThat(joined()).containsExactly("At noon. | Or at one.");
  }

  @Test
  void inAQuietRoomOneThingLeadsToAnother() {
    said(0, "王芳", "测试环境的证书怎么续期？").said(40, "李娜", "跑一下 renew.sh");
    said(45, "王芳", "要在网关上跑吗").said(300, "李娜", "明天有人值班吗？");
    assertThat(joined()).containsExactly("测试环境的证书怎么续期？ | 跑一下 renew.sh | 要在网关上跑吗", "明天有人值班吗？");
  }

  @Test
  void aQuestionThatNobodyHasAnsweredWaitsForHours() {
    said(0, "ann", "Who has the spare key?").said(400, "bob", "It hangs in the lab.");
    said(2000, "cem", "Good meeting.");
    assertThat(joined())
        .containsExactly("Who has the spare key? | It hangs in the lab.", "Good meeting.");
  }

  @Test
  void aCorrectionGoesToWhatItsAuthorSaidThoughHoursLater() {
    busy();
    said(300, "dee", "Correction: it is the deploy that is red");
    assertThat(joined()).contains("the build is red | Correction: it is the deploy that is red");
  }

  @Test
  void whatComesInLaterChangesNothingThatWasJoined() {
    busy();
    List<List<Post>> before = Joining.of(posts);
    said(7, "ann", "bob: bring an umbrella").said(8, "gus", "hello");
    List<List<Post>> after = Joining.of(posts);
    for (int i = 0; i < before.size(); i++) {
      assertThat(after.get(i)).startsWith(before.get(i).toArray(Post[]::new));
    }
  }
}
