package dev.gill.surface.web;

import dev.gill.answer.CurrentReader;
import dev.gill.answer.QuoteSeal;
import dev.gill.index.DocHead;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.index.StoredDocument;
import dev.gill.model.Anchor;
import dev.gill.model.DocId;
import dev.gill.model.Language;
import dev.gill.model.LeftOut;
import dev.gill.model.Locator;
import dev.gill.model.Place;
import dev.gill.model.Range;
import dev.gill.model.SourceId;
import dev.gill.surface.Links;
import dev.gill.surface.Texts;
import dev.gill.sync.SourceStatus;
import dev.gill.sync.SyncMonitor;
import io.quarkus.qute.RawString;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes the page of a document for whoever asks for it. */
@Singleton
class DocumentPages {
  private final IndexEngine index;
  private final SyncMonitor monitor;
  private final CurrentReader currentReader;
  private final QuoteSeal seal;

  @Inject
  DocumentPages(
      IndexEngine index, SyncMonitor monitor, CurrentReader currentReader, QuoteSeal seal) {
    this.index = index;
    this.monitor = monitor;
    this.currentReader = currentReader;
    this.seal = seal;
  }

  /** The page; empty if there is no such document, or none that the reader may read. */
  Optional<DocumentPage> page(String id, PassageLink claim, Texts t) {
    return parse(id).flatMap(this::readable).map(document -> page(document, claim, t));
  }

  private Optional<StoredDocument> readable(DocId id) {
    try (Snapshot snapshot = index.snapshot()) {
      return snapshot
          .document(id)
          .filter(
              document -> snapshot.access().mayRead(currentReader.get(), document.head().scope()));
    }
  }

  private DocumentPage page(StoredDocument document, PassageLink claim, Texts t) {
    DocHead head = document.head();
    String text = document.text();
    QuoteStatus standing = QuoteStatus.of(claim, isSigned(head.id(), claim), head.revision(), text);
    List<Piece> pieces = Pieces.of(text, document.blocks());
    Optional<Place> position = standing.passage().flatMap(passage -> locate(document, passage));
    Locator where = Locator.of(head.origin(), List.of(), position);
    return new DocumentPage(
        where.title(),
        !pieces.isEmpty() && pieces.getFirst() instanceof Piece.Heading(int level, _) && level == 1,
        head.id().source().name(),
        head.id().key(),
        head.revision(),
        where.author(),
        where.modified(),
        where.dated(),
        inStep(head.id().source()).orElse(null),
        Links.safe(where.url()).orElse(null),
        Links.safe(where.revisionUrl()).orElse(null),
        position.map(place -> Places.text(place, t)).orElse(null),
        Language.of(text).code(),
        Outline.of(text, pieces),
        Banner.of(standing, claim, t),
        new RawString(DocumentHtml.write(text, pieces, standing.passage(), t)),
        standing.passage().isPresent(),
        head.leftOut().stream().map(each -> leftOut(each, t)).toList());
  }

  private static String leftOut(LeftOut each, Texts t) {
    String kind = each.kind().name().toLowerCase(Locale.ROOT);
    return t.filled(
        "document.left-out.line",
        each.count(),
        t.of("script.left-out." + kind),
        t.of("script.left-out-why." + kind));
  }

  private boolean isSigned(DocId id, PassageLink claim) {
    DocId quoted = claim.moved().flatMap(DocumentPages::parse).orElse(id);
    return seal.holds(quoted, claim.revision(), claim.near(), claim.quote(), claim.signature());
  }

  private static Optional<Place> locate(StoredDocument document, Range passage) {
    return document.chunks().stream()
        .filter(chunk -> chunk.start() <= passage.start() && passage.start() < chunk.end())
        .findFirst()
        .flatMap(chunk -> Anchor.locate(chunk.anchors(), passage.start()));
  }

  private Optional<Instant> inStep(SourceId source) {
    return monitor.sources().stream()
        .filter(status -> status.source().equals(source))
        .findFirst()
        .flatMap(SourceStatus::inStepAt);
  }

  private static Optional<DocId> parse(String id) {
    try {
      return Optional.of(DocId.parse(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
