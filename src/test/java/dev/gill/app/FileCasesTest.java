package dev.gill.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gill.answer.Answerer;
import dev.gill.answer.QuotingAnswerer;
import dev.gill.embed.Embedders;
import dev.gill.embed.Scorers;
import dev.gill.embed.onnx.OnnxModels;
import dev.gill.embed.onnx.OnnxSettings;
import dev.gill.index.IndexEngine;
import dev.gill.index.lucene.LuceneEngine;
import dev.gill.model.Answer;
import dev.gill.model.Citation;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.SourceId;
import dev.gill.model.Statement;
import dev.gill.parse.formats.Formats;
import dev.gill.retrieve.Aids;
import dev.gill.retrieve.Retriever;
import dev.gill.source.folder.FolderSettings;
import dev.gill.source.folder.FolderSource;
import dev.gill.sync.Breathing;
import dev.gill.sync.Followed;
import dev.gill.sync.Intake;
import dev.gill.translate.Dictionary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of the kinds in which facts get lost, all followed together, and what people ask of them.
 * What is right for each file: {@code cases/expected.md}.
 */
@Tag("slow")
class FileCasesTest {
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final SourceId SOURCE = new SourceId("cases");

  /** The first letters of the files to ask about, parted by commas; empty for all. */
  private static final String ONLY = System.getProperty("gill.cases", "");

  @TempDir static Path work;
  private static Scorers readers;
  private static Embedders embedders;
  private static IndexEngine engine;
  private static Breathing breathing;
  private static Answerer answerer;

  /**
   * A question.
   *
   * @param words that the answer holds, or does not where {@code !} stands in front
   */
  record Asked(String file, String question, List<String> words) {
    @Override
    public String toString() {
      return file + ": " + question;
    }
  }

  @BeforeAll
  static void followTheFiles() throws IOException {
    Path folder = Files.createDirectory(work.resolve("files"));
    try (Stream<Path> files = Files.list(CASES)) {
      for (Path file : files.filter(FileCasesTest::isCase).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    OnnxModels models = new OnnxModels(Path.of("models"), OnnxSettings.defaults());
    embedders = models.open();
    readers = models.openReaders();
    engine = LuceneEngine.open(work.resolve("index"), new HashSet<>(embedders.spaces().values()));
    Clock clock = Clock.systemUTC();
    FolderSource source =
        new FolderSource(FolderSettings.of(SOURCE, folder), Formats::known, clock);
    breathing =
        new Breathing(
            List.of(new Followed(source, "folder", FolderSettings.SWEEP_EVERY)),
            engine,
            new Intake(engine, new Formats(), Formats.RECIPE, embedders, clock),
            clock);
    Aids aids = new Aids(readers, Dictionary.open(Path.of("models")));
    answerer = new QuotingAnswerer(new Retriever(engine, embedders, aids), breathing::inStepAt);
    breathing.start();
    await().atMost(Duration.ofMinutes(2)).until(() -> breathing.inStepAt(SOURCE).isPresent());
  }

  private static boolean isCase(Path file) {
    String name = file.getFileName().toString();
    return Character.isDigit(name.charAt(0)) && !name.endsWith(".sh");
  }

  @AfterAll
  static void close() {
    breathing.close();
    engine.close();
    readers.close();
    embedders.close();
  }

  static Stream<Asked> questions() throws IOException {
    return Files.readAllLines(CASES.resolve("expected.questions")).stream()
        .filter(line -> !line.isBlank())
        .map(line -> line.split("\t"))
        .map(cells -> new Asked(cells[0], cells[1], List.of(cells[2].split(" && "))))
        .filter(asked -> Stream.of(ONLY.split(",")).anyMatch(asked.file()::startsWith));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void theFirstCitationIsRight(Asked asked) throws InterruptedException {
    Answer answer = answerer.answer(new Question(asked.question(), Reader.anyone()));
    String said = first(answer).map(FileCasesTest::shown).orElse("");
    for (String word : asked.words()) {
      if (word.startsWith("!")) {
        assertThat(said).doesNotContain(word.substring(1));
      } else {
        assertThat(said).contains(word);
        assertThat(first(answer).orElseThrow().doc().key()).isEqualTo(asked.file());
      }
    }
  }

  private static Optional<Citation> first(Answer answer) {
    return switch (answer) {
      case Answer.Grounded(List<Statement> statements, var _, var _) ->
          Optional.of(statements.getFirst().citations().getFirst());
      case Answer.Near(Citation citation, var _) -> Optional.of(citation);
      case Answer.Unknown _ -> Optional.empty();
    };
  }

  /** The quote, with the heading row that is shown above a row. */
  private static String shown(Citation citation) {
    return String.join(" ", citation.where().columns()) + " " + citation.quote();
  }
}
