package dev.gill.index.lucene;

import dev.gill.model.Audience;
import dev.gill.model.DocId;
import dev.gill.model.Language;
import dev.gill.model.Space;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.util.BytesRef;

/**
 * The layout of the index: which Lucene documents there are, and what their fields are called.
 *
 * <p>A document is one block of Lucene documents: its chunks in order of their place, then its
 * head. A failure is a single one. Everything of a document carries {@link #DOC}, by which it is
 * replaced as a whole.
 */
final class Fields {
  /** Counted up whenever an index of the old layout cannot be read by the new code. */
  static final String LAYOUT = "2";

  /** On everything: the document's id. */
  static final String DOC = "doc";

  /** On chunks and heads: bytes that sort as document ids do. */
  static final String ORDER = "order";

  /** On chunks: the source's name. */
  static final String CHUNK_SOURCE = "chunk-source";

  /** On chunks: who may read them, see {@link #audience}. */
  static final String AUDIENCE = "audience";

  /** On chunks: the fingerprint of the text. */
  static final String FINGERPRINT = "fingerprint";

  /** On chunks: the offset of the start, for sorting. */
  static final String START = "start";

  /**
   * On chunks: all of it as doc value, since a search reads a hundred and stored ones are packed.
   */
  static final String CHUNK = "chunk";

  /** On chunks: the document's id, again, so that they are found without the head. */
  static final String CHUNK_DOC = "chunk-doc";

  /** On heads: the document's id, again, so that heads are found by it. */
  static final String HEAD_DOC = "head-doc";

  /** On heads: the source's name. */
  static final String HEAD_SOURCE = "head-source";

  /** On heads: the head as doc value, which is read without touching the stored text. */
  static final String HEAD = "head";

  /** On heads: the canonical text, stored. */
  static final String TEXT = "text";

  /** On failures: the source's name. */
  static final String FAILURE_SOURCE = "failure-source";

  /** On failures: all of it, stored. */
  static final String FAILURE = "failure";

  private static final String EVERYONE = "everyone";
  private static final String GROUP = "group:";

  private Fields() {}

  /** On chunks of that language: their text. */
  static String text(Language language) {
    return "text." + language.code();
  }

  /** On chunks of that language: title and headings. */
  static String headings(Language language) {
    return "headings." + language.code();
  }

  /** On chunks embedded in that space: the vector. */
  static String vector(Space space) {
    return "vector." + space;
  }

  /** The terms of an audience; a group called everyone is not everyone. */
  static List<String> audience(Audience audience) {
    return switch (audience) {
      case Audience.Everyone() -> List.of(EVERYONE);
      case Audience.Groups(Set<String> names) -> names.stream().map(name -> GROUP + name).toList();
    };
  }

  /** The terms of which a chunk needs one for a member of these groups to read it. */
  static List<BytesRef> readable(Set<String> groups) {
    List<BytesRef> terms = new ArrayList<>();
    terms.add(new BytesRef(EVERYONE));
    groups.forEach(name -> terms.add(new BytesRef(GROUP + name)));
    return terms;
  }

  /** Sorts as {@link DocId#compareTo} does: Java compares UTF-16 units, Lucene bytes. */
  static BytesRef order(DocId doc) {
    String written = doc.source() + "\0" + doc.key();
    return new BytesRef(written.getBytes(StandardCharsets.UTF_16BE));
  }
}
