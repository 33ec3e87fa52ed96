package dev.gill.lab.leash;

import java.util.List;
import java.util.Optional;

/** Ways to say the same otherwise. */
public enum Rewording {
  /** As it stands. */
  VERBATIM,
  /** With words that say where it stands. */
  ATTRIBUTED,
  /** Two sentences joined to one. */
  JOINED,
  /** Without what stands between the first comma and the next, or before the first. */
  SHORTENED;

  /**
   * The sentence said so.
   *
   * @param next the sentence after it; may be empty
   */
  public Optional<String> of(String sentence, String next, String title) {
    boolean han = sentence.codePoints().anyMatch(Character::isIdeographic);
    return switch (this) {
      case VERBATIM -> Optional.of(sentence);
      case ATTRIBUTED ->
          Optional.of(han ? "根据文档，" + sentence : "According to the document, " + lower(sentence));
      case JOINED ->
          next.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  sentence.replaceFirst("[.。]\\s*$", "")
                      + (han ? "，" : ", and ")
                      + (han ? next : lower(next)));
      case SHORTENED -> shortened(sentence, han);
    };
  }

  private static Optional<String> shortened(String sentence, boolean han) {
    String[] parts = sentence.split(han ? "，" : ", ", 3);
    if (parts.length < 2 || parts[parts.length - 1].length() < 20) {
      return Optional.empty();
    }
    if (parts.length == 3
        && List.of("which", "who", "where", "a", "the").contains(parts[1].split(" ")[0])) {
      return Optional.of(parts[0] + " " + parts[2]);
    }
    return Optional.of(parts[0].length() > 20 ? parts[0] + (han ? "。" : ".") : parts[1]);
  }

  private static String lower(String sentence) {
    String first = sentence.split(" ")[0];
    return List.of("The", "A", "An", "In", "It", "This", "These", "They", "On", "At", "By", "For")
            .contains(first)
        ? Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1)
        : sentence;
  }
}
