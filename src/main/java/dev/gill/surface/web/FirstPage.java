package dev.gill.surface.web;

import dev.gill.answer.CurrentReader;
import dev.gill.index.DocHead;
import dev.gill.index.Filter;
import dev.gill.index.IndexEngine;
import dev.gill.index.Section;
import dev.gill.index.Snapshot;
import dev.gill.model.DocId;
import dev.gill.model.Language;
import dev.gill.model.Reader;
import dev.gill.model.Scope;
import dev.gill.surface.Links;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what the first page offers to whoever does not know yet what to ask. */
@Singleton
class FirstPage {
  private static final int RECENT = 5;
  private static final int HEADINGS = 6;
  private static final int SHORTEST_HEADING = 4;
  private static final int LONGEST_HEADING = 60;

  private final IndexEngine index;
  private final CurrentReader currentReader;
  private final Suggestions suggestions;

  @Inject
  FirstPage(IndexEngine index, CurrentReader currentReader, Suggestions suggestions) {
    this.index = index;
    this.currentReader = currentReader;
    this.suggestions = suggestions;
  }

  /**
   * What is offered.
   *
   * @param questions whose answers are known to be among the documents
   * @param recent the documents that were written last; empty where there are questions
   * @param headings of these, to be asked for
   */
  record Offer(List<Suggestion> questions, List<Recent> recent, List<Suggestion> headings) {}

  /** A document that was written lately. */
  record Recent(String title, String lang, String link, String source, Instant written) {
    static Recent of(DocHead head) {
      String title = head.origin().title().isBlank() ? head.id().key() : head.origin().title();
      return new Recent(
          title,
          Language.of(title).code(),
          Links.document(head.id()),
          head.id().source().name(),
          head.origin().modified());
    }
  }

  /**
   * What a reader is offered.
   *
   * @param language of the page, whose questions come first
   */
  Offer offer(String language) {
    Reader reader = currentReader.get();
    try (Snapshot snapshot = index.snapshot()) {
      List<Suggestion> questions = questions(snapshot, reader, language);
      if (!questions.isEmpty()) {
        return new Offer(questions, List.of(), List.of());
      }
      List<DocHead> latest = snapshot.latest(Filter.of(reader), RECENT);
      List<Suggestion> headings =
          latest.stream()
              .flatMap(head -> heading(snapshot, head).stream())
              .distinct()
              .limit(HEADINGS)
              .map(Suggestion::of)
              .toList();
      return new Offer(List.of(), latest.stream().map(Recent::of).toList(), headings);
    }
  }

  private List<Suggestion> questions(Snapshot snapshot, Reader reader, String language) {
    Set<Scope> readable = snapshot.access().scopes(reader);
    return suggestions.tries().stream()
        .filter(each -> suggestions.coming() || isAnswered(snapshot, readable, each.key()))
        .map(each -> Suggestion.of(each.question()))
        .sorted(Comparator.comparing(each -> !language.startsWith(each.lang())))
        .toList();
  }

  private static boolean isAnswered(Snapshot snapshot, Set<Scope> readable, String key) {
    return snapshot.sources().stream()
        .flatMap(source -> snapshot.head(new DocId(source, key)).stream())
        .anyMatch(head -> readable.contains(head.scope()));
  }

  /** The first heading below the title that says something by itself. */
  private static Optional<String> heading(Snapshot snapshot, DocHead head) {
    return snapshot.document(head.id()).stream()
        .flatMap(document -> document.chunks().stream())
        .map(chunk -> Section.of(head, chunk).headings())
        .filter(path -> path.size() > 1)
        .map(List::getLast)
        .filter(
            heading -> heading.length() >= SHORTEST_HEADING && heading.length() <= LONGEST_HEADING)
        .findFirst();
  }
}
