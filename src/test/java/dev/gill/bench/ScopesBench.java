package dev.gill.bench;

import dev.gill.embed.Embedders;
import dev.gill.index.IndexEngine;
import dev.gill.index.lucene.LuceneEngine;
import dev.gill.model.Language;
import dev.gill.model.Question;
import dev.gill.model.Space;
import dev.gill.retrieve.Evidence;
import dev.gill.retrieve.Retriever;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What a question costs where documents lie in many scopes, half of which its asker may read. */
final class ScopesBench implements Benchmark {
  private static final int DIMENSION = 384;
  private static final int CHUNKS_A_CLUSTER = 100;
  private static final int QUESTIONS = 200;
  private static final int SHOWN = 10;

  @Override
  public String name() {
    return "scopes";
  }

  @Override
  public String about() {
    return "questions where documents lie in so many scopes, half of which the asker may read";
  }

  @Override
  public Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("chunks", "10000");
    defaults.put("scopes", "1,1000,10000");
    defaults.put("rounds", "300");
    defaults.put("seed", "1");
    return defaults;
  }

  @Override
  public Report run(Options options, Progress progress) throws Exception {
    int chunks = options.count("chunks", 100);
    int seed = options.count("seed", 0);
    int rounds = options.count("rounds", 1);
    Clusters vectors = new Clusters(seed, DIMENSION, Math.max(1, chunks / CHUNKS_A_CLUSTER));
    Corpus corpus = new Corpus(Vocabulary.read(), vectors, seed, chunks);
    List<Row> rows = new ArrayList<>();
    for (int scopes : counts(options)) {
      progress.say("%,d scopes".formatted(scopes));
      rows.addAll(measured(corpus, new ScopedTeam(scopes), rounds));
    }
    return Report.of(
        this,
        options,
        List.of(new Table("retrieving", rows)),
        List.of(),
        List.of(
            "Each chunk is a document of its own, each scope has a group of its own, and each of %d people is a member of half of the groups; of one scope everybody is."
                .formatted(ScopedTeam.PEOPLE)));
  }

  private static List<Integer> counts(Options options) {
    return Arrays.stream(options.text("scopes").orElse("").split(","))
        .map(count -> new Options(Map.of("scopes", count)).count("scopes", 1))
        .toList();
  }

  private static List<Row> measured(Corpus corpus, ScopedTeam team, int rounds) throws Exception {
    Path folder = Path.of("target", "bench", "scopes-" + team.scopes()).toAbsolutePath();
    clear(folder);
    Map<Language, Space> spaces =
        Map.of(
            Language.ENGLISH,
            new Space("made-up", DIMENSION),
            Language.CHINESE,
            new Space("zh", 8));
    List<Corpus.Asked> questions =
        IntStream.range(0, QUESTIONS).mapToObj(corpus::question).toList();
    try (Embedders embedders = new CorpusIndex(folder, corpus, spaces).embedders(questions);
        IndexEngine engine = LuceneEngine.open(folder, Set.copyOf(spaces.values()))) {
      team.moveInto(engine, corpus, spaces.get(Language.ENGLISH));
      Retriever retriever = new Retriever(engine, embedders);
      String one = "%,d scopes, one asks on and on".formatted(team.scopes());
      String many = "%,d scopes, %d people in turn".formatted(team.scopes(), ScopedTeam.PEOPLE);
      Map<String, Samples> results =
          new Race(Math.min(QUESTIONS, rounds), rounds)
              .run(
                  List.of(
                      new Contestant(one, round -> ask(retriever, questions, round, team, 0)),
                      new Contestant(
                          many, round -> ask(retriever, questions, round, team, round))));
      return List.of(
          Row.of(one).with(results.get(one), "ms"), Row.of(many).with(results.get(many), "ms"));
    } finally {
      clear(folder);
    }
  }

  private static void ask(
      Retriever retriever, List<Corpus.Asked> questions, int round, ScopedTeam team, int person)
      throws InterruptedException {
    String text = questions.get(round % questions.size()).text();
    try (Evidence found = retriever.retrieve(new Question(text, team.reader(person)), SHOWN)) {
      if (found.passages().isEmpty()) {
        throw new IllegalStateException("nothing found for " + text);
      }
    }
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      CorpusIndex.delete(folder);
    }
  }
}
