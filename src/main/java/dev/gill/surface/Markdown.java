package dev.gill.surface;

import dev.gill.model.Part;
import dev.gill.model.Visible;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes what documents say as Markdown that shows as they say it: nothing in it becomes a picture
 * that is fetched from somewhere, or a tag.
 */
final class Markdown {
  private static final Pattern TICKS = Pattern.compile("`+");
  private static final int LEAST_TICKS = 3;

  private Markdown() {}

  /** Words and code, as they follow each other. */
  static String of(List<Part> parts) {
    StringBuilder written = new StringBuilder();
    for (Part part : parts) {
      if (part.kind() == Part.Kind.CODE) {
        newLine(written).append(code(part.text()));
      } else {
        written.append(words(part.text()));
      }
    }
    return written.toString();
  }

  /** Words, of which each line stays one. */
  static String words(String text) {
    return Visible.of(text)
        .replace("![", "!\\[")
        .replaceAll("<(?=[A-Za-z/!?])", "\\\\<")
        .replace("\n", "  \n");
  }

  /** On one line, within brackets. */
  static String label(String text) {
    return words(text.replaceAll("\\s+", " ").strip()).replaceAll("(?<!\\\\)([\\[\\]])", "\\\\$1");
  }

  /** A link, or the label alone where it leads nowhere. */
  static String link(String label, String url) {
    return url.isEmpty()
        ? label(label)
        : "[%s](%s)".formatted(label(label), url.replace("(", "%28").replace(")", "%29"));
  }

  /** Whether the next words must begin on another line. */
  static boolean endsInCode(String written) {
    return written.endsWith("\n");
  }

  private static String code(String text) {
    int longest = LEAST_TICKS - 1;
    Matcher ticks = TICKS.matcher(text);
    while (ticks.find()) {
      longest = Math.max(longest, ticks.group().length());
    }
    String fence = "`".repeat(longest + 1);
    return "%s\n%s\n%s\n".formatted(fence, Visible.of(text.stripTrailing()), fence);
  }

  private static StringBuilder newLine(StringBuilder written) {
    return written.isEmpty() || written.charAt(written.length() - 1) == '\n'
        ? written
        : written.append('\n');
  }
}
