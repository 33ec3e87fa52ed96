package dev.gill.lab.learn;

import dev.gill.index.Snapshot;
import dev.gill.ledger.Feedback;
import dev.gill.model.Chunk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes lessons of feedback. */
public final class Lessons {
  private Lessons() {}

  /**
   * A lesson for each question, of the quotes that still stand where they stood; the last word on a
   * quote counts.
   */
  public static List<Lesson> of(List<Feedback> feedback, Snapshot snapshot) {
    Map<String, Map<Lesson.Marked, Boolean>> byQuestion = new LinkedHashMap<>();
    for (Feedback said : feedback) {
      quoted(said, snapshot)
          .ifPresent(
              words ->
                  byQuestion
                      .computeIfAbsent(said.question().strip(), _ -> new LinkedHashMap<>())
                      .put(new Lesson.Marked(said.document(), words), said.helpful()));
    }
    List<Lesson> lessons = new ArrayList<>();
    byQuestion.forEach(
        (question, marked) ->
            lessons.add(new Lesson(question, said(marked, true), said(marked, false))));
    return lessons;
  }

  private static List<Lesson.Marked> said(Map<Lesson.Marked, Boolean> marked, boolean helpful) {
    return marked.keySet().stream().filter(each -> marked.get(each) == helpful).toList();
  }

  private static Optional<String> quoted(Feedback said, Snapshot snapshot) {
    return snapshot.document(said.document()).stream()
        .flatMap(document -> document.chunks().stream())
        .filter(chunk -> chunk.fingerprint().equals(said.chunk()))
        .map(Chunk::text)
        .filter(text -> said.within().end() <= text.length())
        .map(said.within()::of)
        .filter(words -> !words.isBlank())
        .findFirst();
  }
}
