package dev.gill.embed;

import dev.gill.model.Language;
import dev.gill.model.Space;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The embedder of each language. Several languages may share one. */
public final class Embedders implements AutoCloseable {
  private final Map<Language, Embedder> byLanguage;

  /**
   * Takes the embedders over and closes them with itself.
   *
   * @throws IllegalArgumentException if a language has none
   */
  public Embedders(Map<Language, Embedder> byLanguage) {
    this.byLanguage = new EnumMap<>(byLanguage);
    for (Language language : Language.values()) {
      if (!this.byLanguage.containsKey(language)) {
        throw new IllegalArgumentException("no model embeds " + language);
      }
    }
  }

  /**
   * The same, remembering the vectors that were lately asked for; takes these over.
   *
   * @param most how many vectors each embedder remembers
   */
  public Embedders remembering(int most) {
    Map<Embedder, Embedder> each = new HashMap<>();
    Map<Language, Embedder> remembering = new EnumMap<>(Language.class);
    byLanguage.forEach(
        (language, embedder) ->
            remembering.put(language, each.computeIfAbsent(embedder, e -> remembering(e, most))));
    return new Embedders(remembering);
  }

  /** An embedder that remembers the vectors that it was lately asked for; takes this one over. */
  public static Embedder remembering(Embedder embedder, int most) {
    return new Remembering(embedder, most);
  }

  /**
   * The same, with long lists standing back while somebody asks; the models stay with these, which
   * are to be closed.
   */
  public Embedders standingBack(Courtesy courtesy) {
    Map<Language, Embedder> courteous = new EnumMap<>(Language.class);
    Map<Embedder, Embedder> each = new HashMap<>();
    byLanguage.forEach(
        (language, embedder) ->
            courteous.put(
                language, each.computeIfAbsent(embedder, e -> new StandingBack(e, courtesy))));
    return new Embedders(courteous);
  }

  /** The embedder of a language. */
  public Embedder of(Language language) {
    return byLanguage.get(language);
  }

  /** The space of each language. */
  public Map<Language, Space> spaces() {
    Map<Language, Space> spaces = new EnumMap<>(Language.class);
    byLanguage.forEach((language, embedder) -> spaces.put(language, embedder.space()));
    return spaces;
  }

  @Override
  public void close() {
    Set<Embedder> each = new LinkedHashSet<>(byLanguage.values());
    each.forEach(Embedder::close);
  }
}
