package dev.gill.source.mail;

import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.model.PassedOver;
import dev.gill.model.Rights;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.PathFilter;
import dev.gill.source.Source;
import dev.gill.source.SourceContext;
import dev.gill.source.SourceException;
import dev.gill.source.sweep.Listed;
import dev.gill.source.sweep.Listing;
import dev.gill.source.sweep.Seen;
import dev.gill.source.sweep.Sweep;
import dev.gill.source.sweep.Swept;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Mail, wherever it lies. A thread's key is its folder's path and the Message-ID of its first
 * message, a file's that of its message and its name.
 */
final class MailSource implements Source {
  private final MailSettings settings;
  private final MailStore store;
  private final PathFilter folders;
  private final PathFilter files;
  private final MailReader reader;
  private final Sweep sweep;
  private Optional<Mailbox> seen = Optional.empty();
  private Optional<Conversations> conversations = Optional.empty();
  private volatile List<PassedOver> passedOver = List.of();

  /** Takes the store over. */
  MailSource(MailSettings settings, MailStore store, SourceContext surroundings) {
    this.settings = settings;
    this.store = store;
    this.folders = folders(settings);
    this.files = new PathFilter(List.of(), List.of(), surroundings.readable());
    this.reader = new MailReader(settings, store);
    this.sweep =
        new Sweep(settings.id(), settings.choice(), settings.workDir(), surroundings.clock());
  }

  static PathFilter folders(MailSettings settings) {
    return new PathFilter(settings.include(), settings.exclude(), name -> true);
  }

  @Override
  public SourceId id() {
    return settings.id();
  }

  @Override
  public Rights rights() {
    return settings.rights();
  }

  @Override
  public String describe(Cursor cursor) {
    return Sweep.describe(cursor);
  }

  @Override
  public List<PassedOver> passedOver() {
    return passedOver;
  }

  @Override
  public Batch poll(Optional<Cursor> after) throws SourceException, InterruptedException {
    return sweep.next(after, new Documents());
  }

  @Override
  public boolean pressing() {
    try {
      return sweep.pressing(new Documents());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void onSignal(Runnable wake) {
    store.onSignal(wake);
  }

  @Override
  public Map<DocId, Instant> nextTries() {
    return sweep.nextTries();
  }

  @Override
  public void close() {
    sweep.close();
    store.close();
  }

  private final class Documents implements Swept {
    @Override
    public Listing list() throws SourceException, InterruptedException {
      Mailbox now = store.look();
      if (conversations.isEmpty() || seen.filter(before -> before == now).isEmpty()) {
        Conversations made = Conversations.of(now, folders, files, settings);
        passedOver = made.passedOver();
        conversations = Optional.of(made);
        seen = Optional.of(now);
      }
      return conversations.get().listing();
    }

    @Override
    public Seen read(Listed document) throws SourceException, InterruptedException {
      Conversations all = conversations.orElseThrow();
      Conversations.Thread thread = all.threads().get(document.key());
      return thread != null
          ? reader.read(document.key(), thread)
          : reader.read(document.key(), all.files().get(document.key()));
    }
  }
}
