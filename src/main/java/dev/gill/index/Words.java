package dev.gill.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The plainest way to find terms in a text: runs of letters and digits in lower case without the
 * commonest English words, and each Han character by itself and with the next.
 */
final class Words {
  private static final Set<String> STOP =
      Set.of(
          "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is",
          "it", "no", "not", "of", "on", "or", "such", "that", "the", "their", "then", "there",
          "these", "they", "this", "to", "was", "will", "with");

  private Words() {}

  static List<String> in(String text) {
    List<String> found = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    String previousHan = "";
    for (int c : text.toLowerCase(Locale.ROOT).codePoints().toArray()) {
      boolean han = Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
      if (!han && Character.isLetterOrDigit(c)) {
        run.appendCodePoint(c);
      } else {
        end(run, found);
      }
      String present = han ? Character.toString(c) : "";
      if (han) {
        found.add(present);
        if (!previousHan.isEmpty()) {
          found.add(previousHan + present);
        }
      }
      previousHan = present;
    }
    end(run, found);
    return found;
  }

  private static void end(StringBuilder run, List<String> found) {
    if (!run.isEmpty() && !STOP.contains(run.toString())) {
      found.add(run.toString());
    }
    run.setLength(0);
  }
}
