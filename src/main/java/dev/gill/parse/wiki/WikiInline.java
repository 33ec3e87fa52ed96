package dev.gill.parse.wiki;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands within a line: quotes for bold and italic, links, pictures, and tags. */
final class WikiInline {
  private static final Pattern QUOTES = Pattern.compile("'{2,}");
  private static final Pattern LINK = Pattern.compile("\\[\\[([^\\[\\]]*)]](\\p{Ll}*)");
  private static final Pattern OUTSIDE =
      Pattern.compile(
          "(?i)\\[((?:https?:|ftp:|mailto:)?//[^\\s\\]<>]+|mailto:[^\\s\\]<>]+)(?:\\s+([^\\]\\n]*))?]");
  private static final Pattern FILE =
      Pattern.compile("(?i)(?:file|image|media)\\s*:.*", Pattern.DOTALL);
  private static final Pattern CATEGORY = Pattern.compile("(?i)category\\s*:.*", Pattern.DOTALL);
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(?:-[a-z]{2,10})?:\\S.*");
  private static final Pattern OPTION =
      Pattern.compile(
          "(?i)thumb|thumbnail|frame|framed|frameless|border|left|right|center|none|baseline|sub|super|top"
              + "|text-top|middle|bottom|text-bottom|upright.*|\\d*x?\\d+px|(?:link|lang|page|class)=.*");
  private static final Pattern STRANGE_TAG =
      Pattern.compile(
          "(?i)<(?!/?(?:a|abbr|b|bdi|bdo|big|blockquote|br|caption|center|cite|code|data|dd|del|details|dfn"
              + "|div|dl|dt|em|font|h[1-6]|hr|i|ins|kbd|li|mark|ol|p|pre|q|rb|rp|rt|rtc|ruby|s|samp|section|small"
              + "|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|wbr)\\b)");

  private WikiInline() {}

  static String write(String text) {
    String tags = STRANGE_TAG.matcher(text).replaceAll("&lt;");
    String linked = tags;
    // A picture's caption may hold links, so the innermost go first.
    for (String before = ""; !before.equals(linked); ) {
      before = linked;
      linked =
          LINK.matcher(before)
              .replaceAll(match -> Matcher.quoteReplacement(link(match.group(1)) + match.group(2)));
    }
    String outside =
        OUTSIDE
            .matcher(linked)
            .replaceAll(match -> Matcher.quoteReplacement(link(match.group(1), match.group(2))));
    return QUOTES.matcher(outside).replaceAll(match -> apostrophes(match.group().length()));
  }

  /** Bold and italic take two, three or five; what is more are apostrophes. */
  private static String apostrophes(int count) {
    return "'".repeat(count == 4 ? 1 : Math.max(0, count - 5));
  }

  private static String link(String inner) {
    String target = inner.strip();
    if (CATEGORY.matcher(target).matches()
        || (LANGUAGE.matcher(target).matches() && target.indexOf('|') < 0)) {
      return "";
    }
    if (FILE.matcher(target).matches()) {
      return caption(target);
    }
    int bar = inner.indexOf('|');
    String label = bar < 0 ? "" : inner.substring(bar + 1).strip();
    String name = (bar < 0 ? inner : inner.substring(0, bar)).strip();
    return label.isEmpty() ? name.replaceFirst("^:", "") : label;
  }

  /** The last part of a picture that is no option. */
  private static String caption(String file) {
    String[] parts = file.split("\\|");
    String last = parts.length > 1 ? parts[parts.length - 1].strip() : "";
    String alternative =
        Arrays.stream(parts)
            .map(String::strip)
            .filter(part -> part.startsWith("alt="))
            .map(part -> part.substring(4))
            .findFirst()
            .orElse("");
    boolean says = !last.isEmpty() && !OPTION.matcher(last).matches() && !last.startsWith("alt=");
    return says ? "<div>" + last + "</div>" : alternative;
  }

  private static String link(String address, String label) {
    String shown = label == null || label.isBlank() ? address : label.strip();
    return "<a href=\"%s\">%s</a>".formatted(address.replace("\"", "%22"), shown);
  }
}
