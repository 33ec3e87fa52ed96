package dev.gill.sync;

import static dev.gill.sync.Told.upsert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.PassedOver;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a source leaves unread by its rules shows in its status, and once in the log. */
class PassedOverTest {
  private static final String WHY = "It is a link that leads out.";

  private final ScriptedSource wiki = new ScriptedSource("wiki").tell(upsert("a.md", "One."));
  private Bench bench;
  private Breathing breathing;

  @BeforeEach
  void follow() {
    bench = new Bench();
    breathing = bench.follow(wiki);
  }

  @AfterEach
  void close() {
    breathing.close();
    bench.close();
  }

  private static PassedOver passed(String... keys) {
    return passed(PassedOver.Reason.LEADS_OUT, keys.length, keys);
  }

  private static PassedOver passed(PassedOver.Reason reason, int count, String... keys) {
    return new PassedOver(
        reason,
        "",
        WHY,
        Told.STAFF,
        count,
        Stream.of(keys)
            .map(key -> new PassedOver.Item(Told.id(key), "Its own sentence."))
            .toList());
  }

  private List<String> logged() throws InterruptedException {
    try (Logged logged = new Logged()) {
      breathing.breatheOnce();
      return List.copyOf(logged.messages());
    }
  }

  @Test
  void it_stands_in_the_status_and_is_no_failure() throws Exception {
    wiki.passOver(passed("out.md"));
    breathing.breatheOnce();

    SourceStatus status = breathing.sources().getFirst();
    assertThat(status.passedOver()).containsExactly(passed("out.md"));
    assertThat(status.failures()).isEmpty();
    assertThat(status.state()).isEqualTo(SourceStatus.State.IN_STEP);
  }

  @Test
  void a_picture_without_words_is_counted_read_once_and_is_no_failure() throws Exception {
    wiki.passOver(passed("out.md"));
    wiki.tell(upsert("icon.png", "red"), upsert("icon2.png", "blue"));
    breathing.breatheOnce();
    breathing.breatheOnce();

    SourceStatus status = breathing.sources().getFirst();
    assertThat(status.failures()).isEmpty();
    assertThat(status.passedOver()).hasSize(2).first().isEqualTo(passed("out.md"));
    PassedOver wordless = status.passedOver().getLast();
    assertThat(wordless.reason()).isEqualTo(PassedOver.Reason.WORDLESS);
    assertThat(wordless.count()).isEqualTo(2);
    assertThat(wordless.docs()).containsExactly(Told.id("icon.png"), Told.id("icon2.png"));
    assertThat(breathing.breaths()).noneMatch(breath -> breath.kind() == Breath.Kind.FAILED);

    bench.parser().parsed().clear();
    wiki.tell(upsert("icon.png", "red"));
    breathing.breatheOnce();
    assertThat(bench.parser().parsed()).isEmpty();
  }

  @Test
  void the_log_says_so_once_and_later_what_is_new() throws Exception {
    assertThat(logged()).isEmpty();
    wiki.passOver(passed("a.md", "odd\nname.md"));
    assertThat(logged()).containsExactly("Source wiki passes over a.md, odd?name.md: " + WHY);
    assertThat(logged()).isEmpty();

    wiki.passOver(passed("a.md", "b.md"));
    assertThat(logged()).containsExactly("Source wiki passes over b.md: " + WHY);
  }

  @Test
  void what_is_only_counted_is_logged_when_there_is_more_of_it() throws Exception {
    wiki.passOver(passed(PassedOver.Reason.FORMAT, 7, "a.xyz", "b.xyz"));
    assertThat(logged()).containsExactly("Source wiki passes over a.xyz, b.xyz and 5 more: " + WHY);
    wiki.passOver(passed(PassedOver.Reason.FORMAT, 9, "a.xyz", "b.xyz"));
    assertThat(logged()).containsExactly("Source wiki passes over 2 more: " + WHY);
    wiki.passOver(passed(PassedOver.Reason.FORMAT, 3, "a.xyz", "b.xyz"));
    assertThat(logged()).isEmpty();
  }

  @Test
  void pictures_and_the_like_are_not_worth_a_line() throws Exception {
    wiki.passOver(passed(PassedOver.Reason.PICTURE, 7, "a.png"));
    assertThat(logged()).isEmpty();
    assertThat(breathing.sources().getFirst().passedOver()).hasSize(1);
  }

  @Test
  void many_make_one_line() throws Exception {
    wiki.passOver(
        passed(
            PassedOver.Reason.LEADS_OUT,
            300,
            IntStream.range(0, 100).mapToObj(i -> i + ".md").toArray(String[]::new)));
    assertThat(logged())
        .containsExactly(
            "Source wiki passes over 0.md, 1.md, 2.md, 3.md, 4.md and 295 more: " + WHY);
  }
}
