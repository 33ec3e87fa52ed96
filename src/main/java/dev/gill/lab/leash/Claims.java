package dev.gill.lab.leash;

import dev.gill.model.Sentences;
import java.util.List;

/** The sentences of a text that can be a claim. */
final class Claims {
  private static final int FEWEST = 30;
  private static final int FEWEST_HAN = 12;

  private Claims() {}

  static List<String> sentences(String text) {
    return Sentences.in(text).stream().map(range -> range.of(text)).filter(Claims::says).toList();
  }

  private static boolean says(String sentence) {
    boolean han = sentence.codePoints().anyMatch(Character::isIdeographic);
    return sentence.length() >= (han ? FEWEST_HAN : FEWEST)
        && sentence.matches("(?s).*[.。!！?？]$")
        && !sentence.contains("[");
  }

  static String after(List<String> all, int at) {
    return at + 1 < all.size() ? all.get(at + 1) : "";
  }
}
