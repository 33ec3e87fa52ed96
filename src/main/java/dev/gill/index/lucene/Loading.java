package dev.gill.index.lucene;

import dev.gill.index.DocHead;
import dev.gill.model.Chunk;
import dev.gill.model.Failure;
import java.io.IOException;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/** Reads heads, chunks, texts and failures back from Lucene documents. */
final class Loading {
  private Loading() {}

  /** The head of the block that a chunk or the head itself stands in: the next one from there. */
  static DocHead head(LeafReader leaf, int document) throws IOException {
    BinaryDocValues heads = DocValues.getBinary(leaf, Fields.HEAD);
    if (heads.advance(document) == DocIdSetIterator.NO_MORE_DOCS) {
      throw new IOException("a block without a head");
    }
    return StoredForm.head(heads.binaryValue());
  }

  static Chunk chunk(LeafReader leaf, int document) throws IOException {
    BinaryDocValues chunks = DocValues.getBinary(leaf, Fields.CHUNK);
    if (!chunks.advanceExact(document)) {
      throw new IOException("a chunk without its text");
    }
    return StoredForm.chunk(chunks.binaryValue());
  }

  static Failure failure(LeafReader leaf, int document) throws IOException {
    return StoredForm.failure(stored(leaf, document, Fields.FAILURE));
  }

  static String text(LeafReader leaf, int document) throws IOException {
    return leaf.storedFields().document(document, Set.of(Fields.TEXT)).get(Fields.TEXT);
  }

  private static BytesRef stored(LeafReader leaf, int document, String field) throws IOException {
    return leaf.storedFields().document(document, Set.of(field)).getBinaryValue(field);
  }
}
