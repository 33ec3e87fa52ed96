package dev.gill.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.app.config.ConfigFile;
import dev.gill.app.house.House;
import dev.gill.index.Snapshot;
import dev.gill.model.Answer;
import dev.gill.model.DocId;
import dev.gill.model.PassedOver;
import dev.gill.model.PassedOver.Reason;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.SourceId;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A shared drive with bins, conflict copies and formats that nobody reads. */
@Tag("slow")
class FolderCaseTest {
  private static final SourceId TEAM = new SourceId("team");
  private static final String SCRIPT = "src/test/resources/cases/34-folder.sh";

  @TempDir private static Path temporary;
  private static House house;

  @BeforeAll
  static void follow() throws Exception {
    Path team = temporary.resolve("team");
    int made = new ProcessBuilder("sh", SCRIPT, team.toString()).inheritIO().start().waitFor();
    assertThat(made).isZero();
    Files.writeString(team.resolve("sketch.xyz"), "The sketch says 3.");
    Files.writeString(team.resolve("letter.pages"), "The letter says 4.");
    Files.writeString(team.resolve("photo.webp"), "png");
    Map<String, String> settings =
        Map.of(
            "gill.data", temporary.resolve("data").toString(),
            "gill.sources.team.type", "folder",
            "gill.sources.team.path", team.toString());
    Config config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(settings, "test", 300))
            .build();
    house = House.open(ConfigFile.of(config), Clock.systemUTC());
    house.breathing().breatheOnce();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Who is the night guard of hall 4?, Bo Lindqvist, Al Moreno",
    "What is the boiler code?, 2222, 1111",
    "When is the bell rung?, noon, Gill"
  })
  void whatIsValidAnswers(String question, String said, String never) throws Exception {
    Answer.Grounded answer = (Answer.Grounded) answer(question);
    List<String> quotes =
        answer.statements().stream()
            .flatMap(statement -> statement.citations().stream())
            .map(citation -> citation.quote())
            .toList();
    assertThat(quotes).anyMatch(quote -> quote.contains(said));
    assertThat(quotes).noneMatch(quote -> quote.contains(never));
  }

  @ParameterizedTest
  @CsvSource({
    "What is the guest wifi password?, tulip-88",
    "Which alarm company did we use?, Sirenix",
    "Who had the lift contract?, Hissbolaget",
    "What was the boiler code?, 1111",
    "Who was the night guard of hall 4?, Al Moreno"
  })
  void whatWasThrownAwayIsNowhere(String question, String thrownAway) throws Exception {
    assertThat(answer(question).toString()).doesNotContain(thrownAway);
    assertThat(house.answerer().search(new Question(question, Reader.anyone()), 10))
        .noneMatch(found -> found.toString().contains(thrownAway));
  }

  @Test
  void theValidOnesAloneAreDocuments() {
    try (Snapshot snapshot = house.engine().snapshot()) {
      assertThat(snapshot.documents(TEAM))
          .extracting(DocId::key)
          .contains("rota.md", "heating.md", "README")
          .noneMatch(key -> key.contains("ecycle") || key.contains("conflict"));
    }
  }

  @Test
  void binsCopiesAndFormatsAreReported() {
    assertThat(named(Reason.RECYCLED)).containsExactly("#recycle", "$RECYCLE.BIN", "@Recycle");
    assertThat(named(Reason.CONFLICT_COPY))
        .containsExactly(
            "heating (Jon's conflicted copy 2025-03-01).md",
            "rota.sync-conflict-20250301-101010-ABCDEFG.md");
    assertThat(named(Reason.FORMAT)).contains("letter.pages", "sketch.xyz");
    assertThat(named(Reason.PICTURE)).containsExactly("photo.webp");
    assertThat(groups(Reason.FORMAT))
        .filteredOn(group -> group.ending().equals(".xyz"))
        .singleElement()
        .satisfies(group -> assertThat(group.why()).contains("save them as .docx or .pdf"));
  }

  private static Answer answer(String question) throws Exception {
    return house.answerer().answer(new Question(question, Reader.anyone()));
  }

  private static Stream<PassedOver> groups(Reason reason) {
    return house.breathing().sources().getFirst().passedOver().stream()
        .filter(group -> group.reason() == reason);
  }

  private static List<String> named(Reason reason) {
    return groups(reason).flatMap(group -> group.docs().stream()).map(DocId::key).toList();
  }
}
