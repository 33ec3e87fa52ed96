package dev.gill.source.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeCommand;
import org.eclipse.jgit.api.ResetCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;

/** A working repository that tests write to, as the team would. */
final class Repo implements AutoCloseable {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Git git;
  private final Path folder;
  private Instant now = START;

  Repo(Path folder) throws GitAPIException {
    QuietSystem.install();
    this.folder = folder;
    this.git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call();
  }

  Path folder() {
    return folder;
  }

  Git git() {
    return git;
  }

  void write(String key, String text) throws IOException {
    Files.createDirectories(folder.resolve(key).getParent());
    Files.writeString(folder.resolve(key), text);
  }

  void delete(String key) throws IOException {
    Files.delete(folder.resolve(key));
  }

  void move(String from, String to) throws IOException {
    Files.createDirectories(folder.resolve(to).getParent());
    Files.move(folder.resolve(from), folder.resolve(to));
  }

  /** Commits all that stands in the working copy, a minute after the commit before. */
  String commit(String message) throws GitAPIException {
    git.add().addFilepattern(".").setAll(true).call();
    now = now.plusSeconds(60);
    PersonIdent author = ident("Writer of " + message, now.minusSeconds(30));
    RevCommit commit =
        git.commit()
            .setMessage(message)
            .setAuthor(author)
            .setCommitter(ident("Committer", now))
            .call();
    return commit.name();
  }

  String commit(String key, String text) throws IOException, GitAPIException {
    write(key, text);
    return commit(key);
  }

  void branch(String name) throws GitAPIException {
    git.checkout().setCreateBranch(true).setName(name).call();
  }

  void checkout(String name) throws GitAPIException {
    git.checkout().setName(name).call();
  }

  /** Merges a branch with a commit of its own, even where none would be needed. */
  String merge(String branch) throws IOException, GitAPIException {
    git.merge()
        .include(git.getRepository().resolve(branch))
        .setFastForward(MergeCommand.FastForwardMode.NO_FF)
        .setCommit(false)
        .call();
    return commit("merge of " + branch);
  }

  void reset(String commit) throws GitAPIException {
    git.reset().setMode(ResetCommand.ResetType.HARD).setRef(commit).call();
  }

  Set<String> present() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return new TreeSet<>(
          paths
              .filter(Files::isRegularFile)
              .map(path -> folder.relativize(path).toString())
              .filter(path -> !path.startsWith(".git/"))
              .toList());
    }
  }

  private static PersonIdent ident(String name, Instant when) {
    return new PersonIdent(name, "writer@example.com", when, ZoneOffset.UTC);
  }

  @Override
  public void close() {
    git.close();
  }
}
