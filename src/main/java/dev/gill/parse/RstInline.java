package dev.gill.parse;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The inline markup of reStructuredText. */
final class RstInline {
  private static final Pattern MARKUP =
      Pattern.compile(
          "``(?<code>.+?)``"
              + "|(?::[\\w:.+-]+:)?`(?<named>[^`]+?)\\s*<(?<target>[^<>`]+)>`_{0,2}"
              + "|:[\\w:.+-]+:`(?<role>[^`]+)`"
              + "|`(?<plain>[^`]+)`_{0,2}"
              + "|\\*\\*(?<strong>\\S.*?)\\*\\*"
              + "|(?<![\\w*])\\*(?<emphasis>[^\\s*](?:[^*]*[^\\s*])?)\\*(?![\\w*])"
              + "|(?<![\\w|])\\|(?<substitution>[^\\s|](?:[^|\\n]*[^\\s|])?)\\|_{0,2}(?![\\w|])"
              + "|(?<=[A-Za-z0-9\\]])__?(?=[\\s.,;:!?)]|$)"
              + "|\\\\(?<escaped>\\S|\\s)",
          Pattern.DOTALL);

  private RstInline() {}

  static Inline of(String source, int firstLine) {
    return InlineMarkup.of(source, firstLine, RstInline::plain);
  }

  static String plain(String source) {
    return InlineMarkup.replace(source, MARKUP, 0, RstInline::written);
  }

  private static String written(MatchResult match) {
    String role = match.group("role");
    if (role != null) {
      return role.startsWith("~") ? role.substring(role.lastIndexOf('.') + 1) : role;
    }
    String escaped = match.group("escaped");
    if (escaped != null) {
      return escaped.isBlank() ? "" : escaped;
    }
    String written = InlineMarkup.firstGroup(match);
    return match.group().startsWith("_") ? "" : written;
  }
}
