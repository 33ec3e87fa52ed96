package dev.gill.lab.campaign;

import dev.gill.index.Snapshot;
import dev.gill.index.StoredDocument;
import dev.gill.model.DocId;
import dev.gill.model.Reader;
import dev.gill.model.SourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Holds an index against what was done to a system. */
final class Comparison {
  private Comparison() {}

  /** One line for each document that is not as it must be; none if all are. */
  static List<String> of(
      Snapshot index, SortedMap<String, Expected> documents, Map<String, Reader> people) {
    SourceId source = new SourceId(GillProcess.SOURCE);
    SortedMap<String, Expected> missing = new TreeMap<>(documents);
    List<String> differences = new ArrayList<>();
    for (DocId doc : index.documents(source)) {
      Expected expected = missing.remove(doc.key());
      StoredDocument stored = index.document(doc).orElseThrow();
      if (expected == null) {
        differences.add(doc + " is in the index, but not on the server");
      } else if (!expected.isSaidBy(stored.text())) {
        differences.add(
            "%s holds %s, on the server %s"
                .formatted(
                    doc,
                    new TreeSet<>(Prose.marks(stored.text())),
                    new TreeSet<>(expected.marks())));
      } else if (!readers(index, stored, people).equals(expected.readers())) {
        differences.add(
            "%s is read by %s, on the server by %s"
                .formatted(doc, readers(index, stored, people), new TreeSet<>(expected.readers())));
      }
    }
    missing.keySet().forEach(key -> differences.add(key + " is missing in the index"));
    return differences;
  }

  private static Set<String> readers(
      Snapshot index, StoredDocument document, Map<String, Reader> people) {
    Set<String> readers = new TreeSet<>();
    people.forEach(
        (name, reader) -> {
          if (index.access().mayRead(reader, document.head().scope())) {
            readers.add(name);
          }
        });
    return readers;
  }
}
