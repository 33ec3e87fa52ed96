package dev.gill.surface.door;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import java.util.Optional;

/**
 * Hands on what cannot be read as a request that says so, so that it is refused in its turn, as
 * everything else is.
 */
final class Unreadable extends ChannelInboundHandlerAdapter {
  private static final String WHY = "gill-unreadable";

  /** What a request is refused for that could not be read. */
  static Optional<Refusal> refusal(HttpServerRequest request) {
    String why = request.getHeader(WHY);
    return why == null ? Optional.empty() : Optional.of(Refusal.unreadable(why));
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!(message instanceof HttpRequest request)) {
      context.fireChannelRead(message);
      return;
    }
    request.headers().remove(WHY);
    if (request.decoderResult().isFailure()) {
      String kind = kind(request.decoderResult().cause());
      ReferenceCountUtil.release(message);
      context.fireChannelRead(instead(kind));
      context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
      return;
    }
    if (Escapes.areBroken(request.uri())) {
      request.setUri("/");
      request.headers().add(WHY, Refusal.BROKEN_ADDRESS);
    }
    context.fireChannelRead(message);
  }

  private static HttpRequest instead(String kind) {
    HeadersMultiMap headers = HeadersMultiMap.httpHeaders();
    headers.add(HttpHeaders.HOST, "localhost");
    headers.add(WHY, kind);
    return new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/", headers);
  }

  private static String kind(Throwable cause) {
    return switch (cause) {
      case TooLongHttpLineException _ -> Refusal.ADDRESS_TOO_LONG;
      case TooLongHttpHeaderException _ -> Refusal.HEADERS_TOO_LONG;
      default -> Refusal.NO_REQUEST;
    };
  }
}
