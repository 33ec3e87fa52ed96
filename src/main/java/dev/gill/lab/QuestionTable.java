package dev.gill.lab;

import dev.gill.answer.Answerer;
import dev.gill.model.Answer;
import dev.gill.model.Citation;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.Scored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Questions with the passage that answers each: lines of {@code question, document, answer}, parted
 * by tabs, after a header. The document is a key within its source; the answer is a few words that
 * stand in it. Without both, nothing answers the question.
 */
public final class QuestionTable {
  private record Row(String question, String document, String answer) {
    boolean answerable() {
      return !document.isEmpty();
    }
  }

  private final List<Row> rows;

  private QuestionTable(List<Row> rows) {
    this.rows = rows;
  }

  /** Reads a table. */
  public static QuestionTable read(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException("There is no readable table of questions at %s.".formatted(file));
    }
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
      String[] cells = line.split("\t", -1);
      if (cells.length != 3) {
        throw new IOException(
            "%s: a line has three cells parted by tabs, not '%s'.".formatted(file, line));
      }
      rows.add(new Row(cells[0], cells[1], cells[2]));
    }
    return new QuestionTable(rows);
  }

  /** Asks every question. */
  public QuestionReport ask(Answerer answerer, Reader reader) throws InterruptedException {
    List<QuestionReport.Outcome> outcomes = new ArrayList<>();
    for (Row row : rows) {
      Question question = new Question(row.question(), reader);
      Answer answer = answerer.answer(question);
      List<Scored> passages = answerer.search(question, 10);
      outcomes.add(outcome(row, answer, passages));
    }
    return new QuestionReport(outcomes);
  }

  private static QuestionReport.Outcome outcome(Row row, Answer answer, List<Scored> passages) {
    List<Citation> citations = answer instanceof Answer.Grounded g ? g.citations() : List.of();
    int passage = 0;
    int citation = 0;
    int quote = 0;
    for (int i = passages.size(); i-- > 0; ) {
      passage = row.answerable() && answers(row, passages.get(i)) ? i + 1 : passage;
    }
    for (int i = citations.size(); i-- > 0; ) {
      Citation cited = citations.get(i);
      boolean right =
          row.answerable() && passages.stream().anyMatch(p -> within(cited, p) && answers(row, p));
      citation = right ? i + 1 : citation;
      quote = right && plain(cited.quote()).contains(plain(row.answer())) ? i + 1 : quote;
    }
    return new QuestionReport.Outcome(
        row.question(), row.answerable(), !citations.isEmpty(), passage, citation, quote);
  }

  private static boolean answers(Row row, Scored found) {
    return found.passage().doc().key().equals(row.document())
        && plain(found.passage().chunk().text()).contains(plain(row.answer()));
  }

  private static boolean within(Citation citation, Scored found) {
    return found.passage().doc().equals(citation.doc())
        && found.passage().chunk().start() <= citation.start()
        && citation.end() <= found.passage().chunk().end();
  }

  /** Without white space and case: an answer may stand across a line's end in the original. */
  private static String plain(String text) {
    return text.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
  }
}
