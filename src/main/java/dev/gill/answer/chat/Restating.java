package dev.gill.answer.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gill.answer.Restated;
import dev.gill.answer.leash.Restatement;
import dev.gill.model.Composition.Effort;
import dev.gill.model.Composition.Outcome;
import dev.gill.model.Question;
import dev.gill.model.Visible;
import java.util.List;
import java.util.Optional;

/** Has a model word a question of a conversation so that it can be understood alone. */
final class Restating {
  private static final int MOST = 2_000;
  private static final int QUESTIONS = 6;

  /** Unicode characters of a question. */
  private static final int LONGEST = 500;

  private record Conversation(List<String> before, String asked) {}

  private final Consultation consultation;
  private final Cache<Conversation, String> kept =
      Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

  Restating(Consultation consultation) {
    this.consultation = consultation;
  }

  /** Empty if the model gives none, or one that asks something else. */
  Optional<Restated> of(Question question, List<String> all) throws InterruptedException {
    List<String> before =
        all.subList(Math.max(0, all.size() - QUESTIONS), all.size()).stream()
            .filter(each -> !each.isBlank() && isShort(each))
            .toList();
    if (before.isEmpty() || !isShort(question.text())) {
      return Optional.empty();
    }
    Conversation conversation = new Conversation(before, question.text());
    String known = kept.getIfPresent(conversation);
    if (known != null) {
      return Optional.of(restated(question, known, consultation.remembered()));
    }
    Consultation.Said said =
        consultation.restate(Prompt.restating(question.text(), before), question.text());
    String text = line(said.text());
    if (said.outcome() != Outcome.WORDED || !holds(text, conversation)) {
      return Optional.empty();
    }
    kept.put(conversation, text);
    return Optional.of(restated(question, text, said.effort()));
  }

  private Restated restated(Question question, String text, Effort effort) {
    return new Restated(
        new Question(text, question.reader(), question.restriction()),
        consultation.model(),
        effort);
  }

  private static boolean holds(String text, Conversation conversation) {
    return !text.isBlank()
        && isShort(text)
        && !text.contains("\n")
        && Restatement.holds(text, conversation.asked(), conversation.before());
  }

  private static boolean isShort(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST;
  }

  /** Without what models like to put around a line. */
  private static String line(String said) {
    return Visible.of(said)
        .strip()
        .replaceFirst("^(?i:(?:rewritten |standalone )?question\\s*:|(?:改写后的?)?问题\\s*[:：])\\s*", "")
        .replaceFirst("^[\"“'‘「*]+(.*?)[\"”'’」*]+$", "$1")
        .strip();
  }
}
