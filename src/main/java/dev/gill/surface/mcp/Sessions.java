package dev.gill.surface.mcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.gill.index.IndexEngine;
import dev.gill.index.IndexException;
import dev.gill.index.Snapshot;
import dev.gill.model.Access;
import dev.gill.model.Reader;
import dev.gill.sync.Breath;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The clients that have initialized, and what they hear of documents. Rights are looked up whenever
 * there is something to say, so that nobody hears of what they may not read any more.
 */
@Singleton
public class Sessions {
  private static final Logger LOG = System.getLogger(Sessions.class.getName());
  private static final int MOST = 1_000;
  private static final int MOST_LISTENERS = 200;

  /** After so long in which nothing came, a client has to initialize again. */
  private static final Duration IDLE = Duration.ofMinutes(30);

  /** After so long a listener has to come back and be recognised anew. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private static final Duration TICK = Duration.ofSeconds(1);

  /** Ticks after which something is sent, lest the connection be taken for idle. */
  private static final int ALIVE = 20;

  /** Notifications that wait for a client which reads slowly; beyond it the stream ends. */
  private static final int WAITING = 64;

  /** What only keeps a connection alive. */
  static final ObjectNode ALIVE_STILL = JsonNodeFactory.instance.objectNode();

  private final IndexEngine index;
  private final Cache<String, Session> sessions =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfterAccess(IDLE)
          .removalListener((String _, Session session, RemovalCause _) -> close(session))
          .build();

  @Inject
  Sessions(IndexEngine index) {
    this.index = index;
  }

  private static void close(Session session) {
    if (session != null) {
      session.close();
    }
  }

  /** A new session. */
  Session open(Reader reader) {
    Session session = new Session(UUID.randomUUID().toString(), reader.identities());
    sessions.put(session.id(), session);
    return session;
  }

  /** The session of that id, if it is this reader's. */
  Optional<Session> find(String id, Reader reader) {
    return Optional.ofNullable(sessions.getIfPresent(id))
        .filter(session -> session.owner().equals(reader.identities()));
  }

  /** Ends a session. */
  void end(Session session) {
    sessions.invalidate(session.id());
  }

  /** Ends all sessions; whoever goes on has to initialize again. */
  public void forgetAll() {
    sessions.invalidateAll();
  }

  /**
   * What a client hears from now on: notifications, and empty objects that only keep the connection
   * alive. It ends what the session listened to before.
   *
   * @return empty if too many listen
   */
  Optional<Multi<ObjectNode>> listen(Session session, Caller caller) {
    if (listening().size() >= MOST_LISTENERS) {
      return Optional.empty();
    }
    Multi<ObjectNode> news =
        Multi.createFrom()
            .emitter(
                emitter -> {
                  session.close();
                  Session.Listener listener = new Session.Listener(caller, emitter);
                  session.listener().set(listener);
                  emitter.onTermination(() -> session.listener().compareAndSet(listener, null));
                },
                WAITING);
    Multi<ObjectNode> ticks =
        Multi.createFrom()
            .ticks()
            .every(TICK)
            .onOverflow()
            .drop()
            .map(tick -> tick(session, tick))
            .select()
            .where(Optional::isPresent)
            .map(Optional::get);
    Multi<ObjectNode> both =
        Multi.createBy().merging().streams(news.onCompletion().failWith(Ended::new), ticks);
    Multi<ObjectNode> heard =
        both.onFailure(Ended.class).recoverWithCompletion().select().first(LONGEST);
    return Optional.of(
        Multi.createBy().concatenating().streams(Multi.createFrom().item(ALIVE_STILL), heard));
  }

  private static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Ended() {
      super("another stream took its place", null, false, false);
    }
  }

  private Optional<ObjectNode> tick(Session session, long tick) {
    if (session.listChanged().getAndSet(false)) {
      return Optional.of(Message.notification("notifications/resources/list_changed"));
    }
    if (tick % ALIVE == ALIVE - 1) {
      sessions.getIfPresent(session.id());
      return Optional.of(ALIVE_STILL);
    }
    return Optional.empty();
  }

  private List<Session> listening() {
    return sessions.asMap().values().stream()
        .filter(session -> session.listener().get() != null)
        .toList();
  }

  /** Notifies those who listen and may know of it that a document has changed or is gone. */
  public void changed(Breath breath) {
    List<Session> listening = listening();
    if (listening.isEmpty() || breath.kind() == Breath.Kind.FAILED) {
      return;
    }
    try (Snapshot snapshot = index.snapshot()) {
      Access access = snapshot.access();
      for (Session session : listening) {
        Session.Listener listener = session.listener().get();
        if (listener != null && access.mayRead(listener.caller().reader(), breath.scope())) {
          session.listChanged().set(true);
          if (session.followed().contains(breath.doc())) {
            listener.stream().emit(updated(breath));
          }
        }
      }
    } catch (IndexException e) {
      LOG.log(Level.DEBUG, "Nobody hears of {0}: {1}", breath.doc(), e.getMessage());
    }
  }

  private static ObjectNode updated(Breath breath) {
    ObjectNode updated = Message.notification("notifications/resources/updated");
    updated.putObject("params").put("uri", DocumentUri.of(breath.doc()));
    return updated;
  }
}
