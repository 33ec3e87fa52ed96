package dev.gill.index.lucene;

import dev.gill.model.DocId;
import dev.gill.model.Language;
import dev.gill.model.Scope;
import dev.gill.model.Space;
import java.nio.charset.StandardCharsets;
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
  static final String LAYOUT = "3";

  /** On everything: the document's id. */
  static final String DOC = "doc";

  /** On chunks and heads: bytes that sort as document ids do. */
  static final String ORDER = "order";

  /** On chunks: the source's name. */
  static final String CHUNK_SOURCE = "chunk-source";

  /** On chunks: the scope that the document lies in, whose audience may read them. */
  static final String SCOPE = "scope";

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

  /** On chunks: when the document was written, in milliseconds since 1970. */
  static final String WRITTEN = "written";

  /** On heads: the same. */
  static final String HEAD_WRITTEN = "head-written";

  /** On heads: the document's id, again, so that heads are found by it. */
  static final String HEAD_DOC = "head-doc";

  /** On heads: the source's name. */
  static final String HEAD_SOURCE = "head-source";

  /** On heads of documents of which something was left out: the source's name. */
  static final String ABRIDGED_SOURCE = "abridged-source";

  /** On heads: the scope that the document lies in. */
  static final String HEAD_SCOPE = "head-scope";

  /** On heads: the head as doc value, which is read without touching the stored text. */
  static final String HEAD = "head";

  /** On heads: the canonical text, stored. */
  static final String TEXT = "text";

  /** On failures: the source's name. */
  static final String FAILURE_SOURCE = "failure-source";

  /** On failures: all of it, stored. */
  static final String FAILURE = "failure";

  /** On a scope's audience and a group's members: which of the two it is. */
  static final String ACCESS_KIND = "access-kind";

  /** On the same: which scope or group, and all of it, stored. */
  static final String ACCESS = "access";

  /** On the same: the name of the source that reported it. */
  static final String ACCESS_SOURCE = "access-source";

  /** The fields by which all that a source left is found. */
  static final List<String> OF_A_SOURCE =
      List.of(CHUNK_SOURCE, HEAD_SOURCE, FAILURE_SOURCE, ACCESS_SOURCE);

  private Fields() {}

  /** On chunks of that language: their text. */
  static String text(Language language) {
    return "text." + language.code();
  }

  /** On chunks of that language: title and headings. */
  static String headings(Language language) {
    return "headings." + language.code();
  }

  /** On chunks of that language with which a document or a section begins: its title, headings. */
  static String section(Language language) {
    return "section." + language.code();
  }

  /** On chunks embedded in that space: the vector. */
  static String vector(Space space) {
    return "vector." + space;
  }

  /** The terms of scopes, of which a chunk has one. */
  static List<BytesRef> terms(Set<Scope> scopes) {
    return scopes.stream().map(scope -> new BytesRef(scope.toString())).toList();
  }

  /** Sorts as {@link DocId#compareTo} does: Java compares UTF-16 units, Lucene bytes. */
  static BytesRef order(DocId doc) {
    String written = doc.source() + "\0" + doc.key();
    return new BytesRef(written.getBytes(StandardCharsets.UTF_16BE));
  }
}
