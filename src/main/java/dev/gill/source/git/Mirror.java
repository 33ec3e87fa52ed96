package dev.gill.source.git;

import dev.gill.model.SourceId;
import dev.gill.source.SourceException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/** A repository elsewhere, or a bundle file: its branch is fetched into a bare copy of our own. */
record Mirror(GitSettings settings, String address) implements Upstream {
  private static final String TIP = "refs/gill/tip";
  private static final int TIMEOUT_SECONDS = 60;

  @Override
  public Repository open() throws IOException {
    Path folder = folder(settings.workDir(), settings.id(), address);
    Repository repository =
        new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
    prepare(repository, folder);
    return repository;
  }

  @Override
  public ObjectId tip(Repository repository) throws IOException, SourceException {
    try (Transport transport = transport(repository)) {
      Ref wanted;
      try (FetchConnection connection = transport.openFetch()) {
        wanted = choose(connection);
      }
      Ref have = repository.exactRef(TIP);
      if (have == null || !wanted.getObjectId().equals(have.getObjectId())) {
        transport.fetch(new Stoppable(), List.of(new RefSpec("+" + wanted.getName() + ":" + TIP)));
        repository.autoGC(NullProgressMonitor.INSTANCE);
      }
    } catch (URISyntaxException e) {
      throw new SourceException.Broken(
          "%s is not an address: check the location of source %s."
              .formatted(Secrets.strip(address), settings.id()),
          null);
    }
    try (RevWalk walk = new RevWalk(repository)) {
      return walk.parseCommit(repository.exactRef(TIP).getObjectId()).copy();
    }
  }

  private Transport transport(Repository repository) throws IOException, URISyntaxException {
    Transport transport = Transport.open(repository, new URIish(address));
    transport.setTimeout(TIMEOUT_SECONDS);
    transport.setTagOpt(TagOpt.NO_TAGS);
    settings
        .credentials()
        .ifPresent(
            c ->
                transport.setCredentialsProvider(
                    new UsernamePasswordCredentialsProvider(c.username(), c.secret())));
    return transport;
  }

  private Ref choose(FetchConnection connection) throws SourceException {
    if (settings.branch().isPresent()) {
      String branch = settings.branch().get();
      return Optional.ofNullable(
              connection.getRef(
                  branch.startsWith(Constants.R_REFS) ? branch : Constants.R_HEADS + branch))
          .orElseThrow(() -> Problems.noBranch(settings));
    }
    List<Ref> heads =
        connection.getRefs().stream()
            .filter(ref -> ref.getName().startsWith(Constants.R_HEADS))
            .toList();
    Optional<Ref> head = Optional.ofNullable(connection.getRef(Constants.HEAD));
    return head.or(() -> heads.size() == 1 ? Optional.of(heads.getFirst()) : Optional.empty())
        .orElseThrow(() -> Problems.noHead(settings, heads.isEmpty()));
  }

  /** A name of its own for each address, so that a changed one starts afresh. */
  private static Path folder(Path workDir, SourceId id, String address) {
    return workDir.resolve(id + "-" + Marks.of(address) + ".git");
  }

  /** Makes the copy if there is none, and clears away what a killed process left locked. */
  private static void prepare(Repository repository, Path folder) throws IOException {
    if (!repository.getObjectDatabase().exists()) {
      Files.createDirectories(folder);
      repository.create(true);
      StoredConfig config = repository.getConfig();
      config.setBoolean("gc", null, "autoDetach", false);
      config.save();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path lock : files.filter(file -> file.toString().endsWith(".lock")).toList()) {
        Files.delete(lock);
      }
    }
  }

  /** Ends a fetch when the thread is told to stop. */
  private static final class Stoppable implements ProgressMonitor {
    @Override
    public void start(int totalTasks) {}

    @Override
    public void beginTask(String title, int totalWork) {}

    @Override
    public void update(int completed) {}

    @Override
    public void endTask() {}

    @Override
    public boolean isCancelled() {
      return Thread.currentThread().isInterrupted();
    }

    @Override
    public void showDuration(boolean enabled) {}
  }
}
