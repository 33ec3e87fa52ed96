package dev.gill.surface.door;

import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.List;
import java.util.Optional;

/**
 * Where one request ends and the next begins, on which a proxy and Gill must agree (RFC 9112,
 * section 6). A connection on which anything came in chunks carries no further request.
 */
final class Framing {
  private static final AttributeKey<Boolean> LAST = AttributeKey.valueOf("gill-last-request");

  private Framing() {}

  /** What is wrong with a request's framing. */
  static Optional<Refusal> refusal(HttpServerRequest request) {
    List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
    if (codings.isEmpty()) {
      return Optional.empty();
    }
    boolean plain = codings.size() == 1 && codings.getFirst().equalsIgnoreCase("chunked");
    boolean both = request.headers().contains(HttpHeaders.CONTENT_LENGTH);
    return plain && !both ? Optional.empty() : Optional.of(Refusal.FRAMING);
  }

  /** Whether an earlier request of its connection was the last one. */
  static boolean comesTooLate(HttpServerRequest request) {
    if (!(request.connection() instanceof ConnectionBase connection)) {
      return false;
    }
    boolean late = connection.channel().attr(LAST).get() != null;
    if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
      connection.channel().attr(LAST).set(true);
    }
    return late;
  }
}
