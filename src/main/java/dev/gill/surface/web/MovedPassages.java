package dev.gill.surface.web;

import dev.gill.answer.CurrentReader;
import dev.gill.index.DocHead;
import dev.gill.index.Filter;
import dev.gill.index.Hit;
import dev.gill.index.IndexEngine;
import dev.gill.index.IndexQuery;
import dev.gill.index.Snapshot;
import dev.gill.index.StoredDocument;
import dev.gill.model.DocId;
import dev.gill.surface.Links;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;

/** Finds where a passage stands now whose document is gone: it may have got another name. */
@Singleton
class MovedPassages {
  private static final int LOOKED_AT = 20;

  /** UTF-16 units of a quote that are searched for. */
  private static final int SEARCHED = 300;

  /** What says less may stand in any document; a letter of Chinese says as much as three others. */
  private static final int ENOUGH = 20;

  private final IndexEngine index;
  private final CurrentReader currentReader;

  @Inject
  MovedPassages(IndexEngine index, CurrentReader currentReader) {
    this.index = index;
    this.currentReader = currentReader;
  }

  /**
   * The address of the page that has the words of a link to a document that is gone, as far as the
   * reader may read it; of the same content or source, if there are several.
   */
  Optional<String> address(String gone, PassageLink claim) {
    if (claim.quote().isEmpty() || claim.moved().isPresent()) {
      return Optional.empty();
    }
    try (Snapshot snapshot = index.snapshot()) {
      String words = claim.quote().substring(0, Math.min(SEARCHED, claim.quote().length()));
      return snapshot
          .search(new IndexQuery.Lexical(words), Filter.of(currentReader.get()), LOOKED_AT)
          .stream()
          .map(Hit::passage)
          .map(passage -> passage.doc())
          .distinct()
          .flatMap(doc -> snapshot.document(doc).stream())
          .filter(document -> document.text().contains(claim.quote()))
          .filter(document -> isSame(document.head(), claim) || says(claim.quote()))
          .min(
              Comparator.comparing((StoredDocument each) -> !isSame(each.head(), claim))
                  .thenComparing(each -> !gone.startsWith(each.head().id().source() + ":")))
          .map(document -> address(document.head().id(), gone, claim));
    }
  }

  private static boolean isSame(DocHead head, PassageLink claim) {
    return head.revision().equals(claim.revision());
  }

  private static boolean says(String quote) {
    int weight =
        quote
            .codePoints()
            .filter(Character::isLetterOrDigit)
            .map(c -> Character.isIdeographic(c) ? 3 : 1)
            .sum();
    return weight >= ENOUGH;
  }

  private static String address(DocId now, String gone, PassageLink claim) {
    StringBuilder address = new StringBuilder(Links.document(now));
    address.append("?revision=").append(encoded(claim.revision()));
    claim.place().ifPresent(at -> address.append("&start=" + at.start() + "&end=" + at.end()));
    return address
        .append("&quote=")
        .append(encoded(claim.quote()))
        .append("&signature=")
        .append(encoded(claim.signature()))
        .append("&moved=")
        .append(encoded(gone))
        .append("#passage")
        .toString();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
