package dev.gill.surface.web;

import dev.gill.model.DocId;
import dev.gill.model.Language;
import dev.gill.model.Visible;
import dev.gill.surface.KeptQuestion;
import dev.gill.surface.Links;
import dev.gill.surface.Texts;
import java.time.Instant;
import java.util.List;

/**
 * A question of the trail as a page shows it.
 *
 * @param asker who asked; empty if nobody was recognised
 * @param said what was said of the answer
 */
record KeptRow(
    Instant at,
    String question,
    String lang,
    String asker,
    String surface,
    String outcome,
    String kind,
    List<Shown> shown,
    int hidden,
    List<String> said) {
  /** A document that was shown. */
  record Shown(String id, String link) {}

  static KeptRow of(KeptQuestion kept, Texts t) {
    return new KeptRow(
        kept.at(),
        Visible.of(kept.question()),
        Language.of(kept.question()).code(),
        Visible.of(String.join(", ", kept.asker())),
        t.of("trail.surface." + kept.surface()),
        t.of("trail.outcome." + kept.outcome()),
        kept.outcome(),
        kept.cited().stream()
            .map(KeptQuestion.Place::document)
            .distinct()
            .map(id -> new Shown(Visible.of(id), Links.document(DocId.parse(id))))
            .toList(),
        kept.hidden(),
        kept.said().stream()
            .map(
                each ->
                    t.of(each.helpful() ? "trail.helpful" : "trail.unhelpful")
                        + (each.reason().isEmpty() ? "" : ": " + Visible.of(each.reason())))
            .toList());
  }
}
