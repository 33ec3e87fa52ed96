package dev.gill.langchain4j;

import dev.gill.embed.Embedder;
import dev.gill.embed.Role;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import java.util.Objects;

/**
 * An embedder of Gill as LangChain4j has it. Texts are embedded as passages or as questions, which
 * some models treat differently: take the one for what is stored and the other for what is asked.
 * The embedder stays with whoever opened it.
 */
public final class GillEmbeddingModel implements EmbeddingModel {
  private final Embedder embedder;
  private final Role role;

  private GillEmbeddingModel(Embedder embedder, Role role) {
    this.embedder = Objects.requireNonNull(embedder, "embedder");
    this.role = role;
  }

  /** Embeds what is to be found. */
  public static GillEmbeddingModel ofPassages(Embedder embedder) {
    return new GillEmbeddingModel(embedder, Role.PASSAGE);
  }

  /** Embeds what is asked. */
  public static GillEmbeddingModel ofQuestions(Embedder embedder) {
    return new GillEmbeddingModel(embedder, Role.QUESTION);
  }

  /**
   * Vectors of unit length, in order.
   *
   * @throws IllegalStateException if the thread is interrupted while it waits
   */
  @Override
  public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
    List<String> texts = segments.stream().map(TextSegment::text).toList();
    int tokens = texts.stream().mapToInt(embedder::tokens).sum();
    List<Embedding> embeddings = embed(texts).stream().map(Embedding::from).toList();
    return Response.from(embeddings, new TokenUsage(tokens));
  }

  @Override
  public int dimension() {
    return embedder.space().dimension();
  }

  /** Name and build of the model. */
  @Override
  public String modelName() {
    return embedder.space().model();
  }

  private List<float[]> embed(List<String> texts) {
    try {
      return embedder.embed(texts, role);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while texts were waiting to be embedded", e);
    }
  }
}
