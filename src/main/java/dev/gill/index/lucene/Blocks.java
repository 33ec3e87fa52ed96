package dev.gill.index.lucene;

import dev.gill.index.DocHead;
import dev.gill.index.DocWrite;
import dev.gill.index.Embedded;
import dev.gill.index.Section;
import dev.gill.model.Chunk;
import dev.gill.model.DocId;
import dev.gill.model.Failure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.VectorSimilarityFunction;

/** Turns documents and failures into Lucene's documents, laid out as {@link Fields} says. */
final class Blocks {
  /** No phrases are asked for, so positions need not be kept. */
  private static final FieldType WORDS = new FieldType();

  static {
    WORDS.setTokenized(true);
    WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    WORDS.freeze();
  }

  private Blocks() {}

  /** The chunks in order of their place, then the head. */
  static List<Document> of(DocWrite write) {
    List<Document> block = new ArrayList<>();
    List<Embedded> chunks =
        write.chunks().stream()
            .sorted(Comparator.comparingInt(embedded -> embedded.chunk().start()))
            .toList();
    List<String> before = null;
    for (Embedded embedded : chunks) {
      Document chunk = chunk(write.head(), embedded);
      beginning(write.head(), before, embedded.chunk()).ifPresent(chunk::add);
      block.add(chunk);
      before = embedded.chunk().headings();
    }
    block.add(head(write));
    return block;
  }

  private static Optional<Field> beginning(DocHead head, List<String> before, Chunk chunk) {
    List<String> lines = Section.beginning(head, before, chunk);
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new Field(Fields.section(chunk.language()), String.join("\n", lines), WORDS));
  }

  static Document of(Failure failure) {
    Document document = new Document();
    document.add(key(Fields.DOC, failure.doc()));
    document.add(key(Fields.FAILURE_SOURCE, failure.doc().source()));
    document.add(new StoredField(Fields.FAILURE, StoredForm.of(failure)));
    return document;
  }

  private static Document chunk(DocHead head, Embedded embedded) {
    Chunk chunk = embedded.chunk();
    DocId id = head.id();
    Document document = new Document();
    document.add(key(Fields.DOC, id));
    document.add(key(Fields.CHUNK_DOC, id));
    document.add(key(Fields.CHUNK_SOURCE, id.source()));
    document.add(key(Fields.FINGERPRINT, chunk.fingerprint()));
    document.add(key(Fields.SCOPE, head.scope()));
    document.add(new SortedDocValuesField(Fields.ORDER, Fields.order(id)));
    document.add(new NumericDocValuesField(Fields.START, chunk.start()));
    document.add(new LongPoint(Fields.WRITTEN, written(head)));
    document.add(new BinaryDocValuesField(Fields.CHUNK, StoredForm.of(chunk)));
    document.add(new Field(Fields.text(chunk.language()), chunk.searched(), WORDS));
    document.add(new Field(Fields.headings(chunk.language()), headings(head, chunk), WORDS));
    document.add(
        new KnnFloatVectorField(
            Fields.vector(embedded.space()),
            UnitVectors.unit(embedded.vector()),
            VectorSimilarityFunction.DOT_PRODUCT));
    return document;
  }

  private static Document head(DocWrite write) {
    DocHead head = write.head();
    Document document = new Document();
    document.add(key(Fields.DOC, head.id()));
    document.add(key(Fields.HEAD_DOC, head.id()));
    document.add(key(Fields.HEAD_SOURCE, head.id().source()));
    document.add(key(Fields.HEAD_SCOPE, head.scope()));
    if (!head.leftOut().isEmpty()) {
      document.add(key(Fields.ABRIDGED_SOURCE, head.id().source()));
    }
    document.add(new NumericDocValuesField(Fields.HEAD_WRITTEN, written(head)));
    document.add(new BinaryDocValuesField(Fields.HEAD, StoredForm.of(head)));
    document.add(new StoredField(Fields.TEXT, write.text()));
    return document;
  }

  private static long written(DocHead head) {
    return head.origin().modified().toEpochMilli();
  }

  private static StringField key(String field, Object value) {
    return new StringField(field, value.toString(), Field.Store.NO);
  }

  /** A document's title is often its first heading too, and should not count twice. */
  private static String headings(DocHead head, Chunk chunk) {
    Set<String> lines = new LinkedHashSet<>();
    lines.add(head.origin().title());
    lines.addAll(chunk.headings());
    lines.add(chunk.columns());
    return String.join("\n", lines);
  }
}
