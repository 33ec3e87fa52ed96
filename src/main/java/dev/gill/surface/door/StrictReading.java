package dev.gill.surface.door;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.spi.VertxServiceProvider;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Has every HTTP connection read by {@link StrictDecoder}. The HTTP library drops a Content-Length
 * beside a Transfer-Encoding before anybody sees it, and answers what it cannot read with nothing
 * but a status; only where its sockets are made can both be changed.
 */
public final class StrictReading implements VertxServiceProvider {
  private static final String DECODER = "httpDecoder";

  /** How much of a request is read; a socket does not know what it is for. */
  private static final AtomicReference<HttpServerOptions> OPTIONS =
      new AtomicReference<>(new HttpServerOptions());

  /** Keeps the options for the sockets. */
  @Singleton
  static class Options implements HttpServerOptionsCustomizer {
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
      OPTIONS.set(options);
    }
  }

  @Override
  public void init(VertxBuilder builder) {
    builder.findTransport(new StrictTransport(builder.findTransport()));
  }

  /** Sees every connection before anything else does. */
  static final class Accepting extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object accepted) {
      ((Channel) accepted).pipeline().addFirst(new Exchanging());
      context.fireChannelRead(accepted);
    }
  }

  /** Puts the strict decoder in place before the first bytes reach the other. */
  private static final class Exchanging extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
      if (context.pipeline().get(DECODER) != null) {
        context.pipeline().replace(DECODER, DECODER, new StrictDecoder(OPTIONS.get()));
        context.pipeline().addAfter(DECODER, "unreadable", new Unreadable());
      }
      context.fireChannelRead(bytes);
      context.pipeline().remove(this);
    }
  }
}
