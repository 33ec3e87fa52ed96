package dev.gill.answer.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.answer.QuotingAnswerer;
import dev.gill.index.Samples;
import dev.gill.model.Answer;
import dev.gill.model.Passage;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.Scored;
import dev.gill.retrieve.Shelf;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which of the passages that are found a model is shown. */
class SelectedTest {
  @Test
  void aLongDocumentCrowdsNoOtherOut() throws InterruptedException {
    try (Shelf shelf = new Shelf()) {
      StringBuilder many = new StringBuilder("# Backups\n");
      for (String each : "orders invoices wages visits parcels maps".split(" ")) {
        many.append(
            "\n## Backups of %1$s\n\nBackups of %1$s are kept by the %1$s desk.\n".formatted(each));
      }
      shelf.put("wiki:backups.md", many.toString());
      shelf.put("wiki:duties.md", "# Duties\n\nThe desk keeps what is left.\n");
      QuotingAnswerer quoting =
          new QuotingAnswerer(shelf.retriever(), _ -> Optional.of(Samples.NOON));
      Question question = new Question("Which desk keeps backups of orders?", Reader.anyone());
      Answer.Grounded quoted = (Answer.Grounded) quoting.answer(question);
      List<Scored> found =
          quoting.search(question, 20).stream()
              .sorted(Comparator.comparing(s -> s.passage().doc().toString()))
              .toList();
      List<Passage> shown = Selected.of(found, quoted.citations());
      assertThat(found).hasSizeGreaterThan(6);
      assertThat(shown).hasSize(6);
      assertThat(shown).anyMatch(passage -> passage.doc().key().equals("duties.md"));
      assertThat(shown)
          .anyMatch(p -> p.chunk().text().contains(quoted.citations().getFirst().quote()));
    }
  }
}
