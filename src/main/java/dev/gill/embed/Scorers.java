package dev.gill.embed;

import dev.gill.model.Language;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The reader of each language that has one. Several languages may share one. */
public final class Scorers implements AutoCloseable {
  private final Map<Language, Scorer> byLanguage;

  /** Takes the readers over and closes them with itself. */
  public Scorers(Map<Language, Scorer> byLanguage) {
    this.byLanguage = new EnumMap<>(Language.class);
    this.byLanguage.putAll(byLanguage);
  }

  /** None for any language. */
  public static Scorers none() {
    return new Scorers(Map.of());
  }

  /** The reader of a language, if it has one. */
  public Optional<Scorer> of(Language language) {
    return Optional.ofNullable(byLanguage.get(language));
  }

  /** The same readers, each wrapped. */
  public Scorers wrapped(UnaryOperator<Scorer> wrapper) {
    Map<Language, Scorer> wrapped = new EnumMap<>(Language.class);
    byLanguage.forEach((language, scorer) -> wrapped.put(language, wrapper.apply(scorer)));
    return new Scorers(wrapped);
  }

  @Override
  public void close() {
    new LinkedHashSet<>(byLanguage.values()).forEach(Scorer::close);
  }
}
