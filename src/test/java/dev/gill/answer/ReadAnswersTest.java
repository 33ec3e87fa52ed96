package dev.gill.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.embed.Scorers;
import dev.gill.embed.WordScorer;
import dev.gill.model.Answer;
import dev.gill.model.Language;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.retrieve.Aids;
import dev.gill.retrieve.Retriever;
import dev.gill.retrieve.Shelf;
import dev.gill.translate.Translator;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers where a reader, a stand-in that goes by words, has read what was found. */
class ReadAnswersTest {
  private final Shelf shelf = new Shelf();

  @AfterEach
  void close() {
    shelf.close();
  }

  private Answer ask(String question) throws InterruptedException {
    Scorers readers = new Scorers(Map.of(Language.ENGLISH, new WordScorer()));
    return new QuotingAnswerer(
            new Retriever(shelf.engine(), shelf.embedders(), new Aids(readers, Translator.none())),
            source -> Optional.empty())
        .answer(new Question(question, Reader.anyone()));
  }

  private String quoted(String question) throws InterruptedException {
    Answer answer = ask(question);
    assertThat(answer).isInstanceOf(Answer.Grounded.class);
    return ((Answer.Grounded) answer).citations().getFirst().quote();
  }

  @Test
  void theSentenceThatTheReaderIsSureOfIsQuoted() throws InterruptedException {
    shelf.put(
        "wiki:leave.md",
        "# Leave\n\nTalk to your team.\n\nYou get 28 days of leave each year.\n\nEnjoy it.\n");
    assertThat(quoted("How many days of leave do I get each year?"))
        .isEqualTo("You get 28 days of leave each year.");
  }

  @Test
  void neighboursThatTheReaderFindsLikelyComeAlong() throws InterruptedException {
    shelf.put(
        "wiki:restore.md",
        "# Restore\n\nBackups run at night.\n\n- To restore the database, stop the writer.\n"
            + "- Then restore the database files.\n- Have a cup of tea.\n");
    assertThat(quoted("How do I restore the database files?"))
        .isEqualTo("To restore the database, stop the writer.\n- Then restore the database files.");
  }

  @Test
  void whatTheReaderFindsInNoPassageIsUnknown() throws InterruptedException {
    shelf.put("wiki:tower.md", "# Tower\n\nOur office has a view of a tower.\n");
    assertThat(ask("When did somebody clean that coffee machine?"))
        .isInstanceOf(Answer.Unknown.class);
  }
}
