package dev.gill.bench;

import dev.gill.index.Changeset;
import dev.gill.index.DocHead;
import dev.gill.index.DocWrite;
import dev.gill.index.Embedded;
import dev.gill.index.IndexEngine;
import dev.gill.model.Anchor;
import dev.gill.model.Audience;
import dev.gill.model.Chunk;
import dev.gill.model.DocId;
import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import dev.gill.model.Origin;
import dev.gill.model.Person;
import dev.gill.model.Place;
import dev.gill.model.Reader;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.model.Space;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * People who are members of half of the groups that may read so many scopes, as in a chat of many
 * channels.
 */
record ScopedTeam(int scopes) {
  static final int PEOPLE = 20;

  private static final SourceId CHAT = new SourceId("chat");
  private static final Instant WRITTEN = Instant.parse("2026-01-01T00:00:00Z");
  private static final int AT_ONCE = 500;

  private static Identity identity(int person) {
    return new Identity(CHAT.name(), "person-%d".formatted(person));
  }

  Reader reader(int person) {
    return Reader.known(identity(person % PEOPLE));
  }

  private Scope scope(int number) {
    return new Scope(CHAT, "channel-%05d".formatted(number % scopes));
  }

  private static GroupId group(int scope) {
    return new GroupId(CHAT.name(), "members-%05d".formatted(scope));
  }

  /** Half of the scopes for each person, and another half for nearly each. */
  boolean isMember(int person, int scope) {
    int halvings = 32 - Integer.numberOfLeadingZeros(scopes) - 1;
    return halvings == 0 || ((scope >> (person % halvings)) + person) % 2 == 0;
  }

  private Rights rights() {
    Map<Scope, Audience> audiences = new HashMap<>();
    Map<GroupId, Set<Person>> members = new HashMap<>();
    for (int i = 0; i < scopes; i++) {
      int scope = i;
      audiences.put(scope(i), new Audience.AnyOf(Set.of(group(i))));
      members.put(
          group(i),
          IntStream.range(0, PEOPLE)
              .filter(person -> isMember(person, scope))
              .mapToObj(person -> Person.of(identity(person)))
              .collect(Collectors.toSet()));
    }
    return new Rights(audiences, members);
  }

  /** Puts each section of a corpus into a document of its own, in the scopes in turn. */
  void moveInto(IndexEngine engine, Corpus corpus, Space space) {
    engine.commit(Changeset.of(CHAT, rights()));
    List<DocWrite> writes = new ArrayList<>();
    for (int i = 0; i < corpus.chunks(); i++) {
      writes.add(document(i, corpus, space));
      if (writes.size() == AT_ONCE || i == corpus.chunks() - 1) {
        engine.commit(
            new Changeset(CHAT, writes, Set.of(), List.of(), Rights.NONE, Optional.empty()));
        writes.clear();
      }
    }
  }

  private DocWrite document(int number, Corpus corpus, Space space) {
    String text = corpus.section(number);
    Chunk chunk = Chunk.of(0, text, List.of(), List.of(new Anchor(0, new Place.Line(1))));
    DocHead head =
        new DocHead(
            new DocId(CHAT, "document-%06d".formatted(number)),
            "1",
            new Origin("", "Document " + number, "", WRITTEN),
            scope(number),
            "bench");
    return new DocWrite(
        head, text, List.of(new Embedded(chunk, space, corpus.vectors().passage(number))));
  }
}
