package dev.gill.ledger;

import dev.gill.model.Answer;
import dev.gill.model.Citation;
import dev.gill.model.DocId;
import dev.gill.model.Fingerprint;
import dev.gill.model.NearPassage;
import dev.gill.model.Passage;
import dev.gill.model.Range;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where something stands that was shown for a question. It holds no word of the document.
 *
 * @param nearest whether it only came near, and was not quoted as an answer
 * @param revision of the document at that time
 * @param chunk that it is, where a whole passage was shown; a quote's is found by its range
 * @param within where in the document's canonical text
 */
public record Cited(
    boolean nearest, DocId document, String revision, Optional<Fingerprint> chunk, Range within) {
  public Cited {
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(chunk, "chunk");
    Objects.requireNonNull(within, "within");
  }

  /** What an answer showed, in its order. */
  public static List<Cited> by(Answer answer) {
    return switch (answer) {
      case Answer.Grounded grounded ->
          grounded.citations().stream().map(each -> of(each, false)).toList();
      case Answer.Near(Citation citation, var _) -> List.of(of(citation, true));
      case Answer.Unknown unknown -> unknown.nearest().stream().map(Cited::of).toList();
    };
  }

  private static Cited of(Citation citation, boolean nearest) {
    return new Cited(
        nearest,
        citation.doc(),
        citation.revision(),
        Optional.empty(),
        new Range(citation.start(), citation.end()));
  }

  private static Cited of(NearPassage near) {
    Passage passage = near.found().passage();
    return new Cited(
        true,
        passage.doc(),
        passage.revision(),
        Optional.of(passage.chunk().fingerprint()),
        new Range(passage.chunk().start(), passage.chunk().end()));
  }
}
