package dev.gill.surface.door;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.time.Duration;

/** One body that is being gathered, on the event loop of its connection. */
final class Gathering {
  private final RoutingContext context;
  private final int most;
  private final Refusals refusals;
  private final Buffer body = Buffer.buffer();
  private long timer;
  private boolean over;

  Gathering(RoutingContext context, int most, Refusals refusals) {
    this.context = context;
    this.most = most;
    this.refusals = refusals;
  }

  /** Hands the request on once its body is whole, or refuses it. */
  void within(Duration timeout) {
    timer = context.vertx().setTimer(timeout.toMillis(), _ -> refuse(Refusal.TOO_SLOW));
    HttpServerRequest request = context.request();
    request.exceptionHandler(_ -> finish());
    request.handler(this::add);
    request.endHandler(_ -> handOn());
    request.resume();
  }

  private void add(Buffer more) {
    if (over) {
      return;
    }
    if (body.length() + more.length() > most) {
      refuse(Refusal.tooLarge(most));
    } else {
      body.appendBuffer(more);
    }
  }

  private void handOn() {
    if (finish()) {
      ((RoutingContextInternal) context).setBody(body);
      context.next();
    }
  }

  private void refuse(Refusal refusal) {
    if (finish()) {
      refusals.send(refusal, context);
    }
  }

  /** Whether it was not over before. */
  private boolean finish() {
    boolean first = !over;
    over = true;
    context.vertx().cancelTimer(timer);
    return first;
  }
}
