package dev.gill.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.app.cli.CommandLineTool;
import dev.gill.app.config.ConfigFile;
import dev.gill.app.config.GillConfig;
import dev.gill.app.config.Sources;
import dev.gill.app.house.House;
import dev.gill.index.Snapshot;
import dev.gill.model.Answer;
import dev.gill.model.Audience;
import dev.gill.model.Dated;
import dev.gill.model.DocId;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.VerifiedAnswer;
import dev.gill.model.VerifiedAnswer.Drawn;
import dev.gill.model.VerifiedAnswers;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verified answers go the one way through a real house, index and rebuild. */
@Tag("slow")
class VerifiedAnswersTest {
  private static final String QUESTION = "How often do we rotate the staging certificates?";
  private static final DocId BOARD = DocId.parse("board:certificates.md");

  @TempDir private Path temporary;
  private final Map<String, String> settings = new HashMap<>();

  @BeforeEach
  void write() throws IOException {
    Path board = Files.createDirectories(temporary.resolve("board"));
    Files.writeString(
        board.resolve("certificates.md"),
        "# Board\n\nThe board meets in the blue room on Tuesdays.\n");
    settings.putAll(
        Map.of(
            "gill.data", temporary.resolve("data").toString(),
            "gill.sources.board.type", "folder",
            "gill.sources.board.path", board.toString(),
            "gill.sources.board.audience", "leads",
            "gill.sources.answers.type", "verified"));
  }

  @AfterEach
  void forget() {
    settings.keySet().forEach(System::clearProperty);
  }

  private GillConfig config() {
    Config config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(settings, "test", 300))
            .build();
    return ConfigFile.of(config);
  }

  private static Answer ask(House house, String group) throws InterruptedException {
    return house.answerer().answer(new Question(QUESTION, Reader.member(group)));
  }

  @Test
  void oneIsQuotedToThoseWhoMayReadWhatItWasDrawnFromAndARebuildHoldsTheSame() throws Exception {
    VerifiedAnswers answers = new Sources(config(), Clock.systemUTC()).answers();
    try (House house = House.open(config(), Clock.systemUTC())) {
      house.breathing().breatheOnce();
      assertThat(ask(house, "leads")).isNotInstanceOf(Answer.Grounded.class);
      try (Snapshot snapshot = house.engine().snapshot()) {
        Instant now = Instant.now();
        answers.put(
            new VerifiedAnswer(
                "a1",
                QUESTION,
                "We rotate the staging certificates every 90 days.",
                "Anna",
                "Anna",
                now,
                now.plus(Duration.ofDays(90)),
                new Audience.Everyone(),
                List.of(new Drawn(BOARD, snapshot.head(BOARD).orElseThrow().scope())),
                Set.of()));
      }
      house.breathing().breatheOnce();
      assertThat(ask(house, "leads"))
          .isInstanceOfSatisfying(
              Answer.Grounded.class,
              answer -> {
                assertThat(answer.citations().getFirst().doc())
                    .isEqualTo(DocId.parse("answers:a1"));
                assertThat(answer.citations().getFirst().where().dated()).isEqualTo(Dated.VERIFIED);
              });
      assertThat(ask(house, "staff")).isNotInstanceOf(Answer.Grounded.class);
    }
    settings.forEach(System::setProperty);
    assertThat(CommandLineTool.run("verify")).isZero();
    settings.put("gill.sources.board.audience", "hr");
    try (House house = House.open(config(), Clock.systemUTC())) {
      house.breathing().breatheOnce();
      assertThat(ask(house, "leads")).isNotInstanceOf(Answer.Grounded.class);
      assertThat(ask(house, "hr")).isInstanceOf(Answer.Grounded.class);
    }
  }
}
