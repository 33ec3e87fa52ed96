package dev.gill.surface.door;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/**
 * Distinguishes a client that reads slowly from one that does not read. The server closes a
 * connection on which nothing moves for {@code quarkus.http.idle-timeout}, but counts an answer as
 * one movement, however long it is; with this, every part of it that gets through counts.
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
    }
    context.next();
  }

  /**
   * Looks twice within the time-out: progress shows only against an earlier look, so nothing can be
   * known from the first one.
   */
  private static final class InParts extends IdleStateHandler {
    InParts(long millis) {
      super(true, 0, 0, Math.ceilDiv(millis, 2), TimeUnit.MILLISECONDS);
    }

    @Override
    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event)
        throws Exception {
      if (!event.isFirst()) {
        super.channelIdle(context, event);
      }
    }
  }
}
