package dev.gill.retrieve;

import dev.gill.model.Language;
import java.util.EnumMap;
import java.util.Map;

/** The tuning of each language; what is not told is as measured. */
public record Tunings(Map<Language, Tuning> told) {
  public Tunings {
    told = Map.copyOf(told);
  }

  /** As measured. */
  public static Tunings measured() {
    return new Tunings(Map.of());
  }

  /** The tuning of a language. */
  public Tuning of(Language language) {
    return told.getOrDefault(language, Tuning.of(language));
  }

  /** The same with another tuning for a language. */
  public Tunings with(Language language, Tuning tuning) {
    Map<Language, Tuning> changed = new EnumMap<>(Language.class);
    changed.putAll(told);
    changed.put(language, tuning);
    return new Tunings(changed);
  }
}
