package dev.gill.surface.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.model.DocId;
import dev.gill.model.Identity;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What one client wants to hear of, and where it listens.
 *
 * @param owner by whom it was begun; nobody else may use it
 */
record Session(
    String id,
    Set<Identity> owner,
    Set<DocId> followed,
    AtomicBoolean listChanged,
    AtomicReference<Listener> listener) {
  /** Documents that one client may follow. */
  private static final int MOST = 200;

  Session(String id, Set<Identity> owner) {
    this(
        id,
        Set.copyOf(owner),
        ConcurrentHashMap.newKeySet(),
        new AtomicBoolean(),
        new AtomicReference<>());
  }

  /**
   * A stream on which a client listens.
   *
   * @param caller who opened it
   */
  record Listener(Caller caller, MultiEmitter<? super ObjectNode> stream) {}

  void follow(DocId doc) throws ProtocolException {
    if (followed.size() >= MOST && !followed.contains(doc)) {
      throw new ProtocolException(ProtocolException.REQUEST, "mcp.subscriptions", MOST);
    }
    followed.add(doc);
  }

  /** Ends the stream, if there is one. */
  void close() {
    Listener listening = listener.getAndSet(null);
    if (listening != null) {
      listening.stream().complete();
    }
  }
}
