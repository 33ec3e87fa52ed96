package dev.gill.parse.markdown;

import java.util.Map;
import java.util.regex.Pattern;

/** Emoji that are written as words between colons. */
final class Emoji {
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("white_check_mark", "✓"),
          Map.entry("heavy_check_mark", "✓"),
          Map.entry("ballot_box_with_check", "✓"),
          Map.entry("x", "✗"),
          Map.entry("negative_squared_cross_mark", "✗"),
          Map.entry("no_entry", "⛔"),
          Map.entry("no_entry_sign", "🚫"),
          Map.entry("warning", "⚠"),
          Map.entry("bulb", "💡"),
          Map.entry("information_source", "ℹ"),
          Map.entry("question", "❓"),
          Map.entry("exclamation", "❗"),
          Map.entry("fire", "🔥"),
          Map.entry("rocket", "🚀"),
          Map.entry("tada", "🎉"),
          Map.entry("star", "⭐"),
          Map.entry("heart", "❤"),
          Map.entry("smile", "😄"),
          Map.entry("eyes", "👀"),
          Map.entry("bug", "🐛"),
          Map.entry("lock", "🔒"),
          Map.entry("key", "🔑"),
          Map.entry("telephone_receiver", "📞"),
          Map.entry("phone", "☎"),
          Map.entry("email", "📧"),
          Map.entry("point_right", "👉"),
          Map.entry("construction", "🚧"),
          Map.entry("red_circle", "🔴"),
          Map.entry("green_circle", "🟢"),
          Map.entry("yellow_circle", "🟡"),
          Map.entry("+1", "👍"),
          Map.entry("-1", "👎"));

  /** Sets of icons that site generators have; some say yes or no. */
  private static final Pattern ICON =
      Pattern.compile(":(?:material|octicons?|fontawesome|simple|fa|mdi|bi|oi)-[\\w-]+:");

  private static final Pattern YES =
      Pattern.compile(".*-(?:check|check-bold|check-circle)(?:-\\d+)?:");
  private static final Pattern NO =
      Pattern.compile(".*-(?:close|close-thick|x|x-circle|cancel)(?:-\\d+)?:");

  private Emoji() {}

  /** The sign for a code; what is no known one stands as it is. */
  static String shown(String code) {
    if (ICON.matcher(code).matches()) {
      return YES.matcher(code).matches() ? "✓" : NO.matcher(code).matches() ? "✗" : "";
    }
    return KNOWN.getOrDefault(code.substring(1, code.length() - 1), code);
  }
}
