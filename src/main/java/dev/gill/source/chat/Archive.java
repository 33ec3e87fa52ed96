package dev.gill.source.chat;

import dev.gill.source.SourceException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The messages of a chat on the disk, so that nothing needs to be asked for twice: not after a
 * restart, and not for an index that is built beside the one in use. The messages and the position
 * up to which the chat was followed change together, in one rename.
 *
 * <p>What somebody wrote who opted out is never in it; once somebody opts out, it goes with the
 * next {@link #hold}. When they opt in again, the archive is empty, so that all is read anew.
 *
 * <p>Any number of archives, in any number of processes, may stand over one folder: each step is
 * made in {@link #hold}, one at a time, and begins with what the last one kept. An archive itself
 * is for one thread at a time.
 */
public final class Archive {
  private static final ConcurrentMap<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

  private final Path folder;
  private final Predicate<String> optedOut;
  private Manifest manifest = Manifest.NONE;
  private SortedMap<String, Kept> rooms = new TreeMap<>();
  private final Set<String> accounts = new HashSet<>();
  private final Map<String, Boolean> verdicts = new HashMap<>();
  private Set<String> leftOut = Set.of();
  private boolean held;

  /** What is done while nobody else can change the archive. */
  @FunctionalInterface
  public interface Step<T> {
    /** Does it. */
    T take() throws SourceException, InterruptedException;
  }

  /**
   * No I/O.
   *
   * @param folder below the data folder; made when it is needed
   * @param optedOut whether an account's owner wants nothing of theirs to be read
   */
  public Archive(Path folder, Predicate<String> optedOut) {
    this.folder = folder.toAbsolutePath().normalize();
    this.optedOut = optedOut;
  }

  /**
   * Takes a step, with the archive as it is now.
   *
   * @throws SourceException if the files cannot be read or written
   */
  public <T> T hold(Step<T> step) throws SourceException, InterruptedException {
    ReentrantLock lock = LOCKS.computeIfAbsent(folder, _ -> new ReentrantLock());
    lock.lockInterruptibly();
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        reconsider();
        refresh();
        held = true;
        T taken = step.take();
        leftOut = accountsLeftOut();
        return taken;
      }
    } catch (IOException e) {
      throw failed(e);
    } finally {
      held = false;
      lock.unlock();
    }
  }

  /** Somebody may have opted out, or in, since the last step: then the files are looked at anew. */
  private void reconsider() {
    verdicts.clear();
    if (!accountsLeftOut().equals(leftOut)) {
      manifest = Manifest.NONE;
      rooms = new TreeMap<>();
    }
  }

  private Set<String> accountsLeftOut() {
    return accounts.stream().filter(this::isOptedOut).collect(Collectors.toSet());
  }

  private boolean isOptedOut(String account) {
    return verdicts.computeIfAbsent(account, optedOut::test);
  }

  private void note(Kept room) {
    room.posts().values().forEach(post -> accounts.add(post.account()));
  }

  /** How far the chat was followed, in the adapter's own form; empty where nothing is kept. */
  public Optional<String> position() {
    return manifest.position();
  }

  /** The rooms by key; each the same object as long as nothing of it changes. */
  public SortedMap<String, Kept> rooms() {
    return Collections.unmodifiableSortedMap(rooms);
  }

  /**
   * Keeps rooms and a position, all or nothing; within {@link #hold}. Rooms that only got more
   * messages are appended to.
   *
   * @param changed rooms by key; one without a value goes, with its file
   */
  public void keep(Map<String, Optional<Kept>> changed, String position)
      throws SourceException, InterruptedException {
    if (!held) {
      throw new IllegalStateException("an archive changes within hold() alone");
    }
    SortedMap<String, Kept> next = new TreeMap<>(rooms);
    Map<String, Optional<Kept>> written = new TreeMap<>();
    changed.forEach(
        (key, room) -> {
          Optional<Kept> plain = room.map(this::withoutOptedOut);
          written.put(key, plain);
          plain.ifPresentOrElse(kept -> next.put(key, kept), () -> next.remove(key));
        });
    try {
      write(written, next, position);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void write(
      Map<String, Optional<Kept>> written, SortedMap<String, Kept> next, String position)
      throws IOException {
    Map<String, RoomFiles> files = new TreeMap<>(manifest.rooms());
    long generation = manifest.generation() + 1;
    AtomicInteger number = new AtomicInteger();
    Supplier<String> names = () -> "%d-%d".formatted(generation, number.getAndIncrement());
    for (Map.Entry<String, Optional<Kept>> each : written.entrySet()) {
      RoomFiles of = files.remove(each.getKey());
      Optional<RoomFiles.Before> before =
          Optional.ofNullable(rooms.get(each.getKey()))
              .filter(_ -> of != null)
              .map(known -> new RoomFiles.Before(of, known));
      if (each.getValue().isPresent()) {
        Kept room = each.getValue().get();
        files.put(each.getKey(), RoomFiles.write(folder, names, before, room, this::isOptedOut));
        note(room);
      }
    }
    Manifest now = new Manifest(generation, Optional.of(position), files);
    now.write(folder);
    manifest = now;
    rooms = next;
    now.sweep(folder);
  }

  /** A message as it is kept: of whoever opted out no more than that there is one. */
  public Post plain(Post post) {
    return isOptedOut(post.account()) ? LeftOut.of(post) : post;
  }

  private Kept withoutOptedOut(Kept room) {
    if (room.posts().values().stream().noneMatch(post -> isOptedOut(post.account()))) {
      return room;
    }
    Map<String, Post> posts = new LinkedHashMap<>(room.posts());
    posts.replaceAll((_, post) -> plain(post));
    return new Kept(room.head(), posts);
  }

  /** Takes over what others kept meanwhile. */
  private void refresh() throws IOException {
    Manifest now = Manifest.read(folder);
    if (now.generation() == manifest.generation()) {
      return;
    }
    SortedMap<String, Kept> read = new TreeMap<>();
    Set<String> news = new HashSet<>();
    for (Map.Entry<String, RoomFiles> each : now.rooms().entrySet()) {
      String key = each.getKey();
      RoomFiles before = manifest.rooms().get(key);
      if (each.getValue().equals(before)) {
        read.put(key, rooms.get(key));
        continue;
      }
      Optional<RoomFiles.Read> room = each.getValue().read(folder);
      if (room.isEmpty() || room.get().leftOut().stream().anyMatch(a -> !isOptedOut(a))) {
        manifest = new Manifest(now.generation(), Optional.empty(), Map.of());
        rooms = new TreeMap<>(); // the files go when something is kept
        return;
      }
      read.put(key, room.get().room());
      note(room.get().room());
      if (room.get().written().stream().anyMatch(this::isOptedOut)) {
        news.add(key);
      }
    }
    manifest = now;
    rooms = read;
    if (!news.isEmpty()) {
      Map<String, Optional<Kept>> scrubbed = new TreeMap<>();
      news.forEach(key -> scrubbed.put(key, Optional.of(withoutOptedOut(read.get(key)))));
      SortedMap<String, Kept> next = new TreeMap<>(read);
      scrubbed.forEach((key, room) -> next.put(key, room.orElseThrow()));
      write(scrubbed, next, now.position().orElseThrow());
    }
  }

  private static SourceException failed(IOException e) throws InterruptedException {
    if (e instanceof ClosedByInterruptException || Thread.interrupted()) {
      throw new InterruptedException("asked to stop while keeping messages");
    }
    return new SourceException.Broken(
        "The messages that were read cannot be kept in the data folder: make room there, and let the user that Gill runs as write to it.",
        e);
  }
}
