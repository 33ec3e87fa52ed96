package dev.gill.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.answer.Assessment;
import dev.gill.answer.Assessor;
import dev.gill.app.cli.CommandLineTool;
import dev.gill.app.config.ConfigFile;
import dev.gill.app.house.House;
import dev.gill.app.house.Learnt;
import dev.gill.index.Snapshot;
import dev.gill.lab.questions.Asked;
import dev.gill.lab.questions.QuestionFile;
import dev.gill.ledger.Feedback;
import dev.gill.ledger.FeedbackBox;
import dev.gill.model.Chunk;
import dev.gill.model.Citation;
import dev.gill.model.Language;
import dev.gill.model.Question;
import dev.gill.model.Range;
import dev.gill.model.Reader;
import dev.gill.retrieve.Tuning;
import dev.gill.retrieve.Tunings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./gill learn} over the sample team, with the real models. */
@Tag("slow")
class LearnTest {
  private static final Tuning SHY = Tuning.of(Language.ENGLISH).withNeeded(1.6);

  @TempDir private Path data;

  @BeforeEach
  void useTheFolder() {
    System.setProperty("gill.data", data.toString());
  }

  @AfterEach
  void leaveTheFolder() {
    System.clearProperty("gill.data");
  }

  @Test
  void aGillThatIsTooShyLearnsToAnswerAndForgetsItAgain() throws Exception {
    keepThatItsBestQuotesAnswer();
    Learnt learnt = Learnt.in(data);
    learnt.write(Tunings.measured().with(Language.ENGLISH, SHY));

    assertThat(CommandLineTool.run("learn", "--dry-run")).isZero();
    assertThat(learnt.read().of(Language.ENGLISH)).isEqualTo(SHY);

    assertThat(CommandLineTool.run("learn")).isZero();
    assertThat(boldness(learnt.read().of(Language.ENGLISH))).isGreaterThan(boldness(SHY));
    assertThat(learnt.read().changed()).containsOnlyKeys(Language.ENGLISH);

    assertThat(CommandLineTool.run("learn", "--undo")).isZero();
    assertThat(learnt.read().of(Language.ENGLISH)).isEqualTo(SHY);
    assertThat(CommandLineTool.run("learn", "--undo")).isZero();
    assertThat(learnt.file()).doesNotExist();
    assertThat(CommandLineTool.run("learn", "--undo")).isEqualTo(1);
  }

  /** How little is needed for an answer, beside what speaks for one. */
  private static double boldness(Tuning tuning) {
    return tuning.reading() + tuning.answer() + tuning.words() - tuning.needed();
  }

  @Test
  void ofTooLittleNothingIsLearnt() throws Exception {
    keepThatItsBestQuotesAnswer();
    Path file = data.resolve("feedback.jsonl");
    Files.write(file, Files.readAllLines(file).subList(0, 5));
    assertThat(CommandLineTool.run("learn")).isEqualTo(1);
    assertThat(Learnt.in(data).file()).doesNotExist();
  }

  private void keepThatItsBestQuotesAnswer() throws Exception {
    List<Asked> questions =
        QuestionFile.read(Path.of("src/test/resources/questions/sample-team.tsv"));
    FeedbackBox box = FeedbackBox.in(data, true);
    Config config =
        new SmallRyeConfigBuilder()
            .withSources(
                new PropertiesConfigSource(Map.of("gill.data", data.toString()), "test", 300))
            .build();
    try (House house = House.open(ConfigFile.of(config), Clock.systemUTC())) {
      house.breathing().breatheOnce();
      Assessor answerer = house.assessor();
      for (Asked asked : questions) {
        Assessment assessment = answerer.assess(new Question(asked.text(), Reader.anyone()));
        if (asked.answers().stream().anyMatch(a -> !a.isEmpty())) {
          keep(box, house, asked.text(), assessment.best().getFirst());
        }
      }
    }
  }

  private static void keep(FeedbackBox box, House house, String question, Citation citation)
      throws IOException {
    try (Snapshot snapshot = house.engine().snapshot()) {
      Chunk chunk =
          snapshot.document(citation.doc()).orElseThrow().chunks().stream()
              .filter(c -> c.start() <= citation.start() && citation.end() <= c.end())
              .findFirst()
              .orElseThrow();
      box.keep(
          new Feedback(
              question,
              true,
              citation.doc(),
              chunk.fingerprint(),
              new Range(citation.start() - chunk.start(), citation.end() - chunk.start()),
              Instant.parse("2026-11-20T09:00:03Z")));
    }
  }
}
