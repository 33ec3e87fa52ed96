package dev.gill.source.git;

import dev.gill.model.SourceId;
import dev.gill.source.SourceException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;

/** A repository elsewhere, or a bundle file: its branch is fetched into a bare copy of our own. */
record Mirror(GitSettings settings, String address) implements Upstream {
  private static final String TIP = "refs/gill/tip";
  private static final Set<RefUpdate.Result> MOVED =
      Set.of(
          RefUpdate.Result.NEW,
          RefUpdate.Result.FAST_FORWARD,
          RefUpdate.Result.FORCED,
          RefUpdate.Result.NO_CHANGE);
  private static final Pattern NOTE =
      Pattern.compile("\\.git[/\\\\](?:FETCH_HEAD|objects[/\\\\]pack[/\\\\][^/\\\\]+\\.keep)$");
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
    connected(
        repository,
        false,
        connection -> {
          Ref wanted = choose(connection);
          Ref have = repository.exactRef(TIP);
          if (have == null || !wanted.getObjectId().equals(have.getObjectId())) {
            fetch(repository, connection, wanted);
            repository.autoGC(NullProgressMonitor.INSTANCE);
          }
        });
    try (RevWalk walk = new RevWalk(repository)) {
      return walk.parseCommit(repository.exactRef(TIP).getObjectId()).copy();
    }
  }

  /** What is done while a server is connected. */
  interface Connected {
    void go(FetchConnection connection) throws IOException, SourceException;
  }

  /**
   * Connects and signs in.
   *
   * @param newestOnly whether a fetch gets the newest commit without its history
   */
  void connected(Repository repository, boolean newestOnly, Connected step)
      throws IOException, SourceException {
    Replies replies = new Replies();
    try (Transport transport = transport(repository, replies)) {
      if (newestOnly) {
        transport.setDepth(1);
      }
      try (FetchConnection connection = transport.openFetch()) {
        step.go(connection);
      }
    } catch (IOException e) {
      throw replies.explain(e);
    }
  }

  /** Not by {@code Transport.fetch}, which writes the address into files of the copy. */
  static void fetch(Repository repository, FetchConnection connection, Ref wanted)
      throws IOException {
    connection.fetch(new Stoppable(), List.of(wanted), Set.of());
    RefUpdate update = repository.updateRef(TIP);
    update.setNewObjectId(wanted.getObjectId());
    update.disableRefLog();
    RefUpdate.Result result = update.forceUpdate();
    if (!MOVED.contains(result)) {
      throw new IOException("the tip of the copy cannot be moved: " + result);
    }
  }

  private Transport transport(Repository repository, Replies replies) throws IOException {
    URIish uri = uri();
    Transport transport = Transport.open(repository, uri);
    if (transport instanceof TransportHttp http) {
      http.setHttpConnectionFactory(replies);
    }
    transport.setTimeout(TIMEOUT_SECONDS);
    transport.setTagOpt(TagOpt.NO_TAGS);
    settings
        .credentials()
        .ifPresent(c -> transport.setCredentialsProvider(new OwnServerOnly(uri, c)));
    return transport;
  }

  private URIish uri() throws IOException {
    try {
      return new URIish(address);
    } catch (URISyntaxException e) {
      throw new IOException("not an address", e);
    }
  }

  Ref choose(FetchConnection connection) throws SourceException {
    if (settings.branch().isPresent()) {
      String branch = settings.branch().get();
      return Optional.ofNullable(
              connection.getRef(
                  branch.startsWith(Constants.R_REFS) ? branch : Constants.R_HEADS + branch))
          .orElseThrow(() -> GitProblems.noBranch(settings));
    }
    List<Ref> heads =
        connection.getRefs().stream()
            .filter(ref -> ref.getName().startsWith(Constants.R_HEADS))
            .toList();
    Optional<Ref> head = Optional.ofNullable(connection.getRef(Constants.HEAD));
    return head.or(() -> heads.size() == 1 ? Optional.of(heads.getFirst()) : Optional.empty())
        .orElseThrow(() -> GitProblems.noHead(settings, heads.isEmpty()));
  }

  /**
   * A name of its own for each address, so that a changed one starts afresh; without its query,
   * which may be a token that its mark would help to guess.
   */
  private static Path folder(Path workDir, SourceId id, String address) {
    return workDir.resolve(id + "-" + Marks.of(address.replaceFirst("\\?.*", "")) + ".git");
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
    forget(folder.toAbsolutePath().getParent());
  }

  /** Deletes the notes of where copies came from that older versions left, tokens and all. */
  private static void forget(Path workDir) throws IOException {
    try (Stream<Path> files = Files.walk(workDir)) {
      for (Path note : files.filter(file -> NOTE.matcher(file.toString()).find()).toList()) {
        Files.delete(note);
      }
    }
  }

  /** Ends a fetch when the thread is asked to stop. */
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
