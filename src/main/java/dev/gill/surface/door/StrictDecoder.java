package dev.gill.surface.door;

import io.netty.handler.codec.http.HttpMessage;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;

/** Leaves a Content-Length beside a Transfer-Encoding where it is, so that it can be refused. */
final class StrictDecoder extends VertxHttpRequestDecoder {
  StrictDecoder(HttpServerOptions options) {
    super(options);
  }

  @Override
  protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {}
}
