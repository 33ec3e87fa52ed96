package dev.gill.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gill.model.Audience;
import dev.gill.model.GroupId;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for what every source reports of who may read its documents. */
public interface AccessContract extends FollowedSystem {
  /** The realms whose groups' members the source reports. */
  default Set<String> realms() {
    return Set.of("team");
  }

  @Test
  default void rights_are_of_its_own_scopes_and_realms_only() throws Exception {
    write("a.md", "one");
    write("deep/b.md", "two");
    publish();
    Source source = open();
    Rights reported = source.rights();
    Replica replica = new Replica();
    boolean more = true;
    while (more) {
      Batch batch = replica.page(source);
      reported = reported.and(batch.rights());
      more = batch.more();
    }

    assertThat(reported.audiences()).isNotEmpty();
    assertThat(reported.audiences().keySet()).extracting(Scope::source).containsOnly(source.id());
    assertThat(reported.members().keySet()).extracting(GroupId::realm).isSubsetOf(realms());
    Set<String> named = new HashSet<>(realms());
    named.add(GroupId.CONFIGURED);
    assertThat(reported.audiences().values().stream().flatMap(AccessContract::groups))
        .extracting(GroupId::realm)
        .isSubsetOf(named);
  }

  @Test
  default void a_documents_scope_has_an_audience_no_later_than_the_document_comes()
      throws Exception {
    for (int i = 0; i < 70; i++) {
      write("d%d/%02d.md".formatted(i % 3, i), "text " + i);
    }
    publish();
    Source source = open();
    Rights reported = source.rights();
    Replica replica = new Replica();
    boolean more = true;
    while (more) {
      Batch batch = replica.page(source);
      reported = reported.and(batch.rights());
      assertThat(reported.audiences().keySet()).containsAll(scopes(batch.changes()));
      more = batch.more();
    }
    assertThat(replica.keys()).hasSize(70);
  }

  @Test
  default void another_configured_audience_changes_the_rights_and_not_the_documents()
      throws Exception {
    put("a.md", "one");
    put("deep/b.md", "two");
    Optional<Source> open = configuredFor(new Audience.Everyone());
    assumeTrue(open.isPresent(), "the system says who may read its documents");
    Optional<Source> narrow = configuredFor(Audience.of("leads"));
    Replica replica = new Replica();
    try (Source before = open.get();
        Source after = narrow.orElseThrow()) {
      replica.follow(before);
      var documents = List.copyOf(replica.documents().entrySet());
      replica.follow(after);

      assertThat(List.copyOf(replica.documents().entrySet())).isEqualTo(documents);
      assertThat(before.rights().audiences().values()).containsOnly(new Audience.Everyone());
      assertThat(after.rights().audiences().values()).containsOnly(Audience.of("leads"));
      assertThat(after.rights().audiences().keySet())
          .isEqualTo(before.rights().audiences().keySet());
    }
  }

  private static List<Scope> scopes(List<Change> changes) {
    return changes.stream()
        .flatMap(
            change ->
                switch (change) {
                  case Change.Upserted up -> Stream.of(up.scope());
                  case Change.Unreadable bad -> Stream.of(bad.scope());
                  case Change.Remaining all -> Stream.of(all.scope());
                  case Change.Deleted gone -> Stream.<Scope>empty();
                })
        .toList();
  }

  private static Stream<GroupId> groups(Audience audience) {
    return switch (audience) {
      case Audience.Everyone(), Audience.Nobody(), Audience.ReadersOf _ -> Stream.empty();
      case Audience.AnyOf(Set<GroupId> groups) -> groups.stream();
      case Audience.AllOf(List<Audience> parts) -> parts.stream().flatMap(AccessContract::groups);
    };
  }
}
