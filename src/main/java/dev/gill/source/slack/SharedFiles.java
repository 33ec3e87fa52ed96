package dev.gill.source.slack;

import dev.gill.model.Content;
import dev.gill.model.DocId;
import dev.gill.model.Origin;
import dev.gill.model.Scope;
import dev.gill.source.Change;
import dev.gill.source.SourceException;
import dev.gill.source.chat.Attached;
import dev.gill.source.chat.Post;
import dev.gill.source.sweep.Listed;
import dev.gill.source.sweep.Seen;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The files and canvases that messages carry, and the canvases that stand beside them, as documents
 * of their own in each channel.
 */
final class SharedFiles {
  private record Found(Attached file, Scope scope, String author, Instant at) {}

  private final SlackSettings settings;
  private final Workspace workspace;
  private SortedMap<String, Found> found = new TreeMap<>();

  SharedFiles(SlackSettings settings, Workspace workspace) {
    this.settings = settings;
    this.workspace = workspace;
  }

  /** Those of a format that can be read. */
  SortedMap<String, Listed> list(State state, Instant now) {
    SortedMap<String, Found> all = new TreeMap<>();
    Predicate<String> optedOut = each -> settings.optedOut(state.members().identities(each));
    for (State.Held held : settings.readsFiles() ? state.channels() : List.<State.Held>of()) {
      for (Post post : held.posts()) {
        boolean wanted = (settings.bots() || !post.bot()) && settings.keeps(post.at(), now);
        if (wanted && !post.files().isEmpty() && !optedOut.test(post.account())) {
          String author = Rooms.name(post, state.members());
          post.files().forEach(file -> add(file, author, post.at(), held.channel(), all));
        }
      }
      for (Canvas canvas : held.canvases()) {
        Instant changed = Instant.ofEpochSecond(canvas.file().changed());
        if (settings.keeps(changed, now) && !optedOut.test(canvas.account())) {
          String author = state.members().name(canvas.account()).orElse("");
          add(canvas.file(), author, changed, held.channel(), all);
        }
      }
    }
    found = all;
    SortedMap<String, Listed> listed = new TreeMap<>();
    all.forEach(
        (key, each) ->
            listed.put(key, new Listed(key, each.scope(), each.file().mark(), each.file().size())));
    return listed;
  }

  private void add(
      Attached file, String author, Instant at, Channel channel, Map<String, Found> all) {
    if (settings.readable().test(file.name())) {
      all.put(
          "%s/files/%s".formatted(channel.id(), file.id()),
          new Found(
              file,
              new Scope(settings.id(), channel.id()),
              author,
              file.changed() > 0 ? Instant.ofEpochSecond(file.changed()) : at));
    }
  }

  /** Reads one that was listed; empty if this is none. */
  Optional<Seen> read(Listed document) throws SourceException, InterruptedException {
    Found each = found.get(document.key());
    if (each == null) {
      return Optional.empty();
    }
    Attached file = each.file();
    if (file.size() > settings.maxBytes()) {
      return Optional.of(
          new Seen.Unreadable(
              "It is larger than max-bytes of source %s allows.".formatted(settings.id())));
    }
    Optional<byte[]> bytes = workspace.content(file);
    return Optional.of(
        bytes.isPresent()
            ? new Seen.Whole(
                new Change.Upserted(
                    new DocId(settings.id(), document.key()),
                    file.mark(),
                    new Origin(file.link(), file.title(), each.author(), each.at()),
                    each.scope(),
                    new Content.File(file.type(), file.name(), bytes.get())))
            : new Seen.Unreadable(
                "Slack does not give this file: add the scope files:read to the app and install it again."));
  }
}
