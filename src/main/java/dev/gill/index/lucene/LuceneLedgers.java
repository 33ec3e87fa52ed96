package dev.gill.index.lucene;

import dev.gill.index.SourceLedger;
import dev.gill.model.Failure;
import dev.gill.model.SourceId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/** Says what a view holds of sources as a whole. */
record LuceneLedgers(View view) {
  SourceLedger of(SourceId source) throws IOException {
    List<Failure> failures = new ArrayList<>();
    view.each(
        new Term(Fields.FAILURE_SOURCE, source.name()),
        (leaf, document) -> failures.add(Loading.failure(leaf, document)));
    failures.sort(Comparator.comparing(Failure::doc));
    return new SourceLedger(
        Optional.ofNullable(view.data().checkpoints().get(source)),
        view.count(new Term(Fields.HEAD_SOURCE, source.name())),
        view.count(new Term(Fields.CHUNK_SOURCE, source.name())),
        failures);
  }

  /** Those of which anything is left. */
  Set<SourceId> sources() throws IOException {
    Set<SourceId> sources = new TreeSet<>(view.data().checkpoints().keySet());
    sources.addAll(view.access().sources());
    addLiving(Fields.HEAD_SOURCE, sources);
    addLiving(Fields.FAILURE_SOURCE, sources);
    return sources;
  }

  /** A term may outlive the last document that had it, until its segment is merged. */
  private void addLiving(String field, Set<SourceId> sources) throws IOException {
    for (LeafReaderContext context : view.reader().leaves()) {
      Terms terms = context.reader().terms(field);
      if (terms == null) {
        continue;
      }
      TermsEnum each = terms.iterator();
      for (BytesRef name = each.next(); name != null; name = each.next()) {
        if (view.count(new Term(field, BytesRef.deepCopyOf(name))) > 0) {
          sources.add(new SourceId(name.utf8ToString()));
        }
      }
    }
  }
}
