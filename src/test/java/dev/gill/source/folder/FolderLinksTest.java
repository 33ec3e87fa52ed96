package dev.gill.source.folder;

import static dev.gill.source.folder.FolderTesting.ALWAYS;
import static dev.gill.source.folder.FolderTesting.NEVER;
import static dev.gill.source.folder.FolderTesting.settings;
import static dev.gill.source.folder.FolderTesting.source;
import static dev.gill.source.folder.FolderTesting.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gill.model.DocId;
import dev.gill.model.PassedOver;
import dev.gill.source.Replica;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves the folder is not read; what stays within it is, once. */
final class FolderLinksTest {
  @TempDir Path temporary;
  private Path root;
  private Path secret;
  private FolderSource source;
  private final Replica replica = new Replica();

  @BeforeEach
  void open() throws IOException {
    root = Files.createDirectory(temporary.resolve("documents"));
    write(root, "team/a.md", "one");
    secret = write(temporary, "secret/salaries.md", "secret");
    source = source(settings(root, ALWAYS));
  }

  @AfterEach
  void close() {
    source.close();
  }

  private void link(String key, Path target) throws IOException {
    Files.deleteIfExists(root.resolve(key));
    Files.createSymbolicLink(root.resolve(key), target);
  }

  private void restart(Duration sweepEvery, LinkPolicy links) {
    source.close();
    FolderSettings plain = settings(root, sweepEvery);
    source =
        source(
            new FolderSettings(
                plain.id(),
                root,
                plain.link(),
                plain.audience(),
                plain.include(),
                plain.exclude(),
                plain.maxBytes(),
                sweepEvery,
                links));
  }

  private List<String> passedOver() {
    return source.passedOver().stream()
        .flatMap(passed -> passed.docs().stream())
        .map(DocId::key)
        .toList();
  }

  @Test
  void links_that_lead_out_are_passed_over_and_listed() throws Exception {
    link("absolute.md", secret);
    link("relative.md", Path.of("../secret/salaries.md"));
    link("folder", Path.of("../secret"));
    link("team/up", temporary);
    link("chain.md", root.resolve("absolute.md"));
    link("passwd.txt", Path.of("/etc/passwd"));
    replica.follow(source);

    assertThat(replica.keys()).containsExactly("team/a.md");
    assertThat(passedOver())
        .containsExactly(
            "absolute.md", "chain.md", "folder", "passwd.txt", "relative.md", "team/up");
    assertThat(source.passedOver())
        .allSatisfy(
            passed -> {
              assertThat(passed.reason()).isEqualTo(PassedOver.Reason.LEADS_OUT);
              assertThat(passed.why()).contains("lead out of the folder", "links=follow");
            });
  }

  @Test
  void a_folder_beside_it_whose_name_begins_alike_is_outside() throws Exception {
    link("alike.md", write(temporary, "documents-old/b.md", "secret"));
    replica.follow(source);

    assertThat(replica.keys()).containsExactly("team/a.md");
    assertThat(passedOver()).containsExactly("alike.md");
  }

  @Test
  void what_would_not_be_read_anyway_is_not_listed() throws Exception {
    link("picture.png", secret);
    link(".hidden.md", secret);
    link(".hidden", secret.getParent());
    replica.follow(source);

    assertThat(source.passedOver())
        .extracting(PassedOver::reason)
        .containsExactly(PassedOver.Reason.PICTURE, PassedOver.Reason.HIDDEN);
  }

  @Test
  void links_within_are_followed_but_no_folder_is_entered_twice() throws Exception {
    link("0-same", root.resolve("team"));
    link("team/loop", root);
    link("again.md", Path.of("team/a.md"));
    link("self.md", root.resolve("self.md"));
    replica.follow(source);

    assertThat(replica.keys()).containsExactly("again.md", "self.md", "team/a.md");
    assertThat(replica.get("again.md").text()).isEqualTo("one");
    assertThat(replica.get("self.md").cause()).contains("cannot be read");
    assertThat(passedOver()).isEmpty();
  }

  @Test
  void a_root_that_is_a_link_holds_what_lies_where_it_leads() throws Exception {
    link("again.md", Path.of("team/a.md"));
    link("out.md", secret);
    Path way = Files.createSymbolicLink(temporary.resolve("way"), root);
    source.close();
    source = source(settings(way, ALWAYS));
    replica.follow(source);

    assertThat(replica.keys()).containsExactly("again.md", "team/a.md");
    assertThat(passedOver()).containsExactly("out.md");
  }

  @Test
  void links_that_lead_out_are_followed_if_the_settings_say_so() throws Exception {
    link("out.md", secret);
    link("other", secret.getParent());
    Files.createSymbolicLink(temporary.resolve("secret/back"), root);
    restart(ALWAYS, LinkPolicy.FOLLOW);
    replica.follow(source);

    assertThat(replica.keys()).containsExactly("other/salaries.md", "out.md", "team/a.md");
    assertThat(replica.get("out.md").text()).isEqualTo("secret");
    assertThat(passedOver()).isEmpty();
  }

  @Test
  void what_was_read_through_links_before_goes_with_the_first_look() throws Exception {
    link("out.md", secret);
    link("other", secret.getParent());
    restart(ALWAYS, LinkPolicy.FOLLOW);
    replica.follow(source);
    assertThat(replica.keys()).hasSize(3);

    restart(ALWAYS, LinkPolicy.WITHIN);
    replica.follow(source);
    assertThat(replica.keys()).containsExactly("team/a.md");
  }

  @Test
  void a_document_that_becomes_a_link_out_goes_and_comes_back_as_a_file() throws Exception {
    replica.follow(source);
    link("team/a.md", secret);
    replica.follow(source);
    assertThat(replica.keys()).isEmpty();
    assertThat(passedOver()).containsExactly("team/a.md");

    Files.delete(root.resolve("team/a.md"));
    write(root, "team/a.md", "again");
    replica.follow(source);
    assertThat(replica.get("team/a.md").text()).isEqualTo("again");
    assertThat(passedOver()).isEmpty();
  }

  @Test
  void a_folder_that_becomes_a_link_out_goes() throws Exception {
    replica.follow(source);
    Files.move(root.resolve("team"), temporary.resolve("moved"));
    link("team", temporary.resolve("moved"));
    replica.follow(source);

    assertThat(replica.keys()).isEmpty();
    assertThat(passedOver()).containsExactly("team");
  }

  @Test
  void a_link_within_goes_when_its_way_comes_to_lead_out() throws Exception {
    link("again.md", Path.of("team/a.md"));
    replica.follow(source);
    assertThat(replica.keys()).containsExactly("again.md", "team/a.md");

    Files.move(root.resolve("team"), temporary.resolve("moved"));
    link("team", temporary.resolve("moved"));
    replica.follow(source);
    assertThat(replica.keys()).isEmpty();
    assertThat(passedOver()).containsExactly("again.md", "team");
  }

  @Test
  void events_tell_of_links_that_come_and_go() throws Exception {
    restart(NEVER, LinkPolicy.WITHIN);
    replica.follow(source);

    link("team/a.md", secret);
    eventually(List.of(), List.of("team/a.md"));

    Files.delete(root.resolve("team/a.md"));
    eventually(List.of(), List.of());

    Path made = Files.createDirectory(temporary.resolve("made"));
    write(made, "b.md", "two");
    Files.createSymbolicLink(made.resolve("out.md"), secret);
    Files.move(made, root.resolve("made"));
    eventually(List.of("made/b.md"), List.of("made/out.md"));

    Files.move(root.resolve("made"), temporary.resolve("unmade"));
    eventually(List.of(), List.of());
  }

  private void eventually(List<String> keys, List<String> passed) {
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              replica.follow(source);
              assertThat(replica.keys()).containsExactlyElementsOf(keys);
              assertThat(passedOver()).containsExactlyElementsOf(passed);
            });
  }
}
