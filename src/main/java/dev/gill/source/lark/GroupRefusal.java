package dev.gill.source.lark;

import dev.gill.model.SourceId;
import dev.gill.source.SourceException;
import java.util.Set;

/** What Lark's numbers mean where groups are read. */
final class GroupRefusal {
  /** The bot is not in the group, or there is no such group any more. */
  private static final Set<Integer> LEFT =
      Set.of(230002, 230006, 232006, 232009, 232010, 232011, 232033);

  private GroupRefusal() {}

  /** Whether the group is read no more. */
  static boolean left(LarkException refusal) {
    return LEFT.contains(refusal.code());
  }

  /** Returns if there is no such message or topic any more. */
  static void throwUnlessGone(LarkException refusal) throws LarkException {
    if (refusal.scopeMissing() || left(refusal)) {
      throw refusal;
    }
  }

  /** For a request without which nothing goes on. */
  static SourceException of(SourceId source, LarkException refusal, String what, String scope) {
    return refusal.scopeMissing()
        ? new Refusals(source).needed(refusal, what, scope)
        : new SourceException.Denied(
            "The app of source %s may not read %s (code %d): switch its bot on (Features, Bot), grant %s and publish a version."
                .formatted(source, what, refusal.code(), scope),
            null);
  }
}
