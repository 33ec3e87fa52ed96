package dev.gill.answer.leash;

import dev.gill.model.Language;
import java.util.List;

/** What words may be called in another language. */
@FunctionalInterface
public interface Renderings {
  /** The words of a text that name something, in order, each with what it may be called there. */
  List<List<String>> of(String text, Language to);

  /** Where there is no dictionary, so that nothing said in another language can be checked. */
  static Renderings none() {
    return (text, to) -> List.of();
  }
}
