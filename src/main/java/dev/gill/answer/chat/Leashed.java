package dev.gill.answer.chat;

import dev.gill.answer.Citing;
import dev.gill.answer.leash.Finding;
import dev.gill.answer.leash.Leash;
import dev.gill.answer.leash.Renderings;
import dev.gill.answer.leash.Shown;
import dev.gill.model.Citation;
import dev.gill.model.Composition.Dropped;
import dev.gill.model.Part;
import dev.gill.model.Passage;
import dev.gill.model.Range;
import dev.gill.model.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A model's answer as the leash leaves it. */
record Leashed(List<Statement> statements, List<Dropped> dropped) {
  private record Spot(int passage, Range range) {}

  Leashed {
    statements = List.copyOf(statements);
    dropped = List.copyOf(dropped);
  }

  static Leashed of(String said, Leash leash, List<Passage> passages) {
    Gathering gathering = new Gathering(passages);
    leash.check(said).forEach(gathering::add);
    return new Leashed(gathering.statements, gathering.dropped);
  }

  /** A leash over passages and the question that they are to answer. */
  static Leash leash(String question, List<Passage> passages, Renderings renderings) {
    List<Shown> shown =
        IntStream.range(0, passages.size()).mapToObj(i -> shown(i + 1, passages.get(i))).toList();
    return new Leash(question, shown, renderings);
  }

  /** Makes statements of what is found of sentences, one after the other. */
  static final class Gathering {
    private final List<Passage> passages;
    private final List<Statement> statements = new ArrayList<>();
    private final List<Dropped> dropped = new ArrayList<>();
    private final Map<Spot, Citation> cited = new LinkedHashMap<>();

    Gathering(List<Passage> passages) {
      this.passages = passages;
    }

    /** The statement that a sentence makes; empty if it does not hold. */
    Optional<Statement> add(Finding finding) {
      return switch (finding) {
        case Finding.Dropped(String text, var flaw) -> {
          dropped.add(new Dropped(text, flaw));
          yield Optional.empty();
        }
        case Finding.Kept(String text, var grounds) -> {
          statements.add(
              new Statement(
                  text,
                  List.of(new Part(Part.Kind.WORDS, text, false)),
                  grounds.stream().map(g -> cite(new Spot(g.passage(), g.range()))).toList()));
          yield Optional.of(statements.getLast());
        }
      };
    }

    private Citation cite(Spot spot) {
      return cited.computeIfAbsent(
          spot, _ -> Citing.of(passages.get(spot.passage() - 1), spot.range(), cited.size() + 1));
    }
  }

  private static Shown shown(int number, Passage passage) {
    return new Shown(
        number, passage.origin().title(), passage.chunk().headings(), Prompt.said(passage));
  }

  boolean saysNothing() {
    return statements.isEmpty() && dropped.isEmpty();
  }
}
