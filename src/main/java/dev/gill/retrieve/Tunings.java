package dev.gill.retrieve;

import dev.gill.model.Language;
import java.util.EnumMap;
import java.util.Map;

/** The tuning of each language; a language that is not named is as measured. */
public record Tunings(Map<Language, Tuning> changed) {
  public Tunings {
    changed = Map.copyOf(changed);
  }

  /** As measured. */
  public static Tunings measured() {
    return new Tunings(Map.of());
  }

  /** The tuning of a language. */
  public Tuning of(Language language) {
    return changed.getOrDefault(language, Tuning.of(language));
  }

  /** The same with another tuning for a language. */
  public Tunings with(Language language, Tuning tuning) {
    Map<Language, Tuning> changed = new EnumMap<>(Language.class);
    changed.putAll(this.changed);
    changed.put(language, tuning);
    return new Tunings(changed);
  }
}
