package dev.gill.answer;

import dev.gill.model.Citation;
import dev.gill.model.Language;
import dev.gill.model.NearPassage;
import dev.gill.model.Part;
import dev.gill.model.Passage;
import dev.gill.model.Question;
import dev.gill.model.Range;
import dev.gill.model.Restriction;
import dev.gill.model.Scored;
import dev.gill.model.Sentences;
import dev.gill.model.Statement;
import dev.gill.retrieve.Retriever;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Lists what was written since a day, for a question that asks for that. */
final class Changes {
  private static final int MOST = 8;

  private final Retriever retriever;
  private final InstantSource clock;

  Changes(Retriever retriever, InstantSource clock) {
    this.retriever = retriever;
    this.clock = clock;
  }

  /**
   * What was found.
   *
   * @param statements what each document that changed begins with, the newest first
   * @param nothing says that nothing changed
   */
  record Listed(List<Passage> passages, List<Statement> statements, String nothing) {
    /** As if each passage had been found by a question. */
    Assessment assessment() {
      List<Citation> cited = statements.stream().flatMap(s -> s.citations().stream()).toList();
      List<Scored> found =
          passages.stream()
              .map(each -> new Scored(each, 1, OptionalDouble.empty(), OptionalDouble.empty()))
              .toList();
      List<NearPassage> nearest =
          IntStream.range(0, found.size())
              .mapToObj(i -> new NearPassage(found.get(i), cited.get(i).said()))
              .toList();
      Assessment.Verdict verdict =
          cited.isEmpty() ? Assessment.Verdict.UNKNOWN : Assessment.Verdict.ANSWERED;
      return new Assessment(found, nearest, cited, cited, cited.isEmpty() ? 0 : 1, verdict);
    }
  }

  /** Empty if something else is asked. */
  Optional<Listed> of(Question question) {
    return ChangeQuestion.of(question.text(), clock.instant())
        .map(asked -> listed(question, asked));
  }

  private Listed listed(Question question, ChangeQuestion asked) {
    Restriction given = question.restriction();
    Instant since = given.from().filter(from -> from.isAfter(asked.since())).orElse(asked.since());
    Restriction lately = new Restriction(given.sources(), Optional.of(since), given.before());
    List<Passage> passages = retriever.latest(question.reader(), lately, asked.about(), MOST);
    List<Passage> listed = new ArrayList<>();
    List<Statement> statements = new ArrayList<>();
    for (Passage passage : passages) {
      first(passage)
          .ifPresent(
              range -> {
                listed.add(passage);
                statements.add(statement(Citing.of(passage, range, statements.size() + 1)));
              });
    }
    return new Listed(listed, statements, nothing(question, asked));
  }

  private static Statement statement(Citation citation) {
    List<Part> parts = new ArrayList<>();
    String title = citation.where().title() + ": ";
    parts.add(new Part(Part.Kind.WORDS, title, false));
    parts.addAll(citation.said());
    return new Statement(title + citation.plain(), parts, List.of(citation));
  }

  /** Its first sentence that is no heading. */
  private static Optional<Range> first(Passage passage) {
    String text = passage.chunk().text();
    return Sentences.in(text).stream()
        .filter(range -> !range.of(text).strip().startsWith("#"))
        .filter(range -> range.of(text).codePoints().anyMatch(Character::isLetterOrDigit))
        .findFirst();
  }

  private static String nothing(Question question, ChangeQuestion asked) {
    String day = asked.since().atZone(ZoneOffset.UTC).toLocalDate().toString();
    return Language.of(question.text()) == Language.CHINESE
        ? "自 %s（UTC）以来，您可以阅读的相关文档没有变化。".formatted(day)
        : "Nothing that you may read of what you name was written since %s (UTC).".formatted(day);
  }
}
