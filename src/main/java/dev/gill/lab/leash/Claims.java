package dev.gill.lab.leash;

import dev.gill.model.Sentences;
import java.util.List;
import java.util.regex.Pattern;

/** The sentences of a text that can be a claim. */
final class Claims {
  private static final int FEWEST = 30;
  private static final int FEWEST_HAN = 12;

  private static final Pattern ITEM = Pattern.compile("^\\s*(?:(?:[-*+•]|\\d{1,3}[.)])\\s+)+");

  private Claims() {}

  /** Without what only marks them as items of a list: its number is nothing that they say. */
  static List<String> sentences(String text) {
    return Sentences.in(text).stream()
        .map(range -> ITEM.matcher(range.of(text)).replaceFirst(""))
        .filter(Claims::says)
        .toList();
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
