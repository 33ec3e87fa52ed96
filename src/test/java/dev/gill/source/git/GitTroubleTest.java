package dev.gill.source.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Audience;
import dev.gill.model.Cursor;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.Change;
import dev.gill.source.Replica;
import dev.gill.source.SourceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitTroubleTest {
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
  void a_force_push_leads_to_a_comparison_of_everything() throws Exception {
    String base = repo.commit("a.md", "one");
    repo.commit("gone.md", "two");
    replica.follow(source());
    repo.reset(base);
    String rewritten = repo.commit("b.md", "three");

    List<Change> told = replica.follow(source());

    assertThat(told.getLast()).isInstanceOf(Change.Remaining.class);
    assertThat(replica.keys()).containsExactly("a.md", "b.md");
    assertThat(replica.cursor()).contains(new Cursor(rewritten));
  }

  @Test
  void a_cursor_midway_whose_commit_is_gone_starts_afresh() throws Exception {
    repo.commit("a.md", "one");
    String nowhere = "1".repeat(40);
    Batch batch = source().poll(Optional.of(new Cursor("-.." + nowhere + "#0.md")));

    assertThat(batch.changes()).hasSize(2);
  }

  @Test
  void large_files_and_pointers_to_large_files_are_failures() throws Exception {
    repo.write("big.md", "x".repeat(1001));
    repo.write("lfs.md", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12345\n");
    repo.commit("large");
    replica.follow(source(settings(Optional.empty(), "", "", List.of())));

    assertThat(replica.get("big.md").cause())
        .isEqualTo(
            "big.md is of 1001 bytes, more than the 1000 bytes that are read: raise the limit or exclude it.");
    assertThat(replica.get("lfs.md").cause()).startsWith("lfs.md is a Git LFS pointer");
  }

  @Test
  void each_thing_that_can_be_wrong_with_the_place_has_its_sentence() throws Exception {
    assertThatThrownBy(() -> source().poll(Optional.empty()))
        .isInstanceOf(SourceException.Broken.class)
        .hasMessageContaining("has no commits yet");
    repo.commit("a.md", "one");
    assertThatThrownBy(
            () -> source(settings(Optional.of("nope"), "", "", List.of())).poll(Optional.empty()))
        .isInstanceOf(SourceException.Broken.class)
        .hasMessageContaining(
            "does not have the branch that is configured: check the branch of source team");
    assertThatThrownBy(
            () -> source(settings(Optional.empty(), "dosc", "", List.of())).poll(Optional.empty()))
        .isInstanceOf(SourceException.Broken.class)
        .hasMessageContaining("does not have the folder that is configured");
    assertThatThrownBy(
            () ->
                source(GitSettings.of(new SourceId("team"), temporary.toString(), temporary))
                    .poll(Optional.empty()))
        .isInstanceOf(SourceException.Broken.class)
        .hasMessageContaining("There is no Git repository at");
    assertThatThrownBy(
            () ->
                source(
                    GitSettings.of(
                        new SourceId("team"), "git@example.com:team/docs.git", temporary)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write https://HOST/PATH or the path of a clone");
  }

  @Test
  void what_is_a_path_is_told_from_what_is_meant_as_an_address() {
    for (String path : List.of("/srv/@team/docs", "C:\\team\\docs", "docs/a@b", "git/docs")) {
      assertThat(GitSettings.of(new SourceId("team"), path, temporary).remote()).isFalse();
    }
    for (String address :
        List.of(
            "", "https//u:secret@h/x", "http:/secret@h", "ssh://u:secret@h/x", "u:secret@h:x")) {
      assertThatThrownBy(() -> GitSettings.of(new SourceId("team"), address, temporary))
          .isInstanceOf(IllegalArgumentException.class)
          .message()
          .contains("GILL_SOURCES_TEAM_PASSWORD")
          .doesNotContain("secret");
    }
    assertThat(GitSettings.of(new SourceId("team"), "http://u:secret@h.example/secret", temporary))
        .hasToString("GitSettings[id=team, location=h.example]");
  }

  @Test
  void objects_that_are_missing_are_said_to_be() throws Exception {
    repo.commit("a.md", "one");
    try (var files = Files.walk(repo.folder().resolve(".git/objects"))) {
      String blob = repo.git().getRepository().resolve("HEAD:a.md").name();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (blob.endsWith(file.getFileName().toString())) {
          Files.delete(file);
        }
      }
    }
    assertThatThrownBy(() -> source().poll(Optional.empty()))
        .isInstanceOf(SourceException.Broken.class)
        .hasMessageContaining("lacks objects that its history needs");
  }
}
