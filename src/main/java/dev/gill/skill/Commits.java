package dev.gill.skill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.jgit.api.CommitCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Commits what changed in a folder, and nothing else, where the folder lies in a work tree. */
final class Commits {
  private Commits() {}

  /**
   * One commit of a folder's files; none if there is no work tree.
   *
   * @param files all that belong to the skill
   * @param changed those of them that were written, and those that were deleted
   */
  static void of(Path folder, Set<String> files, Set<String> changed, String name) {
    FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(folder.toFile());
    if (builder.getGitDir() == null || changed.isEmpty()) {
      return;
    }
    try (Repository repository = builder.build()) {
      if (!repository.isBare()) {
        SortedSet<String> paths = new TreeSet<>(files);
        paths.addAll(changed);
        commit(new Git(repository), folder, paths, message(name, changed));
      }
    } catch (IOException | GitAPIException | JGitInternalException e) {
      throw new SkillException(
          "%s is written, but cannot be committed (%s); commit it yourself."
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  private static void commit(Git git, Path folder, Set<String> paths, String message)
      throws IOException, GitAPIException {
    Path top = git.getRepository().getWorkTree().toPath().toRealPath();
    Path real = folder.toRealPath();
    CommitCommand commit = git.commit().setSign(false).setMessage(message);
    for (String path : paths) {
      Path file = real.resolve(path);
      String within = top.relativize(file).toString().replace('\\', '/');
      if (Files.exists(file)) {
        git.add().addFilepattern(within).call();
      } else if (git.getRepository().readDirCache().findEntry(within) < 0) {
        continue;
      } else {
        git.rm().setCached(true).addFilepattern(within).call();
      }
      commit.setOnly(within);
    }
    PersonIdent author = author(git.getRepository().getConfig());
    commit.setAuthor(author).setCommitter(author).call();
  }

  private static PersonIdent author(StoredConfig config) {
    String name = config.getString("user", null, "name");
    String email = config.getString("user", null, "email");
    return name == null || email == null
        ? new PersonIdent("Gill", "gill@localhost")
        : new PersonIdent(name, email);
  }

  private static String message(String name, Set<String> changed) {
    SortedSet<String> references = new TreeSet<>(changed);
    references.remove(Rendering.MAIN);
    return "Keep the skill %s in step with its documents\n\n%s\n"
        .formatted(
            name, references.stream().map(path -> "- " + path).collect(Collectors.joining("\n")));
  }
}
