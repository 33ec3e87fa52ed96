package dev.gill.lab.eval;

import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.embed.Role;
import dev.gill.index.Filter;
import dev.gill.index.Hit;
import dev.gill.index.IndexEngine;
import dev.gill.index.IndexQuery;
import dev.gill.index.Snapshot;
import dev.gill.model.Passage;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.Scored;
import dev.gill.retrieve.Aids;
import dev.gill.retrieve.Evidence;
import dev.gill.retrieve.Retriever;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Measures rankings of documents; a document stands where its best chunk does. */
final class RankingTrial {
  private static final int DEPTH = 100;

  private final Collection collection;
  private final IndexEngine engine;
  private final Embedders embedders;
  private final Aids aids;

  RankingTrial(Collection collection, IndexEngine engine, Embedders embedders, Aids aids) {
    this.collection = collection;
    this.engine = engine;
    this.embedders = embedders;
    this.aids = aids;
  }

  private interface Search {
    Stream<Passage> passages(Collection.Query query) throws InterruptedException;
  }

  Ranking lexical() throws InterruptedException {
    try (Snapshot snapshot = engine.snapshot()) {
      return mean(query -> found(snapshot, new IndexQuery.Lexical(query.text())));
    }
  }

  Ranking dense() throws InterruptedException {
    Embedder embedder = embedders.of(collection.language());
    try (Snapshot snapshot = engine.snapshot()) {
      return mean(
          query -> {
            float[] vector = embedder.embed(List.of(query.text()), Role.QUESTION).getFirst();
            return found(snapshot, new IndexQuery.Nearest(embedder.space(), vector));
          });
    }
  }

  /** As the house asks: with the language of the question, and near-identical passages once. */
  Ranking fused() throws InterruptedException {
    Retriever retriever = new Retriever(engine, embedders, aids);
    return mean(
        query -> {
          Question question = new Question(query.text(), Reader.anyone());
          try (Evidence evidence = retriever.retrieve(question, DEPTH)) {
            return evidence.passages().stream().map(Scored::passage);
          }
        });
  }

  private static Stream<Passage> found(Snapshot snapshot, IndexQuery query) {
    return snapshot.search(query, Filter.of(Reader.anyone()), DEPTH).stream().map(Hit::passage);
  }

  private Ranking mean(Search search) throws InterruptedException {
    double ndcg = 0;
    double recall = 0;
    double mrr = 0;
    List<Collection.Query> judged = collection.judged();
    for (Collection.Query query : judged) {
      List<String> ranked =
          search.passages(query).map(passage -> passage.doc().key()).distinct().toList();
      Map<String, Integer> grades = collection.judgements().get(query.id());
      ndcg += Measures.ndcg(ranked, grades, 10);
      recall += Measures.recall(ranked, grades, 100);
      mrr += Measures.reciprocalRank(ranked, grades, 10);
    }
    int n = Math.max(1, judged.size());
    return new Ranking(ndcg / n, recall / n, mrr / n);
  }
}
