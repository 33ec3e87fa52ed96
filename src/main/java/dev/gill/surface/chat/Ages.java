package dev.gill.surface.chat;

import dev.gill.model.Dated;
import dev.gill.surface.Texts;
import java.time.Duration;
import java.time.Instant;

/** How long ago something was, in words. */
final class Ages {
  private static final long HOUR = 60;
  private static final long DAY = 24 * HOUR;
  private static final long MONTH = 30 * DAY;
  private static final long YEAR = 365 * DAY;

  private Ages() {}

  /** How long ago something was written, and how that is known. */
  static String written(Texts t, Instant at, Dated dated, Instant now) {
    String ago = since(t, at, now);
    return switch (dated) {
      case MESSAGE -> t.with("chat.written", ago);
      case FILE -> t.with("chat.file-changed", ago);
      default -> t.with("chat.edited", ago);
    };
  }

  /** How long ago something was. */
  static String since(Texts t, Instant at, Instant now) {
    long minutes = Math.max(0, Duration.between(at, now).toMinutes());
    if (minutes < 1) {
      return t.of("chat.now");
    }
    return t.with("chat.ago", span(t, minutes));
  }

  private static String span(Texts t, long minutes) {
    if (minutes < HOUR) {
      return counted(t, "chat.minutes", minutes);
    }
    if (minutes < DAY) {
      return counted(t, "chat.hours", minutes / HOUR);
    }
    if (minutes < 2 * MONTH) {
      return counted(t, "chat.days", minutes / DAY);
    }
    return minutes < 2 * YEAR
        ? counted(t, "chat.months", minutes / MONTH)
        : counted(t, "chat.years", minutes / YEAR);
  }

  /** How long something lasts. */
  static String lasting(Texts t, Instant since, Instant now) {
    return span(t, Math.max(1, Duration.between(since, now).toMinutes()));
  }

  private static String counted(Texts t, String key, long count) {
    return t.with(key + (count == 1 ? ".one" : ".other"), count);
  }
}
