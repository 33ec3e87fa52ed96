package dev.gill.source.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Content;
import dev.gill.model.DocId;
import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import dev.gill.model.Person;
import dev.gill.model.Place;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.parse.Document;
import dev.gill.parse.formats.Formats;
import dev.gill.source.AccessContract;
import dev.gill.source.Batch;
import dev.gill.source.Change;
import dev.gill.source.ProtocolContract;
import dev.gill.source.Replica;
import dev.gill.source.Source;
import dev.gill.source.SourceFixture;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The made-up chat passes the contracts that apply to it; its documents are no files. */
final class ChatContractTest extends SourceFixture implements ProtocolContract, AccessContract {
  private static final SourceId TEAM = new SourceId("team");

  private final Chat chat = new Chat();

  @TempDir Path folder;

  @Override
  public Source create() {
    return new ChatSource(TEAM, chat, folder, InstantSource.system());
  }

  @Override
  public void write(String key, String text) {
    chat.write(key, text);
  }

  @Override
  public void delete(String key) {
    chat.delete(key);
  }

  @Override
  public void publish() {}

  @Override
  public void breakDown() {
    chat.breakDown();
  }

  @Override
  public Set<String> present() {
    return new TreeSet<>(chat.threads());
  }

  @Test
  void a_channel_is_a_scope_and_its_members_are_its_audience() throws Exception {
    write("ops/restore", "How do I restore?");
    chat.join("ops", "mira");
    Batch batch = new Replica().page(open());

    GroupId ops = new GroupId("team", "ops");
    assertThat(((Change.Upserted) batch.changes().getFirst()).scope())
        .isEqualTo(new Scope(TEAM, "ops"));
    assertThat(batch.rights().audiences().get(new Scope(TEAM, "ops")).admits(ops::equals)).isTrue();
    assertThat(batch.rights().members())
        .containsEntry(ops, Set.of(Person.of(new Identity("team", "mira"))));
  }

  @Test
  void a_change_of_members_alone_comes_without_documents() throws Exception {
    write("ops/restore", "How do I restore?");
    Source source = open();
    Replica replica = new Replica();
    replica.follow(source);

    chat.join("ops", "mira", "noor");
    Batch batch = replica.page(source);

    assertThat(batch.changes()).isEmpty();
    assertThat(batch.rights().members().get(new GroupId("team", "ops")))
        .contains(Person.of(new Identity("team", "noor")));
  }

  @Test
  void what_remains_of_a_channel_leaves_other_channels_alone() throws Exception {
    write("ops/restore", "How do I restore?");
    write("general/lunch", "Where is lunch?");
    Replica replica = new Replica();
    replica.follow(open());
    delete("ops/restore");
    replica.follow(open());

    assertThat(replica.keys()).containsExactly("general/lunch");
    assertThat(new Replica().follow(open()))
        .contains(
            new Change.Remaining(new Scope(TEAM, "ops"), Set.of()),
            new Change.Remaining(
                new Scope(TEAM, "general"), Set.of(new DocId(TEAM, "general/lunch"))));
  }

  @Test
  void a_citation_of_a_message_leads_to_that_message() throws Exception {
    write("ops/restore", "How do I restore?");
    Content content = ((Change.Upserted) new Replica().follow(open()).getFirst()).content();
    Document parsed = new Formats().parse(content);

    assertThat(parsed.anchors())
        .extracting(anchor -> anchor.place())
        .filteredOn(Place.Message.class::isInstance)
        .extracting(place -> ((Place.Message) place).link())
        .containsExactly(
            "https://chat.example.org/ops/restore#1", "https://chat.example.org/ops/restore#2");
  }
}
