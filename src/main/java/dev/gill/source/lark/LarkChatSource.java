package dev.gill.source.lark;

import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.model.Location;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.Source;
import dev.gill.source.SourceException;
import dev.gill.source.chat.Conversations;
import dev.gill.source.chat.Rules;
import dev.gill.source.http.HostClient;
import dev.gill.source.sweep.Listed;
import dev.gill.source.sweep.Listing;
import dev.gill.source.sweep.Seen;
import dev.gill.source.sweep.Sweep;
import dev.gill.source.sweep.Swept;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Conversations of Lark's groups; the key of one is its group's id and its first message's. */
final class LarkChatSource implements Source {
  private final ChatSettings settings;
  private final FollowedGroups followed;
  private final GroupsRead read;
  private final Conversations conversations;
  private final InstantSource clock;
  private final Sweep sweep;
  private volatile Optional<FollowedGroups.Look> last = Optional.empty();

  LarkChatSource(ChatSettings settings, HostClient client, InstantSource clock) {
    this.settings = settings;
    this.followed = new FollowedGroups(settings, client, clock);
    this.read = new GroupsRead(settings, followed.groups());
    this.conversations =
        new Conversations(
            settings.id(), new Rules(followed::optedOut, settings.bots(), settings.keep()));
    this.clock = clock;
    this.sweep = new Sweep(settings.id(), settings.app().id(), settings.workDir(), clock);
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
    String documents = Sweep.describe(cursor);
    return last.map(
            look -> documents.isEmpty() ? look.standing() : documents + "; " + look.standing())
        .orElse(documents);
  }

  @Override
  public void onHook(byte[] body) {
    ChatNotice.of(body).ifPresent(followed::notice);
  }

  @Override
  public Batch poll(Optional<Cursor> after) throws SourceException, InterruptedException {
    Documents documents = new Documents();
    Batch batch = sweep.next(after, documents);
    if (documents.look.isEmpty()) {
      return batch;
    }
    boolean more = documents.look.get().more();
    Rights rights = read.rights(documents.look.get());
    return new Batch(
        batch.changes(),
        rights,
        batch.next(),
        batch.more() || more,
        more ? OptionalLong.empty() : batch.remaining());
  }

  @Override
  public Map<DocId, Instant> nextTries() {
    return sweep.nextTries();
  }

  @Override
  public void close() {
    sweep.close();
  }

  private final class Documents implements Swept {
    private Optional<FollowedGroups.Look> look = Optional.empty();

    @Override
    public Listing list() throws SourceException, InterruptedException {
      FollowedGroups.Look now = followed.look();
      look = Optional.of(now);
      last = look;
      Set<Scope> scopes =
          now.rooms().keySet().stream().map(read::scope).collect(Collectors.toSet());
      return conversations.list(read.rooms(now), scopes, now.unread(), clock.instant());
    }

    @Override
    public Seen read(Listed document) {
      return conversations.read(document);
    }
  }
}
