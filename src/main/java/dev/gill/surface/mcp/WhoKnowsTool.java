package dev.gill.surface.mcp;

import dev.gill.model.Anchor;
import dev.gill.model.Passage;
import dev.gill.model.Place;
import dev.gill.model.Question;
import dev.gill.model.Scored;
import dev.gill.surface.Asking;
import dev.gill.surface.Right;
import dev.gill.surface.Texts;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says who wrote about a topic, by what they wrote; nobody is asked and nobody is imitated. */
@Singleton
final class WhoKnowsTool implements Tool {
  private static final int USUAL = 3;
  private static final int MOST = 10;

  /** Passages that are looked through. */
  private static final int PASSAGES = 30;

  /** Documents that are shown of each. */
  private static final int DOCUMENTS = 3;

  private final Asking asking;

  @Inject
  WhoKnowsTool(Asking asking) {
    this.asking = asking;
  }

  /** Who wrote most of what was found, first. */
  record Reply(List<Writer> people) {}

  /**
   * Somebody who wrote about it.
   *
   * @param passages how many of those that were looked through
   */
  record Writer(String name, int passages, List<DocumentView> documents) {}

  private static final class Written {
    private final Map<String, DocumentView> documents = new LinkedHashMap<>();
    private double score;
    private int passages;

    void add(double more, DocumentView document) {
      score += more;
      passages++;
      documents.putIfAbsent(document.id(), document);
    }

    Writer by(String name) {
      return new Writer(name, passages, documents.values().stream().limit(DOCUMENTS).toList());
    }
  }

  @Override
  public String name() {
    return "who_knows";
  }

  @Override
  public Right needs() {
    return Right.ASK;
  }

  @Override
  public Schema parameters(Texts t) {
    return new Schema()
        .needed("topic", t.with("mcp.who_knows.topic", Asking.LONGEST_QUESTION))
        .number("limit", 1, MOST, t.with("mcp.param.limit", USUAL));
  }

  @Override
  public Result call(Arguments given, Caller caller) throws ToolException, InterruptedException {
    String topic = given.text("topic");
    int limit = given.number("limit", 1, MOST).orElse(USUAL);
    Map<String, Written> people = new LinkedHashMap<>();
    for (Scored found : asking.search(new Question(topic, caller.reader()), PASSAGES)) {
      Passage passage = found.passage();
      DocumentView document =
          DocumentView.of(passage.doc(), passage.locate(passage.chunk().start()), caller.here());
      for (String author : authors(passage)) {
        people.computeIfAbsent(author, _ -> new Written()).add(found.score(), document);
      }
    }
    List<Writer> writers =
        people.entrySet().stream()
            .sorted(
                Comparator.comparingDouble(
                    (Map.Entry<String, Written> entry) -> -entry.getValue().score))
            .limit(limit)
            .map(entry -> entry.getValue().by(entry.getKey()))
            .toList();
    return new Result(text(writers, caller.texts(topic)), new Reply(writers));
  }

  /** Of a conversation, whoever said some of it; else who wrote the document's revision. */
  private static Set<String> authors(Passage passage) {
    List<String> authors = new ArrayList<>();
    authors.add(passage.locate(passage.chunk().start()).author());
    for (Anchor anchor : passage.chunk().anchors()) {
      if (anchor.place() instanceof Place.Message message) {
        authors.add(message.author());
      }
    }
    authors.removeIf(String::isBlank);
    return new LinkedHashSet<>(authors);
  }

  private static String text(List<Writer> writers, Texts t) {
    if (writers.isEmpty()) {
      return t.of("mcp.who_knows.nobody");
    }
    StringBuilder text = new StringBuilder(t.of("mcp.who_knows.found")).append('\n');
    for (Writer writer : writers) {
      text.append("- %s\n".formatted(writer.name()));
      writer
          .documents()
          .forEach(each -> text.append("  - %s (%s)\n".formatted(each.line(), each.id())));
    }
    return text.toString().strip();
  }
}
