package dev.gill.index.lucene;

import dev.gill.model.Access;
import dev.gill.model.Audience;
import dev.gill.model.GroupId;
import dev.gill.model.Person;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/**
 * Who may read what, as Lucene documents: one for each scope, and one for each group that a source
 * reports. A change rewrites those that it concerns.
 */
final class AccessDocuments {
  private static final String SCOPE = "scope";
  private static final String GROUP = "group";

  private AccessDocuments() {}

  /** Writes what is known now of the scopes and groups that a report named. */
  static void write(IndexWriter writer, SourceId source, Rights reported, Access now)
      throws IOException {
    Rights known = now.of(source);
    for (Scope scope : reported.audiences().keySet()) {
      Audience audience = known.audiences().get(scope);
      BytesRef form = audience == null ? null : StoredAccess.of(scope, audience);
      replace(writer, source, SCOPE, scope.key(), form);
    }
    for (GroupId group : reported.members().keySet()) {
      Set<Person> members = known.members().get(group);
      BytesRef form = members == null ? null : StoredAccess.of(group, members);
      replace(writer, source, GROUP, group.realm() + ":" + group.name(), form);
    }
  }

  private static void replace(
      IndexWriter writer, SourceId source, String kind, String name, BytesRef form)
      throws IOException {
    Term key = new Term(Fields.ACCESS, kind + ":" + source + ":" + name);
    if (form == null) {
      writer.deleteDocuments(key);
      return;
    }
    Document document = new Document();
    document.add(new StringField(Fields.ACCESS, key.text(), Field.Store.NO));
    document.add(new StringField(Fields.ACCESS_SOURCE, source.name(), Field.Store.YES));
    document.add(new StringField(Fields.ACCESS_KIND, kind, Field.Store.NO));
    document.add(new StoredField(Fields.ACCESS, form));
    writer.updateDocument(key, document);
  }

  /** All that is written. */
  static Access read(IndexReader reader) throws IOException {
    Map<SourceId, Map<Scope, Audience>> audiences = new HashMap<>();
    Map<SourceId, Map<GroupId, Set<Person>>> members = new HashMap<>();
    Postings.each(
        reader,
        new Term(Fields.ACCESS_KIND, SCOPE),
        (leaf, document) -> {
          StoredAccess.Entry<Scope, Audience> entry = StoredAccess.scope(form(leaf, document));
          SourceId source = entry.key().source();
          audiences.computeIfAbsent(source, s -> new HashMap<>()).put(entry.key(), entry.value());
          return true;
        });
    Postings.each(
        reader,
        new Term(Fields.ACCESS_KIND, GROUP),
        (leaf, document) -> {
          StoredAccess.Entry<GroupId, Set<Person>> entry = StoredAccess.group(form(leaf, document));
          members
              .computeIfAbsent(source(leaf, document), s -> new HashMap<>())
              .put(entry.key(), entry.value());
          return true;
        });
    Map<SourceId, Rights> bySource = new HashMap<>();
    Set<SourceId> sources = new HashSet<>(audiences.keySet());
    sources.addAll(members.keySet());
    for (SourceId source : sources) {
      bySource.put(
          source,
          new Rights(
              audiences.getOrDefault(source, Map.of()), members.getOrDefault(source, Map.of())));
    }
    return Access.of(bySource);
  }

  private static BytesRef form(LeafReader leaf, int document) throws IOException {
    return leaf.storedFields()
        .document(document, Set.of(Fields.ACCESS))
        .getBinaryValue(Fields.ACCESS);
  }

  private static SourceId source(LeafReader leaf, int document) throws IOException {
    return new SourceId(
        leaf.storedFields()
            .document(document, Set.of(Fields.ACCESS_SOURCE))
            .get(Fields.ACCESS_SOURCE));
  }
}
