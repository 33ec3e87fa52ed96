package dev.gill.langchain4j;

import dev.gill.answer.Answerer;
import dev.gill.index.DocHead;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.model.Audience;
import dev.gill.model.Locator;
import dev.gill.model.Passage;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.Scope;
import dev.gill.model.Scored;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What Gill finds, as LangChain4j has it. Each content is a passage as it stands in its document.
 * Its metadata say where that is ({@link #DOCUMENT}, {@link #REVISION}, {@link #START}, {@link
 * #END}, …) and who may read it ({@link #SCOPE}, {@link #AUDIENCE}), so that whatever is made of it
 * can be cited, and kept from others.
 */
public final class GillContentRetriever implements ContentRetriever {
  /** The document's id, {@code source:key}. */
  public static final String DOCUMENT = "gill_document";

  /** The document's revision, in which the offsets count. */
  public static final String REVISION = "gill_revision";

  /** Offset of the first UTF-16 unit in the document's text. */
  public static final String START = "gill_start";

  /** Offset after the last one. */
  public static final String END = "gill_end";

  /** The document's title. */
  public static final String TITLE = "gill_title";

  /** The headings that the passage stands under, outermost first, parted by {@code " › "}. */
  public static final String HEADINGS = "gill_headings";

  /** The original, at the place; absent if the source has no links. */
  public static final String URL = "gill_url";

  /** Who wrote it; absent if unknown. */
  public static final String AUTHOR = "gill_author";

  /** When it was written, in ISO 8601. */
  public static final String MODIFIED = "gill_modified";

  /** The scope that the document lies in, {@code source:key}. */
  public static final String SCOPE = "gill_scope";

  /** Who may read that scope: {@code everyone}, or groups. */
  public static final String AUDIENCE = "gill_audience";

  private final Answerer answerer;
  private final IndexEngine index;
  private final Function<Query, Reader> asker;
  private final int most;

  /**
   * Finds passages by an answerer over an index.
   *
   * @param asker who asks, by what LangChain4j knows of the query; nobody finds what they may not
   *     read
   * @param most contents that are found
   */
  public GillContentRetriever(
      Answerer answerer, IndexEngine index, Function<Query, Reader> asker, int most) {
    this.answerer = Objects.requireNonNull(answerer, "answerer");
    this.index = Objects.requireNonNull(index, "index");
    this.asker = Objects.requireNonNull(asker, "asker");
    if (most < 1) {
      throw new IllegalArgumentException("%d contents are too few".formatted(most));
    }
    this.most = most;
  }

  /**
   * The best passages, best first.
   *
   * @throws IllegalStateException if the thread is interrupted while it waits
   */
  @Override
  public List<Content> retrieve(Query query) {
    Reader reader = asker.apply(query);
    List<Scored> found;
    try {
      found = answerer.search(new Question(query.text(), reader), most);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a question was waiting", e);
    }
    try (Snapshot snapshot = index.snapshot()) {
      return found.stream().flatMap(each -> content(each, snapshot, reader)).toList();
    }
  }

  /** Empty if the document is gone by now, or was taken from the reader. */
  private static Stream<Content> content(Scored found, Snapshot snapshot, Reader reader) {
    Optional<Scope> scope =
        snapshot
            .head(found.passage().doc())
            .map(DocHead::scope)
            .filter(each -> snapshot.access().mayRead(reader, each));
    return scope.stream()
        .map(
            each -> {
              Metadata metadata = metadata(found.passage());
              Audience audience = snapshot.access().of(each.source()).audiences().get(each);
              metadata.put(SCOPE, each.toString()).put(AUDIENCE, audience.toString());
              return Content.from(
                  TextSegment.from(found.passage().chunk().text(), metadata),
                  Map.of(ContentMetadata.SCORE, found.score()));
            });
  }

  private static Metadata metadata(Passage passage) {
    Locator where = passage.locate(passage.chunk().start());
    Metadata metadata =
        new Metadata()
            .put(DOCUMENT, passage.doc().toString())
            .put(REVISION, passage.revision())
            .put(START, passage.chunk().start())
            .put(END, passage.chunk().end())
            .put(TITLE, where.title())
            .put(HEADINGS, String.join(" › ", where.headings()))
            .put(MODIFIED, where.modified().toString());
    if (!where.url().isEmpty()) {
      metadata.put(URL, where.url());
    }
    return where.author().isEmpty() ? metadata : metadata.put(AUTHOR, where.author());
  }
}
