package dev.gill.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.SourceId;
import dev.gill.source.Replica;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever follows a history step by step holds what one holds who starts at its end. */
@Tag("slow")
final class GitHistoryTest {
  @TempDir Path temporary;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void stepping_through_a_random_history_equals_starting_at_its_end(long seed) throws Exception {
    Random random = new Random(seed);
    try (Repo repo = new Repo(temporary.resolve("repository"))) {
      Replica follower = new Replica();
      Replica straggler = new Replica();
      repo.commit("start.md", "start");
      for (int step = 0; step < 40; step++) {
        grow(repo, random, step);
        follower.follow(source(repo));
        if (step % 7 == 0) {
          straggler.follow(source(repo));
        }
        Replica fresh = new Replica();
        fresh.follow(source(repo));
        assertThat(follower.documents()).as("after " + step).isEqualTo(fresh.documents());
      }
      straggler.follow(source(repo));
      assertThat(straggler.documents()).isEqualTo(follower.documents());
    }
  }

  @Test
  void a_history_that_is_cut_off_begins_where_it_is_cut() throws Exception {
    try (Repo repo = new Repo(temporary.resolve("repository"))) {
      repo.commit("a.md", "one");
      String second = repo.commit("b.md", "two");
      String third = repo.commit("c.md", "three");
      Path shallow = temporary.resolve("shallow");
      Git.cloneRepository()
          .setURI(repo.folder().toUri().toString())
          .setDirectory(shallow.toFile())
          .setDepth(2)
          .call()
          .close();
      Replica replica = new Replica();
      replica.follow(
          new GitSource(
              GitSettings.of(new SourceId("team"), shallow.toString(), temporary),
              name -> name.endsWith(".md")));

      assertThat(replica.get("a.md").revision()).isEqualTo(second);
      assertThat(replica.get("c.md").revision()).isEqualTo(third);
    }
  }

  private GitSource source(Repo repo) {
    return new GitSource(
        GitSettings.of(new SourceId("team"), repo.folder().toString(), temporary.resolve("unused")),
        name -> name.endsWith(".md"));
  }

  /** A commit, or a branch with a few that is merged while the trunk goes on. */
  private static void grow(Repo repo, Random random, int step) throws Exception {
    if (random.nextInt(3) > 0) {
      edit(repo, random, "t", step);
      repo.commit("step " + step);
      return;
    }
    String name = "side" + step;
    repo.branch(name);
    for (int i = 0; i <= random.nextInt(3); i++) {
      edit(repo, random, "s", step);
      repo.commit("side " + step + "." + i);
    }
    repo.checkout("main");
    if (random.nextBoolean()) {
      edit(repo, random, "t", step);
      repo.commit("trunk " + step);
    }
    repo.merge(name);
  }

  /** Trunk and side write to files of their own, so that merges do not conflict. */
  private static void edit(Repo repo, Random random, String prefix, int step) throws Exception {
    List<String> present =
        new ArrayList<>(repo.present().stream().filter(key -> key.startsWith(prefix)).toList());
    String fresh = "%s%d/f%d.md".formatted(prefix, random.nextInt(3), random.nextInt(5));
    int kind = present.isEmpty() ? 3 : random.nextInt(4);
    if (kind == 0) {
      repo.delete(present.get(random.nextInt(present.size())));
    } else if (kind == 1 && !present.contains(fresh)) {
      repo.move(present.get(random.nextInt(present.size())), fresh);
    } else {
      repo.write(fresh, "step %d, %d".formatted(step, random.nextInt(3)));
    }
  }
}
