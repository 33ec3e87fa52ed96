package dev.gill.index.lucene;

import dev.gill.model.Access;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The view that snapshots are taken of, and those that it replaced, for as long as somebody looks
 * at them. All but {@link #acquire} is for the thread that writes.
 */
final class Views {
  private final Object place;
  private final AtomicReference<View> present;

  /** Views that were replaced, each still held once here. */
  private final List<View> retired = new ArrayList<>();

  Views(Storage storage, Object place) throws IOException {
    this.place = place;
    this.present = new AtomicReference<>(View.of(storage.reader(), storage.access(), place));
  }

  /** The present view, held once for the caller; empty once they are closed. */
  Optional<View> acquire() {
    for (View view = present.get(); view != null; view = present.get()) {
      if (view.acquire()) {
        return Optional.of(view);
      }
    }
    return Optional.empty();
  }

  /**
   * What was committed is seen from now on.
   *
   * @return the names of its files
   */
  Collection<String> publish(Storage storage) throws IOException {
    View before = present.get();
    Access access = storage.access();
    View after =
        View.of(storage.reader(before.reader()), access, before.permits().of(access), place);
    present.set(after);
    if (after.reader() == before.reader()) {
      before.release();
    } else {
      retired.add(before);
    }
    letGo();
    return after.reader().getIndexCommit().getFileNames();
  }

  /**
   * Closes the views that nobody looks at any more. The last to let go deletes files, which an
   * interrupted thread must not do: that would break the lock on the folder. Whoever searches may
   * be interrupted, so the last is always the thread that writes.
   */
  private void letGo() throws IOException {
    for (View view : List.copyOf(retired)) {
      if (view.unused()) {
        retired.remove(view);
        view.release();
      }
    }
  }

  void close() throws IOException {
    for (View view : retired) {
      view.release();
    }
    present.getAndSet(null).release();
  }
}
