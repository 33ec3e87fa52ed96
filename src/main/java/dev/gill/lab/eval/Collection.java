package dev.gill.lab.eval;

import dev.gill.model.Language;
import java.util.List;
import java.util.Map;

/**
 * Documents, questions, and which documents answer which question.
 *
 * @param name of the set, the folder's
 * @param language of its documents taken together
 * @param documents in the order of the file
 * @param queries in the order of the file
 * @param judgements by query and document, the grade; only grades above 0
 */
record Collection(
    String name,
    Language language,
    List<Item> documents,
    List<Query> queries,
    Map<String, Map<String, Integer>> judgements)
    implements EvalSet {
  /** A document. */
  record Item(String id, String title, String text) {
    /** What is embedded of it, as the published figures have it: the title, white space, text. */
    String whole() {
      return title.isBlank() ? text : title + "\n" + text;
    }
  }

  /**
   * A question.
   *
   * @param answers strings of which one stands in whatever answers it; empty if there are none
   * @param answerable whether a document answers it
   */
  record Query(String id, String text, List<String> answers, boolean answerable) {
    Query {
      answers = List.copyOf(answers);
    }
  }

  Collection {
    documents = List.copyOf(documents);
    queries = List.copyOf(queries);
    judgements = Map.copyOf(judgements);
  }

  /** The questions that some document is judged to answer. */
  List<Query> judged() {
    return queries.stream().filter(query -> judgements.containsKey(query.id())).toList();
  }

  /** The questions whose quotes can be checked. */
  List<Query> withAnswers() {
    return judged().stream().filter(query -> !query.answers().isEmpty()).toList();
  }

  /** The questions that nothing answers. */
  List<Query> unanswerable() {
    return queries.stream().filter(query -> !query.answerable()).toList();
  }
}
