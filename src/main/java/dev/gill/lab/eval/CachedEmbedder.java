package dev.gill.lab.eval;

import dev.gill.embed.Embedder;
import dev.gill.embed.ForwardingEmbedder;
import dev.gill.embed.Role;
import dev.gill.model.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A model that is asked only for what was not embedded before. */
final class CachedEmbedder extends ForwardingEmbedder {
  /** Texts embedded before their vectors are written. */
  private static final int SLICE = 64;

  private final VectorFile file;

  CachedEmbedder(Embedder model, VectorFile file) {
    super(model);
    this.file = file;
  }

  @Override
  public List<float[]> embed(List<String> texts, Role role) throws InterruptedException {
    Set<String> missing = new LinkedHashSet<>();
    for (String text : texts) {
      if (file.get(key(text, role)).isEmpty()) {
        missing.add(text);
      }
    }
    List<String> waiting = List.copyOf(missing);
    for (int from = 0; from < waiting.size(); from += SLICE) {
      make(waiting.subList(from, Math.min(from + SLICE, waiting.size())), role);
    }
    List<float[]> vectors = new ArrayList<>();
    for (String text : texts) {
      vectors.add(file.get(key(text, role)).orElseThrow());
    }
    return vectors;
  }

  private void make(List<String> texts, Role role) throws InterruptedException {
    List<float[]> vectors = model().embed(texts, role);
    Map<Fingerprint, float[]> made = new LinkedHashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      made.put(key(texts.get(i), role), vectors.get(i));
    }
    try {
      file.put(made);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The cache of vectors cannot be written: make room, or name another folder.", e);
    }
  }

  private static Fingerprint key(String text, Role role) {
    return Fingerprint.of(role + "\n" + text);
  }

  @Override
  public void close() {
    try (file) {
      super.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The cache of vectors cannot be closed.", e);
    }
  }
}
