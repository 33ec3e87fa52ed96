package dev.gill.source.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.source.CheckStep;
import dev.gill.source.MadeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixTypeTest {
  @TempDir Path data;
  private Matrices matrices;
  private SmallMatrix server;

  @BeforeEach
  void begin() throws IOException {
    matrices = new Matrices(data);
    server = new SmallMatrix();
  }

  @AfterEach
  void end() {
    server.close();
    matrices.close();
  }

  private List<String> check(String token) throws InterruptedException {
    List<CheckStep> steps = new ArrayList<>();
    new MatrixType(matrices.clients)
        .check(Matrices.settings(server.url(), token), matrices.context(), steps::add);
    return steps.stream()
        .map(
            step ->
                "%s %s: %s"
                    .formatted(
                        step.outcome().getClass().getSimpleName(),
                        step.name(),
                        step.outcome().sentence()))
        .toList();
  }

  @Test
  void a_check_goes_the_way_step_by_step_and_shows_how_a_message_would_read() throws Exception {
    server.room("!ops:test", "ops", "@li:test", "@noor:test");
    server.room("!two:test", "", "@li:test");
    server.say("!ops:test", "@li:test", "Backups are kept for 42 days.");

    List<String> steps = check(SmallMatrix.TOKEN);

    assertThat(steps).hasSize(7).allMatch(step -> step.startsWith("Passed"));
    assertThat(steps.get(1)).contains("@gill:test");
    assertThat(steps.get(2)).contains("1 rooms would be read (ops)", "1 direct chats");
    assertThat(steps.get(5)).contains("ops 1", "1 conversations");
    assertThat(steps.get(6)).contains("Li, ", "Backups are kept", "https://matrix.to/#/");
  }

  @Test
  void a_check_says_what_is_wrong_and_what_was_not_looked_at() throws Exception {
    assertThat(check("syt_wrong").stream().collect(Collectors.joining("\n")))
        .containsSubsequence("Passed homeserver", "Failed account", "token", "Skipped rooms")
        .doesNotContain("syt_wrong");
    assertThat(check(SmallMatrix.TOKEN).get(2)).startsWith("Failed rooms").contains("invite");

    server.room("!ops:test", "ops", "@li:test", "@noor:test");
    server.say("!ops:test", "@li:test", "Backups are kept for 42 days.");
    server.state("!ops:test", "m.room.encryption", "", "algorithm", "m.megolm.v1.aes-sha2");
    assertThat(check(SmallMatrix.TOKEN).get(3)).startsWith("Failed encryption").contains("ops");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "open-rooms | staff,everyone | gill.sources.team.open-rooms cannot be read",
        "direct | perhaps | gill.sources.team.direct is not known",
        "token | ' ' | gill.sources.team.token is missing",
        "every | soon | gill.sources.team.every cannot be read"
      })
  void a_wrong_setting_is_named(String key, String value, String sentence) {
    assertThatThrownBy(
            () ->
                new MatrixType(matrices.clients)
                    .make(
                        Matrices.settings(server.url(), "syt_hidden", key, value),
                        matrices.context()))
        .hasMessageContaining(sentence)
        .hasMessageNotContaining("syt_hidden");
  }

  @Test
  void the_address_may_be_written_with_or_without_the_path_of_the_api() {
    for (String end : List.of("", "/", "/_matrix/client/v3")) {
      MatrixSettings read =
          MatrixType.read(Matrices.settings(server.url() + end, "t"), matrices.context());
      assertThat(read.http().base()).hasToString(server.url() + "/");
    }
    MadeSource made =
        new MatrixType(matrices.clients)
            .make(Matrices.settings(server.url(), "t"), matrices.context());
    assertThat(made.every()).isEqualTo(Duration.ofMinutes(1));
    made.source().close();
  }
}
