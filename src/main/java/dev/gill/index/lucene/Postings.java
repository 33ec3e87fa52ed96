package dev.gill.index.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/** Walks what a term stands in. */
final class Postings {
  /** Visits what a term stands in. */
  interface Visitor {
    /** Takes one Lucene document, by its number within the leaf; false to see no more of them. */
    boolean visit(LeafReader leaf, int document) throws IOException;
  }

  private Postings() {}

  /** Shows all living Lucene documents that have a term, in their order. */
  static void each(IndexReader reader, Term term, Visitor visitor) throws IOException {
    for (LeafReaderContext context : reader.leaves()) {
      LeafReader leaf = context.reader();
      PostingsEnum postings = leaf.postings(term, PostingsEnum.NONE);
      if (postings == null) {
        continue;
      }
      Bits living = leaf.getLiveDocs();
      int document = postings.nextDoc();
      while (document != DocIdSetIterator.NO_MORE_DOCS) {
        if ((living == null || living.get(document)) && !visitor.visit(leaf, document)) {
          return;
        }
        document = postings.nextDoc();
      }
    }
  }
}
