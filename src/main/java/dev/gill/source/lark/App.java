package dev.gill.source.lark;

import dev.gill.model.SourceId;
import dev.gill.source.Secret;
import java.util.Objects;

/**
 * As which app a source asks.
 *
 * @param id the App ID
 * @param secret the App Secret
 */
record App(SourceId source, String id, Secret secret) {
  App {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(secret, "secret");
  }
}
