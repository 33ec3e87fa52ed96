package dev.gill.source.folder;

import dev.gill.source.PathFilter;
import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryChangeListener;
import io.methvin.watcher.DirectoryWatcher;
import io.methvin.watcher.visitor.FileTreeVisitor;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The file events of a folder. Events only reduce latency; sweeps guarantee correctness, also where
 * some events or all are missing.
 */
final class Watch implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Watch.class.getName());

  /** Beyond this a look at the whole folder is cheaper. */
  private static final int MANY = 2000;

  private final Path root;
  private final PathFilter filter;
  private final Runnable onEvent;
  private final Set<Path> dirty = new HashSet<>();
  private boolean lost;
  private volatile DirectoryWatcher watcher;
  private CompletableFuture<Void> running;
  private Object rootIdentity;

  /** The folder without links on the way to it, which is what events speak of. */
  private volatile Path real;

  Watch(Path root, PathFilter filter, Runnable onEvent) {
    this.root = root;
    this.real = root;
    this.filter = filter;
    this.onEvent = onEvent;
  }

  /** Starts watching unless that was tried already for this very folder and goes on or failed. */
  void ensure(Object identity) {
    boolean ended = watcher != null && running.isDone();
    if (identity.equals(rootIdentity) && !ended) {
      return;
    }
    close();
    rootIdentity = identity;
    synchronized (dirty) {
      lost = true;
    }
    try {
      real = root.toRealPath();
      watcher =
          DirectoryWatcher.builder()
              .path(real)
              .fileHashing(false)
              .fileTreeVisitor(this::visit)
              .listener(new Listener())
              .build();
      running = watcher.watchAsync(task -> Thread.ofPlatform().daemon().name("watch").start(task));
      running.exceptionally(this::ended);
    } catch (IOException | RuntimeException | LinkageError e) {
      LOG.log(Level.WARNING, "No file events for {0} ({1}): it is swept instead.", root, reason(e));
      close();
    }
  }

  /** Whether events come in. */
  boolean listening() {
    return watcher != null && !running.isDone();
  }

  /** The paths that something happened to since this was last asked; empty if nobody knows. */
  Optional<Set<Path>> drain() {
    synchronized (dirty) {
      Optional<Set<Path>> drained = lost ? Optional.empty() : Optional.of(Set.copyOf(dirty));
      lost = false;
      dirty.clear();
      return drained;
    }
  }

  /** Whether something happened at known paths since this was last asked. */
  boolean pressing() {
    synchronized (dirty) {
      return !lost && !dirty.isEmpty();
    }
  }

  /** The paths that something happened to, if any are known; what is lost stays so. */
  Optional<Set<Path>> drainPressing() {
    synchronized (dirty) {
      return pressing() ? drain() : Optional.empty();
    }
  }

  @Override
  public void close() {
    DirectoryWatcher old = watcher;
    watcher = null;
    if (old != null) {
      try {
        old.close();
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "closing the watch on a folder", e);
      }
    }
  }

  private Void ended(Throwable e) {
    if (watcher != null) {
      LOG.log(Level.WARNING, "File events for {0} ended ({1}).", root, reason(e));
    }
    lose();
    return null;
  }

  private static String reason(Throwable e) {
    return e instanceof IOException io ? Troubles.reason(io) : e.toString();
  }

  /** Nobody knows any more what happened where. */
  void lose() {
    synchronized (dirty) {
      lost = true;
      dirty.clear();
    }
    onEvent.run();
  }

  private void visit(Path from, FileTreeVisitor.Callback folders, FileTreeVisitor.Callback files)
      throws IOException {
    Files.walkFileTree(from, new Visitor(folders, files));
  }

  /** Registers what may hold documents, and stumbles over nothing that vanishes meanwhile. */
  private final class Visitor extends SimpleFileVisitor<Path> {
    private final FileTreeVisitor.Callback folders;
    private final FileTreeVisitor.Callback files;

    Visitor(FileTreeVisitor.Callback folders, FileTreeVisitor.Callback files) {
      this.folders = folders;
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      if (!filter.descends(Names.key(real, folder))) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (Files.isReadable(folder)) {
        folders.call(folder);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      files.call(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }

  /** Runs on the watcher's thread. */
  private final class Listener implements DirectoryChangeListener {
    @Override
    public void onEvent(DirectoryChangeEvent event) {
      Path path = event.path();
      if (event.eventType() == DirectoryChangeEvent.EventType.OVERFLOW
          || path == null
          || !path.startsWith(real)) {
        lose();
      } else if (filter.descends(Names.key(real, path))) {
        mark(root.resolve(real.relativize(path)));
      }
    }

    @Override
    public void onException(Exception e) {
      LOG.log(Level.DEBUG, "a file event was lost", e);
      lose();
    }

    private void mark(Path path) {
      synchronized (dirty) {
        dirty.add(path);
        lost = lost || dirty.size() > MANY;
      }
      onEvent.run();
    }
  }
}
