package dev.gill.source.chatexport;

import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.model.Rights;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.Source;
import dev.gill.source.SourceContext;
import dev.gill.source.SourceException;
import dev.gill.source.chat.Conversations;
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

/** Exported chats; a conversation's key is its file's path and the id of its first message. */
final class ChatExportSource implements Source {
  private final ExportSettings settings;
  private final ExportFiles files;
  private final InstantSource clock;
  private final Conversations conversations;
  private final Sweep sweep;
  private final Documents documents = new Documents();

  ChatExportSource(ExportSettings settings, SourceContext surroundings) {
    this.settings = settings;
    this.files = new ExportFiles(settings);
    this.clock = surroundings.clock();
    this.conversations = new Conversations(settings.id(), settings.rules());
    this.sweep = new Sweep(settings.id(), settings.choice(), settings.workDir(), clock);
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
  public Batch poll(Optional<Cursor> after) throws SourceException, InterruptedException {
    return sweep.next(after, documents);
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
    private SortedMap<String, String> troubles = new TreeMap<>();
    private Optional<Listing> last = Optional.empty();

    @Override
    public Listing list() throws SourceException, InterruptedException {
      ExportFiles.Found found = files.look();
      troubles = found.troubles();
      Listing joined =
          conversations.list(
              found.rooms().values(),
              settings.rights().audiences().keySet(),
              Set.of(),
              clock.instant());
      SortedMap<String, Listed> all = new TreeMap<>(joined.documents());
      troubles.forEach(
          (path, trouble) -> all.put(path, new Listed(path, settings.scope(path), trouble, 0)));
      Listing now = new Listing(all, joined.scopes(), joined.unlisted());
      last = last.filter(now::equals).or(() -> Optional.of(now));
      return last.get();
    }

    @Override
    public Seen read(Listed document) {
      String trouble = troubles.get(document.key());
      return trouble != null ? new Seen.Unreadable(trouble) : conversations.read(document);
    }
  }
}
