package dev.gill.source.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Identity;
import dev.gill.source.Replica;
import dev.gill.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever opted out is not read, and nothing that they wrote is kept on the disk. */
final class SlackOptOutTest {
  @TempDir Path data;
  private final Replica replica = new Replica();
  private Slacks slacks;
  private SmallSlack slack;
  private String root;

  @BeforeEach
  void begin() throws Exception {
    slacks = new Slacks(data);
    slack = new SmallSlack();
    slack.user("U1", "mira");
    slack.user("U2", "jonas");
    slack.channel("C1", "ops", Kind.PUBLIC, "U1", "U2");
    root = slack.post("C1", "U1", "Where does the zebrafinch live?");
    slack.reply("C1", root, "U2", "In the aviary behind the lab.");
    slack.attach(
        slack.message("C1", "U1", "my list"), "F1", "list.md", "text/markdown", "zebrafinch food");
  }

  @AfterEach
  void end() {
    slack.close();
    slacks.close();
  }

  private void follow(String... settings) throws Exception {
    try (Source source = slacks.source(slack.url(), settings)) {
      replica.follow(source);
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
  void nothingIsTakenIn() throws Exception {
    slacks.optOut(new Identity("team", "U1"));
    follow();
    assertThat(replica.documents().toString())
        .contains("[message left out]", "aviary")
        .doesNotContain("zebrafinch");
    assertThat(onTheDisk()).contains("aviary").doesNotContain("zebrafinch", "mira");
  }

  @Test
  void whatWasTakenInBeforeGoesAlsoByTheAddress() throws Exception {
    follow();
    assertThat(replica.documents().toString()).contains("zebrafinch live", "zebrafinch food");
    assertThat(onTheDisk()).contains("zebrafinch");

    slacks.optOut(Identity.email("mira@lab.example"));
    follow();
    assertThat(replica.documents().toString()).contains("aviary").doesNotContain("zebrafinch");
    assertThat(onTheDisk()).contains("aviary").doesNotContain("zebrafinch");
  }

  @Test
  void whoChangesTheirMindIsReadAnew() throws Exception {
    slacks.optOut(new Identity("team", "U1"));
    follow();
    slacks.nobodyOptedOut();
    follow();
    assertThat(replica.documents().toString())
        .contains("zebrafinch live")
        .doesNotContain("left out");
  }

  @Test
  void whatIsOlderThanItIsKeptLeavesTheDiskToo() throws Exception {
    follow("keep", "1 year");
    assertThat(replica.documents().toString()).contains("aviary");
    slacks.pass(Duration.ofDays(400));
    follow("keep", "1 year");
    assertThat(replica.documents()).isEmpty();
    assertThat(onTheDisk()).doesNotContain("aviary");
  }
}
