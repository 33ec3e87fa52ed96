package dev.gill.surface.door;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.datagram.DatagramSocketOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.net.ClientOptionsBase;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.VertxServiceProvider;
import io.vertx.core.spi.transport.Transport;
import jakarta.inject.Singleton;
import java.util.concurrent.ThreadFactory;
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
    builder.findTransport(new Strict(builder.findTransport()));
  }

  private record Strict(Transport plain) implements Transport {
    @Override
    public boolean supportsDomainSockets() {
      return plain.supportsDomainSockets();
    }

    @Override
    public boolean supportFileRegion() {
      return plain.supportFileRegion();
    }

    @Override
    public boolean isAvailable() {
      return plain.isAvailable();
    }

    @Override
    public Throwable unavailabilityCause() {
      return plain.unavailabilityCause();
    }

    @Override
    public java.net.SocketAddress convert(SocketAddress address) {
      return plain.convert(address);
    }

    @Override
    public SocketAddress convert(java.net.SocketAddress address) {
      return plain.convert(address);
    }

    @Override
    public void configure(DatagramChannel channel, DatagramSocketOptions options) {
      plain.configure(channel, options);
    }

    @Override
    public void configure(ClientOptionsBase options, boolean domainSocket, Bootstrap bootstrap) {
      plain.configure(options, domainSocket, bootstrap);
    }

    @Override
    public EventLoopGroup eventLoopGroup(int type, int threads, ThreadFactory factory, int ratio) {
      return plain.eventLoopGroup(type, threads, factory, ratio);
    }

    @Override
    public DatagramChannel datagramChannel() {
      return plain.datagramChannel();
    }

    @Override
    public DatagramChannel datagramChannel(InternetProtocolFamily family) {
      return plain.datagramChannel(family);
    }

    @Override
    public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
      return plain.channelFactory(domainSocket);
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
      return plain.serverChannelFactory(domainSocket);
    }

    @Override
    public void configure(
        NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
      plain.configure(options, domainSocket, bootstrap);
      bootstrap.handler(new Accepting());
    }
  }

  /** Sees every connection before anything else does. */
  private static final class Accepting extends ChannelInboundHandlerAdapter {
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
