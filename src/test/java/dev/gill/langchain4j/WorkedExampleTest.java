package dev.gill.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.answer.Answerer;
import dev.gill.answer.QuotingAnswerer;
import dev.gill.model.Audience;
import dev.gill.model.Reader;
import dev.gill.retrieve.Shelf;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkedExampleTest {
  private static final String QUESTION = "How long are nightly backups kept?";

  private final Shelf shelf =
      new Shelf()
          .put("wiki:backup.md", "# Backups\n\nNightly backups are kept for 35 days.")
          .put(
              "wiki:vault.md",
              "# Vault\n\nNightly backups of the vault are kept for 99 years.",
              Audience.of("board"));

  private final List<String> asked = new ArrayList<>();

  /** Stands in for a model, of which an answer proves nothing here: what it was sent does. */
  private final ChatModel model =
      new ChatModel() {
        @Override
        public ChatResponse doChat(ChatRequest request) {
          asked.add(((UserMessage) request.messages().getLast()).singleText());
          return ChatResponse.builder().aiMessage(AiMessage.from("For 35 days.")).build();
        }
      };

  private String answer(Reader reader) {
    Answerer gill = new QuotingAnswerer(shelf.retriever(), _ -> Optional.empty());
    return new WorkedExample(gill, shelf.engine(), model, reader).answer(QUESTION);
  }

  @Test
  void theModelMeetsWhatTheReaderMayReadAndTheAnswerSaysWhere() {
    assertThat(answer(Reader.anyone())).isEqualTo("For 35 days.\n- wiki:backup.md, for everyone");
    assertThat(asked.getFirst()).contains("35 days").doesNotContain("99 years");
    assertThat(answer(Reader.member("board"))).contains("- wiki:vault.md, for board");
    assertThat(asked.getLast()).contains("99 years");
  }

  @Test
  void thePageShowsTheExampleAsItIsTested() throws IOException {
    String source =
        Files.readString(Path.of("src/test/java/dev/gill/langchain4j/WorkedExample.java"));
    String page = Files.readString(Path.of("docs/agents.md"));
    assertThat(page).contains("```java\n" + source + "```");
    assertThat(source.lines().count()).isLessThanOrEqualTo(45);
  }
}
