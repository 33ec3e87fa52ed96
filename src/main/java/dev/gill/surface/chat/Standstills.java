package dev.gill.surface.chat;

import dev.gill.index.Snapshot;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.surface.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says which sources stand still, of those that whoever reads it may read something of. */
final class Standstills {
  private final ChatParts parts;

  Standstills(ChatParts parts) {
    this.parts = parts;
  }

  /** What is to be said with an answer; of one without quotes, all sources count. */
  List<String> of(Texts t, Given given) {
    Set<SourceId> drawnOn =
        given.citations().stream().map(cited -> cited.doc().source()).collect(Collectors.toSet());
    Set<SourceId> readable = readable(given);
    Instant now = parts.clock.instant();
    return parts.monitor.sources().stream()
        .filter(status -> status.trouble().isPresent() && readable.contains(status.source()))
        .filter(status -> drawnOn.isEmpty() || drawnOn.contains(status.source()))
        .map(
            status ->
                t.filled(
                    drawnOn.isEmpty() ? "chat.stands-still.unread" : "chat.stands-still",
                    status.source(),
                    Ages.lasting(t, status.trouble().orElseThrow().since(), now)))
        .toList();
  }

  private Set<SourceId> readable(Given given) {
    try (Snapshot snapshot = parts.index.snapshot()) {
      return snapshot.access().scopes(given.question().reader()).stream()
          .map(Scope::source)
          .collect(Collectors.toSet());
    }
  }
}
