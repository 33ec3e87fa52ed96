package dev.gill.answer.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gill.model.Language;
import dev.gill.model.Passage;
import dev.gill.model.Question;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Remembers what a model said to the same question over the same passages in the same revisions, so
 * that it is not paid for twice. Passages that somebody else may read make another key.
 */
final class AnswerCache {
  private static final int MOST = 2_000;

  /** What an answer depends on; the order in which passages were found is not part of it. */
  record Key(String recipe, String question, Language language, Set<Basis> passages) {
    static Key of(Question question, List<Passage> passages) {
      return new Key(
          Prompt.RECIPE,
          question.text(),
          Language.of(question.text()),
          passages.stream().map(Basis::of).collect(Collectors.toUnmodifiableSet()));
    }
  }

  /** A passage in a revision. */
  record Basis(String doc, String revision, int start, String origin, String fingerprint) {
    static Basis of(Passage passage) {
      return new Basis(
          passage.doc().toString(),
          passage.revision(),
          passage.chunk().start(),
          passage.origin().toString(),
          passage.chunk().fingerprint().toString());
    }
  }

  private final Cache<Key, Leashed> answers =
      Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

  Optional<Leashed> find(Key key) {
    return Optional.ofNullable(answers.getIfPresent(key));
  }

  void keep(Key key, Leashed answer) {
    answers.put(key, answer);
  }
}
