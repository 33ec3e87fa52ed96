package dev.gill.parse.markdown;

import dev.gill.parse.canonical.InlineMarkup;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** The tags of components, as MDX has them, and of HTML that holds Markdown. */
final class MarkdownTags {
  private static final String ATTRIBUTES =
      "(?:[^<>\"'{}]|\"[^\"]*\"|'[^']*'|\\{(?:[^{}]|\\{[^{}]*})*}|=>)*+";
  private static final Pattern LINE =
      Pattern.compile("(?:</?(?:[A-Z][\\w.]*\\b" + ATTRIBUTES + ")?>\\s*)+");
  private static final Pattern BEGUN = Pattern.compile("<[A-Z][\\w.]*(?:\\s+[\\w:.-]+=[^<>]*)?");
  private static final Pattern END = Pattern.compile(">\\s*$");

  /** One tag that can hold blocks: its slash, its name, its attributes, its last slash. */
  static final Pattern STRUCTURE =
      Pattern.compile(
          "<(/?)([A-Z][\\w.]*|details|div|section|center|summary)\\b(" + ATTRIBUTES + ")>");

  private static final Pattern CHOICE = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern LABEL = property("label");
  private static final Pattern VALUE = property("value");

  private static final Pattern TITLE =
      Pattern.compile(
          "\\b(?:label|title|header|heading|summary|alt)\\s*=\\s*"
              + "(?:\\{?\\s*\"([^\"]*)\"|\\{?\\s*'([^']*)'|\\{\\s*`([^`]*)`)");

  private MarkdownTags() {}

  /** What a line marks that holds nothing but tags of components, or begins one. */
  static Optional<MarkdownMarks.Found> of(String line) {
    if (LINE.matcher(line).matches()) {
      return MarkdownMarks.Found.line(MarkdownMark.Kind.TAGS, "", "");
    }
    return BEGUN.matcher(line).matches()
        ? MarkdownMarks.Found.until(MarkdownMark.Kind.TAGS, "", END)
        : Optional.empty();
  }

  /** What an attribute says about a tag's content; empty if none does. */
  static String title(String attributes) {
    Matcher title = TITLE.matcher(attributes);
    return title.find()
        ? Parser.unescapeEntities(InlineMarkup.firstGroup(title.toMatchResult()), true).strip()
        : "";
  }

  private static Pattern property(String name) {
    return Pattern.compile("\\b" + name + "\\s*[=:]\\s*[\"']([^\"']*)[\"']");
  }

  /** What a set of tabs calls those that name only their values, by value. */
  static Map<String, String> labels(String attributes) {
    Map<String, String> labels = new HashMap<>();
    Matcher choice = CHOICE.matcher(attributes);
    while (choice.find()) {
      String label = first(LABEL, choice.group(1));
      if (!label.isEmpty()) {
        labels.put(value(choice.group(1)), label);
      }
    }
    return labels;
  }

  /** The value by which a set of tabs knows one of them. */
  static String value(String attributes) {
    return first(VALUE, attributes);
  }

  private static String first(Pattern property, String attributes) {
    Matcher found = property.matcher(attributes);
    return found.find() ? found.group(1).strip() : "";
  }

  /** Whether each of the tags that can hold blocks is closed where it is opened. */
  static boolean areBalanced(String html) {
    int open = 0;
    Matcher tag = STRUCTURE.matcher(html);
    while (tag.find()) {
      if (!tag.group(3).endsWith("/")) {
        open += tag.group(1).isEmpty() ? 1 : -1;
      }
      if (open < 0) {
        return false;
      }
    }
    return open == 0;
  }
}
