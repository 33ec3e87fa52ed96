package dev.gill.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.app.cli.CommandLineTool;
import dev.gill.ledger.AskedOn;
import dev.gill.ledger.sql.Database;
import dev.gill.ledger.sql.Ledger;
import dev.gill.model.Answer;
import dev.gill.model.Identity;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./gill trail export}. */
@Tag("slow")
class TrailCommandTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

  @TempDir private Path data;
  private final PrintStream out = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @AfterEach
  void leave() {
    System.setOut(out);
    System.clearProperty("gill.data");
  }

  private int run(String... command) {
    System.setProperty("gill.data", data.toString());
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    return CommandLineTool.run(command);
  }

  private void ask(String... questions) {
    try (Ledger ledger =
        Ledger.open(
            Database.in(data.resolve("ledger")),
            30,
            InstantSource.fixed(NOW),
            () -> UUID.randomUUID().toString(),
            _ -> {})) {
      Reader anna = Reader.known(Identity.email("anna@example.org"));
      for (String question : questions) {
        ledger
            .trail()
            .keep(
                AskedOn.SLACK,
                new Question(question, anna),
                new Answer.Unknown(List.of(), Map.of()));
      }
      await()
          .until(
              () ->
                  ledger.book().page(OptionalLong.empty(), 10).entries().size()
                      == questions.length);
    }
  }

  @Test
  void everyQuestionIsWrittenOutALineEach() throws Exception {
    ask("Who is on call?", "谁在值班？");
    assertThat(run("trail", "export")).isZero();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : printed.toString(StandardCharsets.UTF_8).lines().toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    assertThat(lines)
        .extracting(line -> line.path("question").asText())
        .containsExactly("谁在值班？", "Who is on call?");
    assertThat(lines.getFirst().path("asker").path(0).asText()).isEqualTo("anna@example.org");
    assertThat(lines.getFirst().path("at").asText()).isEqualTo("2026-11-20T09:00:00Z");
  }

  @Test
  void whereNothingIsKeptItSaysWhatToDo() {
    assertThat(run("trail", "export")).isEqualTo(2);
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
