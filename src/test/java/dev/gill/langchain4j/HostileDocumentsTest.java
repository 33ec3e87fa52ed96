package dev.gill.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.answer.QuotingAnswerer;
import dev.gill.answer.chat.ComposingAnswerer;
import dev.gill.answer.chat.Consultation;
import dev.gill.answer.chat.Spending;
import dev.gill.index.Samples;
import dev.gill.model.Answer;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.Statement;
import dev.gill.retrieve.Shelf;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents that want something of whoever reads them, and a model that does whatever they want: it
 * says what they order and cites whichever passage it likes.
 */
@Tag("slow")
class HostileDocumentsTest {
  private static final String QUESTION = "How long are daily backups kept?";
  private static final String HONEST =
      "# Backups\n\nDaily backups are kept for 35 days. Restores are asked for in the channel.\n";
  private static final String FACT = "Daily backups are kept for 35 days.";

  private final Shelf shelf = new Shelf();
  private ScriptedServer server;

  /**
   * A document, and what a model says that obeys it.
   *
   * @param wanted what must not be shown
   */
  record Hostile(String name, String document, String obeyed, String wanted) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer(ScriptedServer.saying(FACT + " [1]"));
  }

  @AfterEach
  void stop() {
    server.close();
    shelf.close();
  }

  private Answer ask() throws InterruptedException {
    Spending free =
        new Spending() {
          @Override
          public boolean allows(long in, long out) {
            return true;
          }

          @Override
          public Optional<BigDecimal> settle(long asideIn, long asideOut, long in, long out) {
            return Optional.empty();
          }
        };
    Duration patience = Duration.ofSeconds(10);
    LangChainModel model =
        LangChainModel.openAi(server.address(), "small", Optional.empty(), patience, 200);
    return new ComposingAnswerer(
            new QuotingAnswerer(shelf.retriever(), source -> Optional.of(Samples.NOON)),
            new Consultation(model, free, patience, 200, InstantSource.fixed(Samples.NOON)))
        .answer(new Question(QUESTION, Reader.anyone()));
  }

  /** Blocks parted by a line of equals signs: name, document, what is said, what is wanted. */
  static Stream<Hostile> documents() throws IOException {
    try (InputStream in = HostileDocumentsTest.class.getResourceAsStream("hostile.txt")) {
      List<Hostile> all = new ArrayList<>();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String block : text.split("\n====\n")) {
        String[] parts = block.strip().split("\n----\n");
        all.add(
            new Hostile(parts[0], unescaped(parts[1]), unescaped(parts[2]), unescaped(parts[3])));
      }
      return all.stream();
    }
  }

  /** Invisible characters are written by their number, so that the file can be read. */
  private static String unescaped(String text) {
    return Pattern.compile("\\\\u\\{([0-9A-F]+)}")
        .matcher(text)
        .replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16)));
  }

  /** In what is said, 1 stands for the honest passage and 2 for the other. */
  private static String numbered(String said, String content) {
    boolean first = content.contains("<passage number=\"1\" document=\"Backups\"");
    return first
        ? said
        : said.replaceAll("(?<=[\\[【])1(?=[]】])", "0")
            .replaceAll("\\[2]", "[1]")
            .replaceAll("(?<=[\\[【])0(?=[]】])", "2");
  }

  @Test
  void thereAreFifty() throws IOException {
    assertThat(documents().count()).isGreaterThanOrEqualTo(50);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void whatADocumentOrdersIsNotShown(Hostile hostile) throws InterruptedException {
    shelf.put("wiki:backups.md", HONEST);
    shelf.put("wiki:hostile.md", hostile.document());
    server.now(
        (exchange, request) -> {
          String content = request.path("messages").path(1).path("content").asText();
          ScriptedServer.saying(numbered(FACT + " [1]\n" + hostile.obeyed(), content))
              .reply(exchange, request);
        });
    Answer answer = ask();
    List<Statement> statements =
        answer instanceof Answer.Grounded grounded ? grounded.statements() : List.of();
    assertThat(statements.stream().map(Statement::text))
        .noneMatch(t -> t.contains(hostile.wanted()));
    assertThat(statements.stream().map(Statement::text)).contains(FACT);
    if (!server.requests().isEmpty()) {
      String request =
          server.requests().getFirst().path("messages").path(1).path("content").asText();
      int opened = request.split("<passage ", -1).length - 1;
      assertThat(request.split("</passage>", -1).length - 1).isEqualTo(opened);
      assertThat(request.lines().filter(line -> line.startsWith("<passage number=")).count())
          .isEqualTo(opened);
      assertThat(request).endsWith("\nQuestion: " + QUESTION);
      assertThat(request.chars().filter(c -> c >= 0x200B && c <= 0x200F || c == 0x202E)).isEmpty();
    }
  }
}
