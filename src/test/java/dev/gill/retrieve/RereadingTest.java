package dev.gill.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.embed.Reading;
import dev.gill.embed.Scorer;
import dev.gill.embed.Scorers;
import dev.gill.model.Language;
import dev.gill.model.Question;
import dev.gill.model.Range;
import dev.gill.model.Reader;
import dev.gill.model.Scored;
import dev.gill.translate.Translator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How what a reader tells changes the ranking. */
class RereadingTest {
  private static final String QUESTION = "How long are backups of the database kept?";

  private final Shelf shelf = new Shelf();
  private final List<Scorer.Page> read = new ArrayList<>();

  @BeforeEach
  void fill() {
    shelf.put("wiki:words.md", "# Words\n\nBackups of the database are kept, but how long?\n");
    shelf.put(
        "wiki:right.md",
        "# Retention\n\nIt is kept long: dumps of the database stay for five weeks.\n");
    for (int i = 0; i < 20; i++) {
      shelf.put("wiki:other%d.md".formatted(i), "# Database %d\n\nIn a rack.\n".formatted(i));
    }
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  /** A reader that is sure of the word "dumps". */
  private final class Sure implements Scorer {
    @Override
    public List<Reading> read(String question, List<Page> passages) {
      read.addAll(passages);
      return passages.stream().map(this::read).toList();
    }

    private Reading read(Page page) {
      int at = page.text().indexOf("dumps");
      return at < 0
          ? new Reading(-9, new int[0], new int[0], new float[0])
          : new Reading(9, new int[] {at}, new int[] {at + 5}, new float[] {9});
    }

    @Override
    public void close() {
      // holds nothing
    }
  }

  private Evidence retrieve(Language language, int k) throws InterruptedException {
    Scorers readers = new Scorers(Map.of(language, new Sure()));
    return new Retriever(shelf.engine(), shelf.embedders(), new Aids(readers, Translator.none()))
        .retrieve(new Question(QUESTION, Reader.anyone()), k);
  }

  private static List<String> keys(Evidence evidence) {
    return evidence.passages().stream().map(found -> found.passage().doc().key()).toList();
  }

  @Test
  void whatTheReaderIsSureOfComesFirst() throws InterruptedException {
    try (Evidence without = shelf.retriever().retrieve(new Question(QUESTION, Reader.anyone()), 9);
        Evidence with = retrieve(Language.ENGLISH, 9)) {
      assertThat(keys(without)).first().isEqualTo("words.md");
      assertThat(without.isRead()).isFalse();
      assertThat(keys(with)).first().isEqualTo("right.md");
      assertThat(with.passages()).hasSize(9);
      assertThat(with.passages()).extracting(Scored::score).allMatch(s -> s >= 0 && s <= 1);
    }
  }

  @Test
  void evidenceTellsWhatTheReaderTold() throws InterruptedException {
    try (Evidence evidence = retrieve(Language.ENGLISH, 9)) {
      Scored right = evidence.passages().getFirst();
      int at = right.passage().chunk().text().indexOf("dumps");
      assertThat(evidence.isRead()).isTrue();
      assertThat(evidence.relevance(right)).isGreaterThan(0.99);
      assertThat(evidence.answer(right, new Range(at, at + 5))).isGreaterThan(0.99);
      assertThat(evidence.answer(right, new Range(0, 3))).isZero();
      assertThat(evidence.relevance(evidence.passages().getLast())).isLessThan(0.01);
    }
  }

  @Test
  void whereOneOfTheFirstPassagesIsLikelyToAnswerNoOthersAreRead() throws InterruptedException {
    try (Evidence evidence = retrieve(Language.ENGLISH, 20)) {
      assertThat(evidence.passages()).hasSize(20);
      assertThat(read).hasSize(Rereading.FIRST);
      assertThat(read).extracting(Scorer.Page::headings).contains("Retention", "Words");
    }
  }

  @Test
  void whereNoneOfThemIsMoreAreReadButNotAll() throws InterruptedException {
    shelf.put("wiki:right.md", "# Retention\n\nIt is kept long in the database.\n");
    try (Evidence evidence = retrieve(Language.ENGLISH, 20)) {
      assertThat(evidence.passages()).hasSize(20);
      assertThat(read).hasSize(Rereading.DEPTH).doesNotHaveDuplicates();
    }
  }

  @Test
  void aLanguageWithoutAReaderIsRankedAsBefore() throws InterruptedException {
    try (Evidence evidence = retrieve(Language.CHINESE, 9)) {
      assertThat(keys(evidence)).first().isEqualTo("words.md");
      assertThat(evidence.isRead()).isFalse();
      assertThat(read).isEmpty();
    }
  }
}
