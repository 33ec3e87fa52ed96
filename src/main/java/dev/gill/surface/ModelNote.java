package dev.gill.surface;

import dev.gill.answer.Restated;
import dev.gill.model.Composition;
import dev.gill.model.Composition.Dropped;
import dev.gill.model.Composition.Effort;
import dev.gill.model.Composition.Outcome;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is said below an answer of the chat model that had to do with it. */
public final class ModelNote {
  private static final double THOUSAND = 1000;

  private ModelNote() {}

  /** In Markdown, with the sentences that were left out struck out. */
  public static String inMarkdown(Composition composition, Texts t) {
    String said = Markdown.words(said(composition, t));
    if (composition.dropped().isEmpty()) {
      return said;
    }
    String dropped =
        composition.dropped().stream()
            .map(Dropped::text)
            .map(Markdown::words)
            .collect(Collectors.joining(" ", "~~", "~~"));
    return said + " " + t.filled("model.dropped", dropped);
  }

  /** In words alone, with the sentences that were left out. */
  public static String plain(Composition composition, Texts t) {
    String said = said(composition, t);
    if (composition.dropped().isEmpty()) {
      return said;
    }
    String dropped =
        composition.dropped().stream().map(Dropped::text).collect(Collectors.joining(" "));
    return said + " " + t.filled("model.dropped", dropped);
  }

  /** What the model took a question for, in a sentence. */
  public static String restated(Restated restated, Texts t) {
    return t.filled("model.restated", restated.question().text(), restated.model());
  }

  /** What the model had to do with the answer, in a sentence. */
  public static String said(Composition composition, Texts t) {
    String model = composition.model();
    Effort effort = composition.effort();
    if (composition.outcome() == Outcome.WORDED && effort.remembered()) {
      return t.filled("model.worded.again", model);
    }
    if (composition.outcome() == Outcome.WORDED) {
      String tokens = Long.toString(effort.tokensIn() + effort.tokensOut());
      String seconds = "%.1f".formatted(effort.took().toMillis() / THOUSAND);
      return effort
          .cost()
          .map(c -> t.filled("model.worded.cost", model, tokens, seconds, c.toPlainString()))
          .orElseGet(() -> t.filled("model.worded", model, tokens, seconds));
    }
    String key = composition.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return t.filled("model." + key, model);
  }
}
