package dev.gill.source.http;

import dev.gill.source.SourceException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;

/** Writes a request down as it goes to one address. */
final class Requests {
  private final HttpSettings settings;
  private final Ask ask;
  private final FailureMessages messages;

  Requests(HttpSettings settings, Ask ask, FailureMessages messages) {
    this.settings = settings;
    this.ask = ask;
    this.messages = messages;
  }

  /**
   * The request; with a credential and the adapter's headers on the configured server alone.
   *
   * @throws SourceException if a credential would travel unencrypted
   */
  HttpRequest to(Targets.Hop hop) throws SourceException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(hop.uri())
            .timeout(settings.limits().headers())
            .setHeader("User-Agent", "Gill")
            .setHeader("Accept-Encoding", "gzip");
    method(request);
    ask.headers()
        .forEach(
            (name, value) -> {
              if (hop.own() || name.equalsIgnoreCase("Accept")) {
                request.setHeader(name, value);
              }
            });
    ask.body().ifPresent(body -> request.setHeader("Content-Type", body.type()));
    ask.known().etag().ifPresent(etag -> request.setHeader("If-None-Match", etag));
    ask.known().lastModified().ifPresent(date -> request.setHeader("If-Modified-Since", date));
    Optional<HeaderLine> credential = credential(hop);
    credential.ifPresent(line -> request.setHeader(line.name(), line.value()));
    return request.build();
  }

  private void method(HttpRequest.Builder request) {
    switch (ask.method()) {
      case GET -> request.GET();
      case HEAD -> request.HEAD();
      case POST, PROPFIND, REPORT ->
          request.method(
              ask.method().name(),
              ask.body()
                  .map(body -> BodyPublishers.ofByteArray(body.bytes()))
                  .orElse(BodyPublishers.noBody()));
    }
  }

  private Optional<HeaderLine> credential(Targets.Hop hop) throws SourceException {
    Optional<HeaderLine> line =
        hop.own()
            ? HeaderLine.of(ask.credential().orElse(settings.credential()))
            : Optional.empty();
    if (line.isPresent() && !settings.trusts(hop.place())) {
      throw messages.broken(
          hop.place(),
          "%s would get a password or token unencrypted: write https, or list it among the internal hosts of source %s");
    }
    return line;
  }
}
