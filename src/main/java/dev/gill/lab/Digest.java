package dev.gill.lab;

import dev.gill.index.DocHead;
import dev.gill.index.Snapshot;
import dev.gill.index.StoredDocument;
import dev.gill.model.Audience;
import dev.gill.model.Chunk;
import dev.gill.model.DocId;
import dev.gill.model.Failure;
import dev.gill.model.Fingerprint;
import dev.gill.model.GroupId;
import dev.gill.model.Language;
import dev.gill.model.Person;
import dev.gill.model.Rights;
import dev.gill.model.SourceId;
import dev.gill.model.Space;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What an index says of every document: revision, text, chunks with their locators, audience with
 * its members, and embedding space, and what failed. Two indexes with the same digest answer the
 * same; vectors follow from chunk text and space.
 *
 * @param entries for each document, what must be equal, line by line
 */
record Digest(SortedMap<DocId, String> entries, long chunks) {
  static Digest of(Snapshot snapshot, Map<Language, Space> spaces) {
    SortedMap<DocId, String> entries = new TreeMap<>();
    long chunks = 0;
    for (SourceId source : snapshot.sources()) {
      for (DocId id : snapshot.documents(source)) {
        StoredDocument document = snapshot.document(id).orElseThrow();
        entries.put(id, entry(document, snapshot, spaces));
        chunks += document.chunks().size();
      }
      for (Failure failure : snapshot.ledger(source).failures()) {
        entries.put(failure.doc(), "failed at " + failure.stage() + ": " + failure.cause());
      }
    }
    return new Digest(entries, chunks);
  }

  /**
   * Whether two entries differ at most in what the document says, and not in when it was written.
   */
  static boolean likeButForText(String one, String other) {
    return rest(one).equals(rest(other));
  }

  private static List<String> rest(String entry) {
    return entry
        .lines()
        .filter(line -> !line.matches("(revision|text|chunk) .*"))
        .map(line -> line.startsWith("failed ") ? entry : line)
        .toList();
  }

  /** One fingerprint of everything. */
  String hex() {
    StringBuilder all = new StringBuilder();
    entries.forEach(
        (id, entry) -> all.append(id).append('\n').append(Fingerprint.of(entry)).append('\n'));
    return Fingerprint.of(all.toString()).hex();
  }

  private static String entry(
      StoredDocument document, Snapshot snapshot, Map<Language, Space> spaces) {
    DocHead head = document.head();
    StringBuilder entry = new StringBuilder();
    entry.append("revision ").append(head.revision()).append('\n');
    Rights rights = snapshot.access().of(head.id().source());
    Audience audience = rights.audiences().get(head.scope());
    entry.append("audience ").append(audience).append('\n');
    entry.append("members ").append(members(audience, rights)).append('\n');
    entry.append("scope ").append(head.scope()).append('\n');
    entry.append("origin ").append(head.origin()).append('\n');
    entry.append("text ").append(Fingerprint.of(document.text())).append('\n');
    Map<Language, Set<Fingerprint>> embedded = embedded(document, snapshot, spaces);
    for (Chunk chunk : document.chunks()) {
      boolean found = embedded.get(chunk.language()).contains(chunk.fingerprint());
      entry
          .append(
              "chunk %d-%d %s".formatted(chunk.start(), chunk.end(), Fingerprint.of(chunk.text())))
          .append(" under ")
          .append(chunk.headings())
          .append(chunk.columns())
          .append(chunk.blocks())
          .append(" at ")
          .append(chunk.anchors())
          .append(found ? " in " + spaces.get(chunk.language()) : " without a vector")
          .append('\n');
    }
    return entry.toString();
  }

  /** Who is in the groups of an audience, as far as the source says it. */
  private static SortedMap<GroupId, Set<String>> members(Audience audience, Rights rights) {
    SortedMap<GroupId, Set<String>> members = new TreeMap<>();
    for (GroupId group : groups(audience)) {
      Set<String> people = new TreeSet<>();
      for (Person person : rights.members().getOrDefault(group, Set.of())) {
        people.add(new TreeSet<>(person.identities()).toString());
      }
      if (!people.isEmpty()) {
        members.put(group, people);
      }
    }
    return members;
  }

  private static Set<GroupId> groups(Audience audience) {
    return switch (audience) {
      case null -> Set.of();
      case Audience.Everyone _, Audience.Nobody _, Audience.ReadersOf _ -> Set.of();
      case Audience.AnyOf(Set<GroupId> groups) -> groups;
      case Audience.AllOf(List<Audience> parts) ->
          parts.stream().flatMap(part -> groups(part).stream()).collect(Collectors.toSet());
    };
  }

  /** The texts of each language that have a vector in its space. */
  private static Map<Language, Set<Fingerprint>> embedded(
      StoredDocument document, Snapshot snapshot, Map<Language, Space> spaces) {
    Map<Language, Set<Fingerprint>> texts = new EnumMap<>(Language.class);
    for (Chunk chunk : document.chunks()) {
      texts.computeIfAbsent(chunk.language(), l -> new HashSet<>()).add(chunk.fingerprint());
    }
    texts.replaceAll((language, wanted) -> snapshot.vectors(spaces.get(language), wanted).keySet());
    return texts;
  }
}
