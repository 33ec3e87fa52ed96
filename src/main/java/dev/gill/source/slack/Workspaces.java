package dev.gill.source.slack;

import dev.gill.source.SourceException;
import dev.gill.source.chat.Attached;
import dev.gill.source.http.HttpClients;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The workspaces that are followed. An index that is built anew beside the one in use shares the
 * reading, so that it costs no requests.
 */
final class Workspaces {
  private final HttpClients clients;
  private final Map<Path, Shared> open = new HashMap<>();

  Workspaces(HttpClients clients) {
    this.clients = clients;
  }

  synchronized Workspace open(SlackSettings settings, InstantSource clock) {
    Shared shared =
        open.computeIfAbsent(settings.workDir(), _ -> new Shared(made(settings, clock)));
    shared.users++;
    return new Handle(settings.workDir(), shared);
  }

  private Workspace made(SlackSettings settings, InstantSource clock) {
    return settings.path().isPresent()
        ? new Export(settings)
        : new Following(
            settings,
            clients,
            clients.client(settings.http().orElseThrow()),
            clients.client(settings.files().orElseThrow()),
            clock);
  }

  private synchronized void close(Path key, Shared shared) {
    shared.users--;
    if (shared.users == 0) {
      open.remove(key, shared);
      shared.workspace.close();
    }
  }

  private static final class Shared {
    private final Workspace workspace;
    private int users;

    Shared(Workspace workspace) {
      this.workspace = workspace;
    }
  }

  private final class Handle implements Workspace {
    private final Path key;
    private final Shared shared;
    private Optional<Runnable> wake = Optional.empty();

    Handle(Path key, Shared shared) {
      this.key = key;
      this.shared = shared;
    }

    @Override
    public State look() throws SourceException, InterruptedException {
      return shared.workspace.look();
    }

    @Override
    public void notice(Notice notice) {
      shared.workspace.notice(notice);
    }

    @Override
    public synchronized void onNews(Runnable wanted) {
      wake = Optional.of(wanted);
      shared.workspace.onNews(wanted);
    }

    @Override
    public Optional<byte[]> content(Attached file) throws SourceException, InterruptedException {
      return shared.workspace.content(file);
    }

    @Override
    public synchronized void close() {
      wake.ifPresent(shared.workspace::forget);
      Workspaces.this.close(key, shared);
    }
  }
}
