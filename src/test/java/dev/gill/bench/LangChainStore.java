package dev.gill.bench;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.filter.MetadataFilterBuilder;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.util.List;

/** LangChain4j's in-memory store, used as its documentation shows. */
final class LangChainStore {
  private static final String SHARE = "share";

  private final InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();

  void add(String text, float[] vector, String share) {
    store.add(Embedding.from(vector), TextSegment.from(text, Metadata.from(SHARE, share)));
  }

  /** How many it found. */
  int nearest(float[] vector, int k, List<String> shares) {
    var request =
        EmbeddingSearchRequest.builder().queryEmbedding(Embedding.from(vector)).maxResults(k);
    if (!shares.isEmpty()) {
      request.filter(MetadataFilterBuilder.metadataKey(SHARE).isIn(shares));
    }
    return store.search(request.build()).matches().size();
  }
}
