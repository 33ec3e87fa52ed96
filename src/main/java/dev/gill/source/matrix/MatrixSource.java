package dev.gill.source.matrix;

import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.model.Location;
import dev.gill.model.PassedOver;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.Source;
import dev.gill.source.SourceException;
import dev.gill.source.chat.Conversations;
import dev.gill.source.http.HostClient;
import dev.gill.source.sweep.Listed;
import dev.gill.source.sweep.Listing;
import dev.gill.source.sweep.Seen;
import dev.gill.source.sweep.Sweep;
import dev.gill.source.sweep.Swept;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Rooms of Matrix; a conversation's key is its room's id and that of its first message. */
final class MatrixSource implements Source {
  private final MatrixSettings settings;
  private final Homeserver server;
  private final FollowedRooms followed;
  private final RoomsRead rooms;
  private final Conversations conversations;
  private final InstantSource clock;
  private final Sweep sweep;
  private Optional<Watch> watch = Optional.empty();
  private Optional<Runnable> wake = Optional.empty();
  private boolean closed;

  MatrixSource(MatrixSettings settings, HostClient client, InstantSource clock) {
    States states = new States();
    this.settings = settings;
    this.server = new Homeserver(settings, client);
    this.followed = new FollowedRooms(settings, server, states);
    this.rooms = new RoomsRead(settings, states);
    this.conversations = new Conversations(settings.id(), settings.rules());
    this.clock = clock;
    this.sweep = new Sweep(settings.id(), "", settings.workDir(), clock);
  }

  @Override
  public SourceId id() {
    return settings.id();
  }

  @Override
  public Location location() {
    return new Location(settings.http().shown(), "");
  }

  @Override
  public String describe(Cursor cursor) {
    return Sweep.describe(cursor);
  }

  @Override
  public List<PassedOver> passedOver() {
    return rooms.passedOver();
  }

  @Override
  public Batch poll(Optional<Cursor> after) throws SourceException, InterruptedException {
    Documents documents = new Documents();
    Batch batch = sweep.next(after, documents);
    if (documents.look.isEmpty()) {
      return batch;
    }
    boolean filling = documents.look.get().filling();
    return new Batch(
        batch.changes(),
        rooms.rights(),
        batch.next(),
        batch.more() || filling,
        filling ? OptionalLong.empty() : batch.remaining());
  }

  @Override
  public synchronized void onSignal(Runnable wanted) {
    wake = Optional.of(wanted);
  }

  private synchronized void watch(FollowedRooms.Look look) {
    if (!closed && watch.isEmpty() && wake.isPresent()) {
      watch = look.position().since().map(token -> Watch.start(server, token, wake.orElseThrow()));
    }
  }

  @Override
  public Map<DocId, Instant> nextTries() {
    return sweep.nextTries();
  }

  @Override
  public synchronized void close() {
    closed = true;
    watch.ifPresent(Watch::close);
    sweep.close();
  }

  private final class Documents implements Swept {
    private Optional<FollowedRooms.Look> look = Optional.empty();

    @Override
    public Listing list() throws SourceException, InterruptedException {
      FollowedRooms.Look now = followed.look();
      look = Optional.of(now);
      rooms.see(now);
      watch(now);
      return conversations.list(rooms.rooms(), rooms.scopes(), rooms.unfinished(), clock.instant());
    }

    @Override
    public Seen read(Listed document) {
      return conversations.read(document);
    }
  }
}
