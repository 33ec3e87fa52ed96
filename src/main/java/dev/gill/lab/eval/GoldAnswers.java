package dev.gill.lab.eval;

import dev.gill.model.Language;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Whether a text holds one of a question's known answers: the same words in a row, whatever their
 * case, punctuation and width; in Chinese whatever the spaces too.
 */
final class GoldAnswers {
  private final List<String> answers;
  private final Language language;

  GoldAnswers(List<String> answers, Language language) {
    this.language = language;
    this.answers = answers.stream().map(this::plain).filter(a -> !a.isBlank()).toList();
  }

  boolean in(String text) {
    String plain = plain(text);
    return answers.stream().anyMatch(plain::contains);
  }

  private String plain(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return language == Language.CHINESE
        ? folded.replaceAll("[^\\p{L}\\p{N}]+", "")
        : " " + folded.replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
  }
}
