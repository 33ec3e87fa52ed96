package dev.gill.sync;

import static dev.gill.sync.Told.upsert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.PassedOver;
import java.util.List;
import java.util.stream.IntStream;
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

  private static PassedOver passed(String key) {
    return new PassedOver(Told.id(key), PassedOver.Reason.LEADS_OUT, WHY, Told.STAFF);
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
  void the_log_says_so_once_and_later_what_is_new() throws Exception {
    assertThat(logged()).isEmpty();
    wiki.passOver(passed("a.md"), passed("odd\nname.md"));
    assertThat(logged()).containsExactly("Source wiki passes over a.md, odd?name.md: " + WHY);
    assertThat(logged()).isEmpty();

    wiki.passOver(passed("a.md"), passed("b.md"));
    assertThat(logged()).containsExactly("Source wiki passes over b.md: " + WHY);
  }

  @Test
  void many_make_one_line() throws Exception {
    wiki.passOver(
        IntStream.range(0, 300).mapToObj(i -> passed(i + ".md")).toArray(PassedOver[]::new));
    assertThat(logged())
        .containsExactly(
            "Source wiki passes over 0.md, 1.md, 2.md, 3.md, 4.md and 295 more: " + WHY);
  }
}
