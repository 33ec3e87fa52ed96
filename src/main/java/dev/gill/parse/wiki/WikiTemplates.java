package dev.gill.parse.wiki;

import dev.gill.parse.canonical.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Templates that nobody has expanded, as a person would read what they are called with: named
 * parameters as lines {@code name: value}, others as they are. What computes is left out.
 */
final class WikiTemplates {
  private static final Pattern NAMED = Pattern.compile("(?s)\\s*([^=|{}\\[\\]<>]{1,80}?)\\s*=(.*)");
  private static final Pattern COMPUTES =
      Pattern.compile("\\s*#.*|[A-Z_]{3,}(?::.*)?", Pattern.DOTALL);

  private final int deepest;

  WikiTemplates(int deepest) {
    this.deepest = deepest;
  }

  String write(String text) {
    return write(text, 0);
  }

  private String write(String text, int depth) {
    if (depth > deepest) {
      throw Refused.nested();
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
      int close = close(text, open);
      if (close < 0) {
        break;
      }
      out.append(text, at, open);
      boolean parameter = text.startsWith("{{{", open) && text.startsWith("}}}", close - 3);
      out.append(
          parameter
              ? otherwise(text.substring(open + 3, close - 3), depth)
              : called(text.substring(open + 2, close - 2), depth));
      at = close;
    }
    return out.append(text.substring(at)).toString();
  }

  /** Where the braces end that open here; negative if nowhere. */
  private static int close(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }

  private String otherwise(String inner, int depth) {
    List<String> parts = parts(inner);
    return parts.size() > 1 ? write(parts.get(1), depth + 1) : "";
  }

  private String called(String inner, int depth) {
    List<String> parts = parts(inner);
    if (COMPUTES.matcher(parts.getFirst()).matches()) {
      return parts.getFirst().equals("!") ? "|" : "";
    }
    if (parts.size() == 1) {
      return parts.getFirst().strip().equals("!") ? "|" : "";
    }
    List<String> values = new ArrayList<>();
    boolean named = false;
    for (String part : parts.subList(1, parts.size())) {
      Matcher matcher = NAMED.matcher(part);
      boolean counted = matcher.matches() && matcher.group(1).matches("\\d+");
      boolean says = matcher.matches() && !counted;
      String value = write(matcher.matches() ? matcher.group(2) : part, depth + 1).strip();
      named |= says;
      if (!value.isEmpty()) {
        values.add(says ? matcher.group(1) + ": " + value : value);
      }
    }
    return named ? "\n\n" + String.join("\n\n", values) + "\n\n" : String.join(" ", values);
  }

  /** Parted by pipes that stand in no braces and no links. */
  private static List<String> parts(String inner) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      } else if (c == '|' && depth == 0) {
        parts.add(inner.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(inner.substring(from));
    return parts;
  }
}
