package dev.gill.parse.markdown;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shortcodes and tags of templates, as Hugo, Jekyll and GitBook have them. */
final class MarkdownShortcodes {
  private static final String ONE =
      "(?:\\{\\{[<%#](?:(?!}}).){0,2000}}}|\\{%(?:(?!%}).){0,2000}%}|\\{#(?:(?!#}).){0,2000}#})";
  private static final Pattern LINE = Pattern.compile("(?:" + ONE + "\\s*)+");

  /** One anywhere in a line. */
  static final Pattern ANYWHERE = Pattern.compile(ONE);

  private static final Pattern NAME =
      Pattern.compile("\\{[{%#]+[<%#]?-?\\s*(/|end)?\\s*([\\w./-]+)(.*)", Pattern.DOTALL);
  private static final Pattern TEXT =
      Pattern.compile(
          "\\b(?:text|title|content|caption|alt|name|header|label|summary|tabName)\\s*=\\s*"
              + "(?:\"([^\"]*)\"|'([^']*)')");
  private static final Pattern QUOTED = Pattern.compile("^\\s*(?:\"([^\"]*)\"|'([^']*)')");
  private static final Set<String> CODE = Set.of("highlight", "codeblock", "code");
  private static final Set<String> SNIPPETS =
      Set.of("include", "snippet", "readfile", "embed", "youtube", "vimeo", "gist", "video");

  private MarkdownShortcodes() {}

  /** What a line marks that consists of nothing else. */
  static Optional<MarkdownMarks.Found> of(String line) {
    Matcher name = NAME.matcher(line);
    if (!LINE.matcher(line).matches() || !name.matches()) {
      return LINE.matcher(line).matches()
          ? MarkdownMarks.Found.line(MarkdownMark.Kind.SETTING, "", "")
          : Optional.empty();
    }
    String what = name.group(2).toLowerCase(Locale.ROOT);
    if (name.group(1) != null) {
      return MarkdownMarks.Found.line(MarkdownMark.Kind.CLOSE, what, "");
    }
    if (what.equals("comment")) {
      return MarkdownMarks.Found.until(MarkdownMark.Kind.COMMENT, "", end(what));
    }
    if (CODE.contains(what)) {
      String language = name.group(3).strip().split("[\\s%>-]", 2)[0].replaceAll("[\"']", "");
      return MarkdownMarks.Found.until(MarkdownMark.Kind.CODE, language, end(what));
    }
    if (what.equals("toc")) {
      return MarkdownMarks.Found.line(MarkdownMark.Kind.CONTENTS, "", "");
    }
    String title = shown(name.group(3));
    if (title.isEmpty() && MarkdownPartNames.isPanel(what)) {
      Matcher quoted = QUOTED.matcher(name.group(3));
      title = quoted.find() ? group(quoted) : "";
    }
    boolean snippet = title.isEmpty() && SNIPPETS.contains(what);
    boolean opens = MarkdownPartNames.isPanel(what) || MarkdownPartNames.isBox(what);
    return MarkdownMarks.Found.line(
        snippet
            ? MarkdownMark.Kind.SNIPPET
            : opens
                ? MarkdownMark.Kind.OPEN
                : title.isEmpty() ? MarkdownMark.Kind.SETTING : MarkdownMark.Kind.TEXT,
        what,
        title);
  }

  /** The words that one shows to a reader; empty if it shows none. */
  static String shown(String shortcode) {
    Matcher text = TEXT.matcher(shortcode);
    return text.find() ? group(text) : "";
  }

  private static String group(Matcher matcher) {
    return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
  }

  private static Pattern end(String name) {
    return Pattern.compile("\\{[{%]+[<%]?-?\\s*(?:/|end)\\s*" + name + "\\b");
  }
}
