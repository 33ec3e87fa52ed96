package dev.gill.source.slack;

import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.Source;
import dev.gill.source.SourceException;
import dev.gill.source.chat.Conversations;
import dev.gill.source.chat.Rules;
import dev.gill.source.sweep.Listed;
import dev.gill.source.sweep.Listing;
import dev.gill.source.sweep.Seen;
import dev.gill.source.sweep.Sweep;
import dev.gill.source.sweep.Swept;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The conversations of a workspace; a document's key is its channel's id and the {@code ts} of its
 * first message, or the id of a file.
 */
final class SlackSource implements Source {
  private final SlackSettings settings;
  private final Workspace workspace;
  private final InstantSource clock;
  private final Rooms rooms;
  private final Readers readers;
  private final SharedFiles files;
  private final Conversations conversations;
  private final Sweep sweep;
  private final Documents documents = new Documents();
  private volatile Optional<State> state = Optional.empty();
  private boolean closed;

  SlackSource(SlackSettings settings, Workspace workspace, InstantSource clock) {
    this.settings = settings;
    this.workspace = workspace;
    this.clock = clock;
    this.rooms = new Rooms(settings);
    this.readers = new Readers(settings);
    this.files = new SharedFiles(settings, workspace);
    Rules rules = new Rules(this::optedOut, settings.bots(), settings.keep());
    this.conversations = new Conversations(settings.id(), rules);
    this.sweep = new Sweep(settings.id(), settings.choice(), settings.workDir(), clock);
  }

  private boolean optedOut(String account) {
    return state.map(now -> settings.optedOut(now.members().identities(account))).orElse(true);
  }

  @Override
  public SourceId id() {
    return settings.id();
  }

  @Override
  public String describe(Cursor cursor) {
    String documents = Sweep.describe(cursor);
    return state
        .map(State::standing)
        .filter(standing -> !standing.isEmpty())
        .map(standing -> documents.isEmpty() ? standing : documents + "; " + standing)
        .orElse(documents);
  }

  @Override
  public void onHook(byte[] body) {
    Notice.of(body).ifPresent(workspace::notice);
  }

  @Override
  public void onSignal(Runnable wake) {
    workspace.onNews(wake);
  }

  @Override
  public Batch poll(Optional<Cursor> after) throws SourceException, InterruptedException {
    Batch batch = sweep.next(after, documents);
    return batch.with(state.map(readers::rights).orElse(Rights.NONE));
  }

  @Override
  public Map<DocId, Instant> nextTries() {
    return sweep.nextTries();
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      workspace.close();
      sweep.close();
    }
  }

  private final class Documents implements Swept {
    private Optional<Listing> last = Optional.empty();

    @Override
    public Listing list() throws SourceException, InterruptedException {
      State now = workspace.look();
      state = Optional.of(now);
      Instant moment = clock.instant();
      Set<Scope> scopes =
          now.channels().stream()
              .map(held -> readers.scope(held.channel().id()))
              .collect(Collectors.toSet());
      Listing joined = conversations.list(rooms.of(now), scopes, now.unread(), moment);
      SortedMap<String, Listed> all = new TreeMap<>(joined.documents());
      all.putAll(files.list(now, moment));
      Listing listing = new Listing(all, joined.scopes(), joined.unlisted());
      last = last.filter(listing::equals).or(() -> Optional.of(listing));
      return last.get();
    }

    @Override
    public Seen read(Listed document) throws SourceException, InterruptedException {
      Optional<Seen> file = files.read(document);
      return file.isPresent() ? file.get() : conversations.read(document);
    }
  }
}
