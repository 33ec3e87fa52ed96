package dev.gill.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.index.Samples;
import dev.gill.model.Audience;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are asked for by what they are called. */
class NamedDocumentsTest {
  private static final Audience HR = Samples.groups("hr");

  private final Shelf shelf = new Shelf();

  @AfterEach
  void close() {
    shelf.close();
  }

  private List<String> asked(String question) throws InterruptedException {
    try (Evidence found = shelf.retriever().retrieve(new Question(question, Reader.anyone()), 5)) {
      return Found.keys(found.passages());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          What does the strict document say?             | strict
          What does the boat house page say about keys?  | boat house
          What does the document Boat House say?         | Boat House
          What is written in the boat house file?        | boat house
          What is in boat-house.docx?                    | boat-house.docx
          Does plan.md mention the ferry?                | plan.md
          船屋文档里写了什么？                              | 船屋
          《船屋守则》这份文件说了些什么？                   | 船屋守则
          """)
  void aQuestionMayAskForADocument(String question, String called) {
    assertThat(NamedDocuments.in(question)).hasValue(called);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How do I document the boat house?",
        "What does the boat house cost?",
        "Which page says where the keys are?",
        "Where is example.org registered?",
        "船屋的钥匙在哪里？",
      })
  void othersAskForWhatDocumentsSay(String question) {
    assertThat(NamedDocuments.in(question)).isEmpty();
  }

  @Test
  void aDocumentIsFoundByTheNameOfItsFileThoughItsTitleIsAnother() throws InterruptedException {
    shelf
        .put("club:lists/oars.md", "# Winter\n\nThey hang dry.\n")
        .put("club:say.md", "# Documents\n\nWhat does one say to guests? A document lists it.\n");
    assertThat(asked("What does the oars document say?").getFirst()).isEqualTo("lists/oars.md");
    assertThat(asked("What is in oars.md?").getFirst()).isEqualTo("lists/oars.md");
  }

  @Test
  void whatIsAskedOfADocumentIsLookedForInAllOfIt() throws InterruptedException {
    shelf
        .put("club:keys.md", "# Keys\n\nThe keys of the ferry hang in the office.\n")
        .put(
            "club:ferry.md",
            "# Ferry\n\nIt leaves at nine.\n\n## Keys\n\nThe keys lie under the bench.\n");
    try (Evidence found =
        shelf
            .retriever()
            .retrieve(
                new Question("What does the ferry page say about keys?", Reader.anyone()), 5)) {
      assertThat(found.passages().getFirst().passage().chunk().text()).contains("bench");
    }
  }

  @Test
  void aNameThatManyDocumentsHaveSinglesOutNone() throws InterruptedException {
    for (int i = 0; i < 6; i++) {
      shelf.put("club:%d/plan.md".formatted(i), "# Day %d\n\nWe row.\n".formatted(i));
    }
    shelf.put("club:say.md", "# Documents\n\nThe plan document says what a plan is.\n");
    assertThat(asked("What does the plan document say?").getFirst()).isEqualTo("say.md");
  }

  @Test
  void nobodyMeetsByNameWhatTheyMayNotRead() throws InterruptedException {
    shelf.put("club:wages.md", "# Figures\n\nSome text\n", HR).put("club:a.md", "# A\n\nB.\n");
    assertThat(asked("What does the wages document say?")).doesNotContain("wages.md");
  }
}
