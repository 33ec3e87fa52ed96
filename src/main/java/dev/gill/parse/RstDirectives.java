package dev.gill.parse;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What begins with two dots in reStructuredText: directives, and much that no reader sees. */
final class RstDirectives {
  private static final Pattern DIRECTIVE =
      Pattern.compile("^\\s*\\.\\. (?:\\|[^|]+\\| )?([\\w:.+-]+?)::(?:\\s+(.*))?$");
  private static final Pattern FOOTNOTE = Pattern.compile("^\\s*\\.\\. (\\[[^\\]]+])\\s+(.*)$");
  private static final Pattern OPTION = Pattern.compile("^\\s*:([\\w-]+):\\s*(.*)$");
  private static final Set<String> CODE =
      Set.of("code", "code-block", "sourcecode", "parsed-literal", "prompt", "console");
  private static final Set<String> UNSEEN =
      Set.of(
          "contents",
          "toctree",
          "include",
          "raw",
          "index",
          "meta",
          "highlight",
          "default-role",
          "currentmodule",
          "literalinclude",
          "sectnum",
          "replace",
          "role",
          "only",
          "tabularcolumns");

  private final CanonicalText text;
  private final RstBlocks blocks;

  RstDirectives(CanonicalText text, RstBlocks blocks) {
    this.text = text;
    this.blocks = blocks;
  }

  /** Writes the directive whose first line is that; its body ends before that. */
  void write(int i, int end, int depth) {
    Matcher directive = DIRECTIVE.matcher(blocks.line(i));
    Matcher footnote = FOOTNOTE.matcher(blocks.line(i));
    if (footnote.matches()) {
      text.line(i + 1);
      text.paragraph(RstInline.of(footnote.group(1) + " " + footnote.group(2), i + 1));
      blocks.write(i + 1, end, 0, depth + 1);
    } else if (directive.matches()) {
      String argument = directive.group(2) == null ? "" : directive.group(2).strip();
      directive(directive.group(1), argument, i, end, depth);
    }
  }

  private void directive(String name, String argument, int i, int end, int depth) {
    int body = i + 1;
    String alt = "";
    while (body < end && OPTION.matcher(blocks.line(body)).matches()) {
      Matcher option = OPTION.matcher(blocks.line(body));
      if (option.matches() && option.group(1).equals("alt")) {
        alt = option.group(2);
      }
      body++;
    }
    if (UNSEEN.contains(name)) {
      return;
    }
    text.line(i + 1);
    if (CODE.contains(name)) {
      blocks.code(argument.split("\\s", 2)[0], body, end);
    } else if (name.equals("list-table")) {
      text.paragraph(RstInline.of(argument, i + 1));
      new RstListTable(text, blocks).write(body, end);
    } else {
      text.paragraph(RstInline.of(label(name, argument, alt), i + 1));
      blocks.write(body, end, 0, depth + 1);
    }
  }

  private static String label(String name, String argument, String alt) {
    return switch (name) {
      case "image", "figure" -> alt;
      case "note",
          "warning",
          "tip",
          "important",
          "caution",
          "hint",
          "danger",
          "attention",
          "error",
          "seealso",
          "todo" ->
          (Character.toUpperCase(name.charAt(0)) + name.substring(1) + ": " + argument).strip();
      case "versionadded" -> "Added in " + argument;
      case "versionchanged" -> "Changed in " + argument;
      case "deprecated" -> "Deprecated since " + argument;
      default -> argument;
    };
  }
}
