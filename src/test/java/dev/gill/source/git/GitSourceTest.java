package dev.gill.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Audience;
import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.model.PassedOver;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.Change;
import dev.gill.source.Replica;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.MergeCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitSourceTest {
  @TempDir Path temporary;
  private Repo repo;
  private final Replica replica = new Replica();

  @BeforeEach
  void makeRepository() throws Exception {
    repo = new Repo(temporary.resolve("repository"));
  }

  @AfterEach
  void closeRepository() {
    repo.close();
  }

  private GitSettings settings(
      Optional<String> branch, String subfolder, String link, List<String> exclude) {
    return new GitSettings(
        new SourceId("team"),
        repo.folder().toString(),
        branch,
        subfolder,
        link,
        new Audience.Everyone(),
        List.of(),
        exclude,
        1000,
        temporary.resolve("unused"),
        Optional.empty());
  }

  private static GitSource source(GitSettings settings) {
    return new GitSource(settings, name -> name.endsWith(".md"));
  }

  private GitSource source() {
    return source(
        GitSettings.of(
            new SourceId("team"), repo.folder().toString(), temporary.resolve("unused")));
  }

  @Test
  void how_far_a_cursor_reaches_is_said_in_words() throws Exception {
    String commit = repo.commit("a.md", "one");
    GitSource source = source();
    assertThat(source.describe(source.poll(Optional.empty()).next()))
        .isEqualTo("commit " + commit.substring(0, 10));
    assertThat(source.describe(new Cursor("of another source"))).isEmpty();
  }

  @Test
  void revision_author_date_and_link_come_from_the_commit_that_last_touched_the_file()
      throws Exception {
    String first = repo.commit("docs/run book.md", "one");
    repo.commit("other.md", "two");
    replica.follow(
        source(
            settings(
                Optional.empty(),
                "",
                "https://example.com/team/docs/blob/{commit}/{path}#L{line}",
                List.of())));

    Replica.Copy copy = replica.get("docs/run book.md");
    assertThat(copy.revision()).isEqualTo(first);
    assertThat(copy.author()).isEqualTo("Writer of docs/run book.md");
    assertThat(copy.modified()).isEqualTo(Repo.START.plusSeconds(30));
    assertThat(copy.link())
        .isEqualTo("https://example.com/team/docs/blob/" + first + "/docs/run%20book.md#L{line}");
  }

  @Test
  void the_cursor_in_step_is_the_commit() throws Exception {
    String tip = repo.commit("a.md", "one");
    replica.follow(source());

    assertThat(replica.cursor()).contains(new Cursor(tip));
  }

  @Test
  void only_what_was_touched_since_is_told_also_what_was_changed_back() throws Exception {
    repo.commit("a.md", "one");
    repo.commit("b.md", "two");
    replica.follow(source());
    repo.commit("b.md", "two, edited");
    String back = repo.commit("b.md", "two");

    List<Change> told = replica.follow(source());

    assertThat(told).hasSize(1);
    assertThat(replica.get("b.md").revision()).isEqualTo(back);
  }

  @Test
  void a_merge_credits_the_commit_that_it_brought_in() throws Exception {
    repo.commit("a.md", "one");
    repo.branch("side");
    repo.commit("a.md", "one, first try");
    String side = repo.commit("a.md", "one, better");
    repo.checkout("main");
    String main = repo.commit("b.md", "two");
    replica.follow(source());
    repo.merge("side");
    List<Change> told = replica.follow(source());

    assertThat(told).hasSize(1);
    assertThat(replica.get("a.md").revision()).isEqualTo(side);
    assertThat(replica.get("a.md").text()).isEqualTo("one, better");
    assertThat(replica.get("b.md").revision()).isEqualTo(main);
  }

  @Test
  void what_only_the_merge_itself_changed_is_the_merge_s() throws Exception {
    repo.commit("a.md", "one");
    repo.branch("side");
    repo.commit("b.md", "two");
    repo.checkout("main");
    repo.commit("c.md", "three");
    repo.git()
        .merge()
        .include(repo.git().getRepository().resolve("side"))
        .setCommit(false)
        .setFastForward(MergeCommand.FastForwardMode.NO_FF)
        .call();
    repo.write("a.md", "changed while merging");
    String merge = repo.commit("merge");
    replica.follow(source());

    assertThat(replica.get("a.md").revision()).isEqualTo(merge);
  }

  @Test
  void a_cursor_midway_says_how_far_it_came() throws Exception {
    for (int i = 0; i < 70; i++) {
      repo.write("%02d.md".formatted(i), "text " + i);
    }
    String base = repo.commit("many");
    assertThat(replica.page(source()).next().value()).isEqualTo("-.." + base + "#63.md");
    replica.follow(source());

    for (int i = 0; i < 70; i++) {
      repo.move("%02d.md".formatted(i), "moved/%02d.md".formatted(i));
    }
    String target = repo.commit("moved");
    Batch page = replica.page(source());
    assertThat(page.next().value()).isEqualTo(base + ".." + target + "#moved/63.md");
    assertThat(replica.keys()).as("what came has left its old place").hasSize(70);
    replica.follow(source());
    assertThat(replica.keys()).hasSize(70).allMatch(key -> key.startsWith("moved/"));
  }

  @Test
  void only_the_subfolder_is_read_and_patterns_count_from_it() throws Exception {
    repo.write("readme.md", "not ours");
    repo.write("docs/a.md", "one");
    repo.write("docs/drafts/b.md", "draft");
    repo.write("docs-old/c.md", "not ours");
    repo.commit("all");
    GitSettings settings = settings(Optional.empty(), "/docs/", "", List.of("drafts/**"));
    replica.follow(source(settings));
    assertThat(replica.keys()).containsExactly("docs/a.md");

    repo.commit("readme.md", "still not ours");
    assertThat(replica.follow(source(settings))).isEmpty();
    repo.commit("docs/drafts/b.md", "still a draft");
    assertThat(replica.follow(source(settings))).isEmpty();
  }

  @Test
  void other_settings_over_the_same_commit_lead_to_everything() throws Exception {
    repo.write("a.md", "one");
    repo.write("drafts/b.md", "two");
    repo.commit("all");
    replica.follow(source(settings(Optional.empty(), "", "", List.of())));
    assertThat(replica.keys()).hasSize(2);

    replica.follow(source(settings(Optional.empty(), "", "", List.of("drafts"))));
    assertThat(replica.keys()).containsExactly("a.md");
  }

  @Test
  void a_branch_can_be_named() throws Exception {
    repo.commit("a.md", "one");
    repo.branch("next");
    repo.commit("b.md", "two");
    repo.checkout("main");
    replica.follow(source(settings(Optional.of("next"), "", "", List.of())));

    assertThat(replica.keys()).containsExactly("a.md", "b.md");
  }

  @Test
  void links_are_no_documents_and_a_document_that_becomes_one_goes() throws Exception {
    repo.write("a.md", "one");
    repo.write("b.md", "two");
    repo.commit("both");
    replica.follow(source());
    repo.delete("b.md");
    Files.createSymbolicLink(repo.folder().resolve("b.md"), Path.of("a.md"));
    repo.commit("a link");
    replica.follow(source());

    assertThat(replica.keys()).containsExactly("a.md");
  }

  @Test
  void links_are_passed_over_wherever_they_lead() throws Exception {
    Path secret = Files.writeString(temporary.resolve("secret.md"), "secret");
    repo.write("docs/a.md", "one");
    link("docs/within.md", Path.of("a.md"));
    link("docs/out.md", secret);
    link("docs/up.md", Path.of("../../secret.md"));
    link("docs/etc", Path.of("/etc"));
    link("docs/drafts/b.md", secret);
    link("elsewhere.md", secret);
    repo.commit("links");
    GitSettings settings = settings(Optional.empty(), "docs", "", List.of("drafts"));
    try (GitSource source = source(settings)) {
      replica.follow(source);
      assertThat(replica.keys()).containsExactly("docs/a.md");
      assertThat(passedOver(source))
          .containsExactly("docs/etc", "docs/out.md", "docs/up.md", "docs/within.md");
      assertThat(source.passedOver())
          .allSatisfy(
              passed -> {
                assertThat(passed.reason()).isEqualTo(PassedOver.Reason.LINK);
                assertThat(passed.why()).contains("not followed");
              });

      Files.delete(repo.folder().resolve("docs/out.md"));
      repo.commit("docs/out.md", "a file now");
      replica.follow(source);
      assertThat(replica.get("docs/out.md").text()).isEqualTo("a file now");
      assertThat(passedOver(source)).containsExactly("docs/etc", "docs/up.md", "docs/within.md");
    }
    try (GitSource restarted = source(settings)) {
      assertThat(replica.follow(restarted)).as("in step already").isEmpty();
      assertThat(passedOver(restarted)).hasSize(3);
    }
  }

  private void link(String key, Path target) throws Exception {
    Files.createDirectories(repo.folder().resolve(key).getParent());
    Files.createSymbolicLink(repo.folder().resolve(key), target);
  }

  private static List<String> passedOver(GitSource source) {
    return source.passedOver().stream()
        .flatMap(passed -> passed.docs().stream())
        .map(DocId::key)
        .toList();
  }
}
