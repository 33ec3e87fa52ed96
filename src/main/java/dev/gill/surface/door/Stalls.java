package dev.gill.surface.door;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/**
 * Distinguishes a client that reads slowly, or waits for its answer, from one that does not read.
 * The server closes a connection on which nothing moves for {@code quarkus.http.idle-timeout}, but
 * counts an answer as one movement, however long it is, and the time that a chat model takes for it
 * as none; with this, every part of it that gets through counts, and nobody is left who has asked
 * and read all that there is so far.
 */
@Singleton
class Stalls {
  private static final int ONCE_LET_IN = 700;
  private static final String COARSE = "idle";
  private static final String FINE = "idle-in-parts";

  void watch(@Observes Filters filters) {
    filters.register(Stalls::watch, ONCE_LET_IN);
  }

  private static void watch(RoutingContext context) {
    if (context.request().connection() instanceof ConnectionBase connection) {
      ChannelPipeline pipeline = connection.channel().pipeline();
      if (pipeline.get(COARSE) instanceof IdleStateHandler coarse) {
        pipeline.replace(COARSE, FINE, new InParts(coarse.getAllIdleTimeInMillis()));
      }
      if (pipeline.get(FINE) instanceof InParts inParts) {
        inParts.last = context;
      }
    }
    context.next();
  }

  /**
   * Looks twice within the time-out: progress shows only against an earlier look, so nothing can be
   * known from the first one.
   */
  private static final class InParts extends IdleStateHandler {
    private volatile RoutingContext last;

    InParts(long millis) {
      super(true, 0, 0, Math.ceilDiv(millis, 2), TimeUnit.MILLISECONDS);
    }

    @Override
    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event)
        throws Exception {
      if (!event.isFirst() && !isAwaited(context.channel())) {
        super.channelIdle(context, event);
      }
    }

    /**
     * Whether the answer is what is missing: bodies that do not come have a time-out of their own.
     * What is sent for as long as somebody listens, and is no answer, may be asked for again.
     */
    private boolean isAwaited(Channel channel) {
      RoutingContext request = last;
      if (request == null || request.response().ended()) {
        return false;
      }
      boolean answers =
          !request.response().headWritten() || request.request().method() == HttpMethod.POST;
      ChannelOutboundBuffer unsent = channel.unsafe().outboundBuffer();
      return answers && unsent != null && unsent.totalPendingWriteBytes() == 0;
    }
  }
}
