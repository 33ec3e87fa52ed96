package dev.gill.surface;

import dev.gill.ledger.Cited;
import dev.gill.ledger.Entry;
import dev.gill.ledger.Said;
import dev.gill.model.DocId;
import dev.gill.model.Identity;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One question of the trail. */
@Schema(name = "KeptQuestion", description = "One question of the trail")
public record KeptQuestion(
    @Schema(description = "Names the entry") String id,
    @Schema(description = "When it was asked") Instant at,
    @Schema(
            description = "Where",
            enumeration = {"page", "api", "slack", "lark", "dingtalk", "mcp", "openai"})
        String surface,
    @Schema(description = "As it was asked") String question,
    @Schema(description = "Who asked, as far as they were recognised") List<String> asker,
    @Schema(
            description = "What came of it",
            enumeration = {"answered", "near", "unknown", "declined"})
        String outcome,
    @Schema(description = "Where what was shown stands; no word of it") List<Place> cited,
    @Schema(description = "How many more documents were shown, which you may not read now")
        int hidden,
    @Schema(description = "What was said of the answer, oldest first") List<Opinion> said) {

  /** Where something stands that was shown. */
  @Schema(name = "KeptPlace")
  public record Place(
      String document,
      String revision,
      @Schema(description = "The chunk's fingerprint, of a passage that came near", nullable = true)
          String chunk,
      int start,
      int end,
      @Schema(description = "Whether it only came near") boolean nearest) {
    static Place of(Cited cited) {
      return new Place(
          cited.document().toString(),
          cited.revision(),
          cited.chunk().map(Object::toString).orElse(null),
          cited.within().start(),
          cited.within().end(),
          cited.nearest());
    }
  }

  /** What was said of an answer. */
  @Schema(name = "KeptOpinion")
  public record Opinion(boolean helpful, String reason, Instant at) {
    static Opinion of(Said said) {
      return new Opinion(said.helpful(), said.reason(), said.at());
    }
  }

  public KeptQuestion {
    asker = List.copyOf(asker);
    cited = List.copyOf(cited);
    said = List.copyOf(said);
  }

  /** An entry, with the documents that may be read. */
  public static KeptQuestion of(Entry entry, Predicate<DocId> readable) {
    List<Cited> shown =
        entry.cited().stream().filter(each -> readable.test(each.document())).toList();
    return new KeptQuestion(
        entry.id(),
        entry.at(),
        entry.surface().name().toLowerCase(Locale.ROOT),
        entry.question(),
        entry.identities().stream().map(Identity::toString).toList(),
        entry.outcome().name().toLowerCase(Locale.ROOT),
        shown.stream().map(Place::of).toList(),
        (int)
            entry.cited().stream()
                .map(Cited::document)
                .filter(document -> !readable.test(document))
                .distinct()
                .count(),
        entry.said().stream().map(Opinion::of).toList());
  }
}
