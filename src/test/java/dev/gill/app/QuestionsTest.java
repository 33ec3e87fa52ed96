package dev.gill.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.app.config.ConfigFile;
import dev.gill.app.house.House;
import dev.gill.lab.questions.Asked;
import dev.gill.lab.questions.Outcome;
import dev.gill.lab.questions.QuestionFile;
import dev.gill.lab.questions.QuestionReport;
import dev.gill.lab.questions.QuestionTrial;
import dev.gill.lab.questions.Rivals;
import dev.gill.model.Reader;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample team's questions, asked of the real models; the bounds are just below what was
 * measured.
 */
@Tag("slow")
class QuestionsTest {
  @Test
  void theSampleTeamsQuestionsLandOnTheRightPassage(@TempDir Path data) throws Exception {
    Config config =
        new SmallRyeConfigBuilder()
            .withSources(
                new PropertiesConfigSource(Map.of("gill.data", data.toString()), "test", 300))
            .build();
    try (House house = House.open(ConfigFile.of(config), Clock.systemUTC())) {
      house.breathing().breatheOnce();
      List<Asked> questions =
          QuestionFile.read(Path.of("src/test/resources/questions/sample-team.tsv"));
      QuestionReport report =
          new QuestionTrial(
                  house.assessor(),
                  house.answerer(),
                  new Rivals(house.engine(), house.embedders()),
                  Reader.anyone())
              .ask("sample", questions);
      String lines = String.join("\n", QuestionReport.table(List.of(report)));
      assertThat(report.within(Outcome::passage, 3)).as(lines).isGreaterThanOrEqualTo(36);
      assertThat(report.within(Outcome::citation, 1)).as(lines).isGreaterThanOrEqualTo(32);
      assertThat(report.within(Outcome::citation, 3)).as(lines).isGreaterThanOrEqualTo(35);
      assertThat(report.rightlyUnknown()).as(lines).isGreaterThanOrEqualTo(4);
      assertThat(report.wronglyUnknown()).as(lines).isLessThanOrEqualTo(2);
    }
  }
}
