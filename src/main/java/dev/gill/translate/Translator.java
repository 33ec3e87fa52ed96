package dev.gill.translate;

import dev.gill.model.Language;
import java.util.List;

/** Says what the words of a text may be called in another language. Safe for several threads. */
@FunctionalInterface
public interface Translator {
  /**
   * The words of a text that name something, in order, each with what it may be called in that
   * language, likeliest first. What needs no translation, such as a product's name, stays as it is;
   * what cannot be translated is left out.
   */
  List<List<String>> renderings(String text, Language to);

  /** One that translates nothing. */
  static Translator none() {
    return (text, to) -> List.of();
  }
}
