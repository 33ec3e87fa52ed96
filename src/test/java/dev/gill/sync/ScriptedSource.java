package dev.gill.sync;

import dev.gill.model.Cursor;
import dev.gill.model.PassedOver;
import dev.gill.model.Rights;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.Change;
import dev.gill.source.Source;
import dev.gill.source.SourceException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A stand-in for a system of documents: it tells, page by page, what a test has written down, and
 * notes from where it was asked. Its cursor is the number of pages told, so it can be asked again.
 */
final class ScriptedSource implements Source {
  private record Page(List<Change> changes, Rights rights, boolean more) {}

  /** What happens instead of a page. */
  interface Mishap {
    void strike() throws SourceException, InterruptedException;
  }

  private final SourceId id;
  private final List<Page> pages = new CopyOnWriteArrayList<>();
  private final Queue<Mishap> mishaps = new ConcurrentLinkedQueue<>();
  private final List<Optional<Cursor>> asked = new CopyOnWriteArrayList<>();
  private volatile Runnable wake = () -> {};
  private volatile boolean closed;
  private volatile boolean pressing;
  private volatile Rights configured = Rights.NONE;
  private volatile List<PassedOver> passedOver = List.of();

  ScriptedSource(String name) {
    this.id = new SourceId(name);
  }

  /** Adds a page after which it is in step. */
  ScriptedSource tell(Change... changes) {
    return tell(Rights.NONE, changes);
  }

  /** Adds a page that reports of rights, too. */
  ScriptedSource tell(Rights rights, Change... changes) {
    pages.add(new Page(List.of(changes), rights, false));
    return this;
  }

  /** What the configuration says of its readers. */
  ScriptedSource configured(Rights rights) {
    configured = rights;
    return this;
  }

  @Override
  public Rights rights() {
    return configured;
  }

  /** Adds a page that another one follows. */
  ScriptedSource tellMore(Change... changes) {
    pages.add(new Page(List.of(changes), Rights.NONE, true));
    return this;
  }

  /** Adds a page that wants to overtake the one that is being taken in. */
  ScriptedSource press(Change... changes) {
    return press(Rights.NONE, changes);
  }

  /** The same, reporting of rights, too. */
  ScriptedSource press(Rights rights, Change... changes) {
    tell(rights, changes);
    pressing = true;
    return this;
  }

  /** What it leaves unread from now on. */
  void passOver(PassedOver... passed) {
    passedOver = List.of(passed);
  }

  @Override
  public List<PassedOver> passedOver() {
    return passedOver;
  }

  @Override
  public boolean pressing() {
    return pressing;
  }

  /** What the next poll that is not spoken for comes to. */
  ScriptedSource fail(Mishap mishap) {
    mishaps.add(mishap);
    return this;
  }

  ScriptedSource breaks(String why) {
    return fail(
        () -> {
          throw new SourceException.Broken(why, null);
        });
  }

  /** The next poll does not come back before its thread is interrupted. */
  ScriptedSource hang() {
    return fail(() -> new CountDownLatch(1).await());
  }

  void signal() {
    wake.run();
  }

  /** The cursors that it was asked with. */
  List<Optional<Cursor>> asked() {
    return asked;
  }

  boolean closed() {
    return closed;
  }

  @Override
  public SourceId id() {
    return id;
  }

  @Override
  public Batch poll(Optional<Cursor> after) throws SourceException, InterruptedException {
    asked.add(after);
    pressing = false;
    Mishap mishap = mishaps.poll();
    if (mishap != null) {
      mishap.strike();
    }
    int next = after.map(cursor -> Integer.parseInt(cursor.value())).orElse(0);
    if (next >= pages.size()) {
      return Batch.last(List.of(), new Cursor(Integer.toString(next)));
    }
    Page page = pages.get(next);
    return new Batch(
        page.changes(),
        page.rights(),
        new Cursor(Integer.toString(next + 1)),
        page.more(),
        OptionalLong.of(pages.size() - next - 1L));
  }

  @Override
  public void onSignal(Runnable wake) {
    this.wake = wake;
  }

  @Override
  public void close() {
    closed = true;
  }
}
