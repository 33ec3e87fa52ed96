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
import java.util.stream.IntStream;

/** A model's answer as the leash leaves it. */
record Leashed(List<Statement> statements, List<Dropped> dropped) {
  private record Spot(int passage, Range range) {}

  Leashed {
    statements = List.copyOf(statements);
    dropped = List.copyOf(dropped);
  }

  static Leashed of(String said, List<Passage> passages, Renderings renderings) {
    List<Shown> shown =
        IntStream.range(0, passages.size()).mapToObj(i -> shown(i + 1, passages.get(i))).toList();
    List<Statement> statements = new ArrayList<>();
    List<Dropped> dropped = new ArrayList<>();
    Map<Spot, Citation> cited = new LinkedHashMap<>();
    for (Finding finding : new Leash(shown, renderings).check(said)) {
      switch (finding) {
        case Finding.Dropped(String text, var flaw) -> dropped.add(new Dropped(text, flaw));
        case Finding.Kept(String text, var grounds) ->
            statements.add(
                new Statement(
                    text,
                    List.of(new Part(Part.Kind.WORDS, text, false)),
                    grounds.stream()
                        .map(g -> new Spot(g.passage(), g.range()))
                        .map(spot -> cited.computeIfAbsent(spot, s -> cite(s, cited, passages)))
                        .toList()));
      }
    }
    return new Leashed(statements, dropped);
  }

  private static Citation cite(Spot spot, Map<Spot, Citation> cited, List<Passage> passages) {
    return Citing.of(passages.get(spot.passage() - 1), spot.range(), cited.size() + 1);
  }

  private static Shown shown(int number, Passage passage) {
    return new Shown(
        number, passage.origin().title(), passage.chunk().headings(), Prompt.said(passage));
  }

  boolean saysNothing() {
    return statements.isEmpty() && dropped.isEmpty();
  }
}
