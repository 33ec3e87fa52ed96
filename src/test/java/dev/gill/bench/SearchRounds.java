package dev.gill.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.gill.embed.Embedders;
import dev.gill.index.Hit;
import dev.gill.index.IndexEngine;
import dev.gill.index.IndexQuery;
import dev.gill.index.Snapshot;
import dev.gill.model.Language;
import dev.gill.model.Question;
import dev.gill.model.Space;
import dev.gill.retrieve.Evidence;
import dev.gill.retrieve.Retriever;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is asked of one index, and how long it takes. */
final class SearchRounds {
  /** What a leg fetches for fusion, and what is shown. */
  private static final int DEPTH = 100;

  private static final int SHOWN = 10;
  private static final Pattern NUMBER = Pattern.compile("^## .* (\\d+)$", Pattern.MULTILINE);

  private final IndexEngine engine;
  private final Space space;
  private final Retriever retriever;
  private final List<Corpus.Asked> questions;

  SearchRounds(IndexEngine engine, Embedders embedders, List<Corpus.Asked> questions) {
    this.engine = engine;
    this.space = embedders.of(Language.ENGLISH).space();
    this.retriever = new Retriever(engine, embedders);
    this.questions = List.copyOf(questions);
  }

  Corpus.Asked question(int round) {
    return questions.get(Math.floorMod(round, questions.size()));
  }

  List<Hit> words(int round, Share share) {
    return search(new IndexQuery.Lexical(question(round).text()), share);
  }

  List<Hit> nearest(int round, Share share) {
    return search(new IndexQuery.Nearest(space, question(round).vector()), share);
  }

  private List<Hit> search(IndexQuery query, Share share) {
    try (Snapshot snapshot = engine.snapshot()) {
      return snapshot.search(query, share.filter(), DEPTH);
    }
  }

  /** As a surface asks, without the cost of embedding. */
  void fused(int round, Share share) throws InterruptedException {
    Question question = new Question(question(round).text(), share.reader());
    try (Evidence evidence = retriever.retrieve(question, SHOWN)) {
      if (evidence.passages().isEmpty()) {
        throw new IllegalStateException("nothing found for " + question);
      }
    }
  }

  /** Both legs and both together, for each share. */
  Table legs(Race race) throws Exception {
    List<Row> rows = new ArrayList<>();
    for (Share share : Share.values()) {
      List<Contestant> contestants =
          List.of(
              new Contestant("words", round -> words(round, share)),
              new Contestant("nearest", round -> nearest(round, share)),
              new Contestant("fused", round -> fused(round, share)));
      Map<String, Samples> results = race.run(contestants);
      for (Contestant contestant : contestants) {
        rows.add(
            Row.of("%s, %d%% readable".formatted(contestant.name(), share.percent()))
                .with(results.get(contestant.name()), "ms")
                .with("cpu ms", processorMillis(contestant.task(), race.rounds())));
      }
    }
    return new Table("leg", rows);
  }

  /** What a run costs of all cores, in the mean: it hardly depends on what else runs. */
  private static double processorMillis(Contestant.Task task, int rounds) throws Exception {
    OperatingSystemMXBean machine =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long before = machine.getProcessCpuTime();
    for (int round = 0; round < rounds; round++) {
      task.run(round);
    }
    return (machine.getProcessCpuTime() - before) / 1e6 / rounds;
  }

  /** How many of the ten nearest are among the engine's ten best, for each share. */
  Map<Share, Recall> recall(ExactSearch exact, int count) {
    Map<Share, Recall> recalls = new LinkedHashMap<>();
    for (Share share : Share.values()) {
      recalls.put(share, new Recall());
    }
    for (int i = 0; i < count; i++) {
      float[] asked = question(i).vector();
      int nearest = exact.nearest(asked, 1, chunk -> true).getFirst();
      for (Share share : Share.values()) {
        List<Integer> wanted = exact.nearest(asked, SHOWN, chunk -> mayRead(share, chunk));
        int met = met(nearest(i, share), Set.copyOf(wanted));
        recalls.get(share).add(met, wanted.size(), mayRead(share, nearest));
      }
    }
    return recalls;
  }

  private static boolean mayRead(Share share, int chunk) {
    return share.mayRead(chunk / Corpus.SECTIONS);
  }

  private static int met(List<Hit> found, Set<Integer> wanted) {
    return (int) found.stream().limit(SHOWN).filter(hit -> wanted.contains(number(hit))).count();
  }

  private static int number(Hit hit) {
    Matcher matcher = NUMBER.matcher(hit.passage().chunk().text());
    if (!matcher.find()) {
      throw new IllegalStateException("no section of the corpus: " + hit.passage().chunk().text());
    }
    return Integer.parseInt(matcher.group(1));
  }

  /** Questions a second with so many callers. */
  Table callers(double seconds) throws Exception {
    List<Row> rows = new ArrayList<>();
    for (int callers : new int[] {1, 2, 8}) {
      Callers.Result result = new Callers(callers, seconds).run(round -> fused(round, Share.ALL));
      rows.add(
          Row.of(callers == 1 ? "1 caller" : callers + " callers")
              .with("questions/s", result.perSecond())
              .with(result.millis(), "ms"));
    }
    return new Table("fused, all readable", rows);
  }
}
