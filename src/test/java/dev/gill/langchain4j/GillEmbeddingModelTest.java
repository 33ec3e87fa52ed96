package dev.gill.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.embed.Embedder;
import dev.gill.embed.Role;
import dev.gill.model.Language;
import dev.gill.retrieve.Shelf;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.util.List;
import org.junit.jupiter.api.Test;

class GillEmbeddingModelTest {
  private final Embedder embedder = new Shelf().embedders().of(Language.ENGLISH);

  @Test
  void embedsAsTheEmbedderDoes() throws InterruptedException {
    List<String> texts = List.of("Backups are kept.", "Tea is at four.");
    EmbeddingModel passages = GillEmbeddingModel.ofPassages(embedder);
    EmbeddingModel questions = GillEmbeddingModel.ofQuestions(embedder);
    var embedded = passages.embedAll(texts.stream().map(TextSegment::from).toList());
    List<float[]> expected = embedder.embed(texts, Role.PASSAGE);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(embedded.content().get(i).vector()).isEqualTo(expected.get(i));
    }
    assertThat(questions.embed("When is tea?").content().vector())
        .isEqualTo(embedder.embed(List.of("When is tea?"), Role.QUESTION).getFirst());
    assertThat(passages.dimension()).isEqualTo(expected.getFirst().length);
    assertThat(embedded.tokenUsage().inputTokenCount())
        .isEqualTo(texts.stream().mapToInt(embedder::tokens).sum());
  }

  @Test
  void aStoreOfLangChain4jFindsByIt() {
    EmbeddingModel passages = GillEmbeddingModel.ofPassages(embedder);
    InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
    for (String text : List.of("Tea is at four.", "Nightly backups are kept for 35 days.")) {
      TextSegment segment = TextSegment.from(text);
      store.add(passages.embed(segment).content(), segment);
    }
    EmbeddingMatch<TextSegment> best =
        store
            .search(
                EmbeddingSearchRequest.builder()
                    .queryEmbedding(
                        GillEmbeddingModel.ofQuestions(embedder).embed("backups kept").content())
                    .maxResults(1)
                    .build())
            .matches()
            .getFirst();
    assertThat(best.embedded().text()).contains("35 days");
  }
}
