package dev.gill.bench;

import dev.gill.embed.Embedders;
import dev.gill.embed.onnx.OnnxModels;
import dev.gill.embed.onnx.OnnxSettings;
import dev.gill.index.lucene.LuceneEngine;
import dev.gill.model.Language;
import dev.gill.model.Space;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How fast, how rightly and with how much memory an index of many chunks is searched. */
final class SearchBench implements Benchmark {
  private static final int DEPTH = 100;
  private static final int QUESTIONS = 500;
  private static final int CHUNKS_A_CLUSTER = 100;
  private static final List<String> PARTS = List.of("legs", "rivals", "callers", "application");

  @Override
  public String name() {
    return "search";
  }

  @Override
  public String about() {
    return "both legs and their fusion, against exact search and LangChain4j's in-memory store";
  }

  @Override
  public Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("chunks", "100000");
    defaults.put("seed", "1");
    defaults.put("parts", "all");
    defaults.put("rounds", "1000");
    defaults.put("rival-rounds", "40");
    defaults.put("recall-questions", "200");
    defaults.put("seconds", "5");
    defaults.put("starts", "3");
    defaults.put("app-questions", "50");
    defaults.put("app-flags", "-Xmx2g -XX:+UseSerialGC");
    defaults.put("rebuild", "no");
    return defaults;
  }

  @Override
  public Report run(Options options, Progress progress) throws Exception {
    List<String> parts = options.among("parts", PARTS);
    if (parts.contains("application") && !Served.built()) {
      throw new UsageException("the application is not built; run ./gill build first.");
    }
    int chunks = options.count("chunks", 100);
    Map<Language, Space> spaces = modelSpaces();
    Vocabulary vocabulary = Vocabulary.read();
    int seed = options.count("seed", 0);
    int dimension = spaces.get(Language.ENGLISH).dimension();
    Clusters vectors = new Clusters(seed, dimension, Math.max(1, chunks / CHUNKS_A_CLUSTER));
    Corpus corpus = new Corpus(vocabulary, vectors, seed, chunks);
    Path home = Path.of("target", "bench", "search-%d-%d".formatted(chunks, seed));
    return run(options, new CorpusIndex(home.toAbsolutePath(), corpus, spaces), progress);
  }

  private static Map<Language, Space> modelSpaces() {
    try (Embedders embedders = new OnnxModels(Path.of("models"), OnnxSettings.defaults()).open()) {
      return embedders.spaces();
    }
  }

  /** Measures on an index, which is made if it is not there. */
  Report run(Options options, CorpusIndex index, Progress progress) throws Exception {
    List<String> parts = options.among("parts", PARTS);
    List<Table> tables = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    tables.add(made(index, options, progress));
    List<Corpus.Asked> questions =
        IntStream.range(0, QUESTIONS).mapToObj(index.corpus()::question).toList();
    try (Embedders embedders = index.embedders(questions);
        LuceneEngine engine = index.open()) {
      SearchRounds rounds = new SearchRounds(engine, embedders, questions);
      if (parts.contains("legs")) {
        progress.say("searching");
        int count = options.count("rounds", 1);
        Table legs = rounds.legs(new Race(Math.min(QUESTIONS, count), count));
        tables.add(legs);
        marks.addAll(SearchMarks.ofLegs(legs));
      }
      if (parts.contains("callers")) {
        progress.say("many callers");
        tables.add(rounds.callers(options.count("seconds", 1)));
      }
      if (parts.contains("rivals")) {
        progress.say("rivals");
        rivals(index, rounds, options, tables, marks);
      }
    }
    if (parts.contains("application")) {
      progress.say("the application");
      new SearchApplication(index, options).measure(tables, marks);
    }
    List<Mark> set = SearchMarks.at(index.corpus().chunks(), marks);
    return Report.of(this, options, tables, set, SearchMarks.NOTES);
  }

  private static Table made(CorpusIndex index, Options options, Progress progress)
      throws IOException, InterruptedException {
    Row row = Row.of("%,d chunks".formatted(index.corpus().chunks()));
    if (options.text("rebuild").orElse("").equals("yes") || !index.made()) {
      double seconds = index.make(progress);
      row = row.with("taken in, s", seconds).with("chunks/s", index.corpus().chunks() / seconds);
    }
    return new Table("index", List.of(row.with("size MB", index.size() / 1e6)));
  }

  private static void rivals(
      CorpusIndex index, SearchRounds rounds, Options options, List<Table> tables, List<Mark> marks)
      throws Exception {
    Corpus corpus = index.corpus();
    List<float[]> vectors =
        IntStream.range(0, corpus.chunks()).mapToObj(corpus.vectors()::passage).toList();
    ExactSearch exact = new ExactSearch(vectors);
    LangChainStore store = new LangChainStore();
    for (int i = 0; i < vectors.size(); i++) {
      Share share = Share.of(i / Corpus.SECTIONS);
      store.add("section " + i, vectors.get(i), share.source().name());
    }
    int count = options.count("rival-rounds", 1);
    for (Share share : List.of(Share.ALL, Share.ONE)) {
      List<String> readable = share == Share.ALL ? List.of() : share.readable();
      Map<String, Samples> results =
          new Race(Math.min(10, count), count)
              .run(
                  List.of(
                      new Contestant("Gill", round -> rounds.nearest(round, share)),
                      new Contestant(
                          "exact search",
                          round ->
                              exact.nearest(
                                  rounds.question(round).vector(),
                                  DEPTH,
                                  i -> share.mayRead(i / Corpus.SECTIONS))),
                      new Contestant(
                          "LangChain4j in-memory",
                          round ->
                              store.nearest(rounds.question(round).vector(), DEPTH, readable))));
      tables.add(
          Table.ofTimes(
              "100 nearest, %d%% readable".formatted(share.percent()),
              results,
              "LangChain4j in-memory"));
    }
    Map<Share, Recall> recalls = rounds.recall(exact, options.count("recall-questions", 1));
    tables.add(SearchMarks.recalls(recalls));
    marks.add(Mark.atLeast("recall@10", recalls.get(Share.ALL).share(), 0.97, 0.99));
  }
}
