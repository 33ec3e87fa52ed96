package dev.gill.parse.rst;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What begins with two dots in reStructuredText: directives, and much that no reader sees. */
final class RstDirectives {
  private static final Pattern DIRECTIVE =
      Pattern.compile("^\\s*\\.\\. (?<defines>\\|[^|]+\\| )?([\\w:.+-]+?)::(?:\\s+(.*))?$");
  private static final Pattern FOOTNOTE = Pattern.compile("^\\s*\\.\\. (\\[[^\\]]+])\\s+(.*)$");
  private static final Pattern TARGET = Pattern.compile("^\\s*(?:\\.\\. _.*|__ .*)$");
  private final CanonicalText text;
  private final RstBlocks blocks;
  private final RstInline inline;

  RstDirectives(CanonicalText text, RstBlocks blocks, RstInline inline) {
    this.text = text;
    this.blocks = blocks;
    this.inline = inline;
  }

  /** Writes the directive whose first line is that; its body ends before that. */
  void write(int i, int end, int depth) {
    Matcher directive = DIRECTIVE.matcher(blocks.line(i));
    Matcher footnote = FOOTNOTE.matcher(blocks.line(i));
    if (footnote.matches()) {
      text.line(i + 1);
      labelled(inline.label(footnote.group(1)) + " " + footnote.group(2), i, i + 1, end, depth);
    } else if (directive.matches() && directive.group("defines") == null) {
      String argument = directive.group(3) == null ? "" : directive.group(3).strip();
      directive(directive.group(2), argument, i, end, depth);
    } else if (!directive.matches()
        && !TARGET.matcher(blocks.line(i)).matches()
        && !(end == i + 1 && blocks.line(i).strip().equals(".."))) {
      text.leftOut(LeftOut.Kind.COMMENT);
    }
  }

  private void directive(String name, String argument, int i, int end, int depth) {
    boolean described = !argument.isEmpty() && RstNames.isDescription(name);
    RstHead head = RstHead.read(blocks, i, end, described);
    Map<String, String> options = head.options();
    int body = head.body();
    if (name.equals("highlight")) {
      blocks.highlight(argument);
    }
    if (RstNames.UNSEEN.contains(name)) {
      return;
    }
    text.line(i + 1);
    if (RstNames.CODE.contains(name)) {
      blocks.code(argument.split("\\s", 2)[0], body, end);
    } else if (RstNames.VERBATIM.contains(name)) {
      text.paragraph(Inline.of(argument).line(i + 1));
      blocks.code("", body, end);
    } else if (RstNames.DRAWN.contains(name)) {
      text.leftOut(LeftOut.Kind.OBJECT);
      text.paragraph(inline.of(options.getOrDefault("alt", ""), i + 1));
      text.paragraph(inline.of(options.getOrDefault("caption", ""), i + 1));
    } else if (name.equals("contents") || name.equals("toctree")) {
      text.contents();
    } else if (RstNames.ELSEWHERE.contains(name)
        || name.equals("csv-table") && options.containsKey("file")) {
      text.leftOut(LeftOut.Kind.OBJECT);
    } else if (name.equals("only") && !applies(argument)) {
      text.leftOut(LeftOut.Kind.CONDITION);
    } else if (name.equals("list-table") || name.equals("csv-table")) {
      text.paragraph(inline.of(argument, i + 1));
      table(name, options, body, end);
    } else if (name.equals("glossary")) {
      blocks.glossary(body, end, depth + 1);
    } else if (name.equals("autosummary")) {
      text.leftOut(LeftOut.Kind.OBJECT);
      summarised(body, end);
    } else if (described) {
      described(name, argument, head, i);
      blocks.write(body, end, 0, depth + 1);
    } else {
      rest(name, argument, options, i, body, end, depth);
    }
  }

  /** The names of what a table describes from the sources of a program. */
  private void summarised(int body, int end) {
    text.apart();
    for (int i = body; i < end; i++) {
      if (!blocks.line(i).isBlank()) {
        text.line(i + 1);
        text.item(0, "-", inline.of(blocks.line(i).strip().replaceFirst("^~", ""), i + 1));
      }
    }
  }

  private void described(String name, String argument, RstHead head, int i) {
    if (name.startsWith("auto")) {
      text.leftOut(LeftOut.Kind.OBJECT);
    }
    List<String> signatures = head.signatures(argument);
    for (String signature : signatures.subList(0, signatures.size() - 1)) {
      text.paragraph(inline.of(signature, i + 1));
    }
    text.paragraph(inline.of(signatures.getLast() + head.facts(), i + 1));
  }

  private void table(String name, Map<String, String> options, int body, int end) {
    if (name.equals("csv-table")) {
      List<String> lines = new ArrayList<>();
      for (int k = body; k < end; k++) {
        lines.add(blocks.line(k));
      }
      new RstCsvTable(text, inline).write(options, lines, body + 1);
      return;
    }
    String rows = options.getOrDefault("header-rows", "0");
    int headings = rows.matches("\\d{1,4}") ? Integer.parseInt(rows) : 0;
    new RstListTable(text, blocks, inline).write(body, end, headings);
  }

  private void rest(
      String name,
      String argument,
      Map<String, String> options,
      int i,
      int body,
      int end,
      int depth) {
    boolean picture = name.equals("image") || name.equals("figure");
    if (picture && options.getOrDefault("alt", "").isBlank()) {
      text.leftOut(LeftOut.Kind.PICTURE);
    }
    if (RstNames.ADMONITIONS.contains(name)) {
      String label = RstHead.titled(name) + ": ";
      labelled(label + argument, i, body, end, depth);
      return;
    }
    String words =
        switch (name) {
          case "image", "figure" -> options.getOrDefault("alt", "");
          case "only", "ifconfig", "container", "class", "rst-class", "cssclass" -> "";
          case "versionadded" -> "Added in " + argument;
          case "versionchanged" -> "Changed in " + argument;
          case "deprecated" -> "Deprecated since " + argument;
          case "versionremoved" -> "Removed in " + argument;
          default -> argument;
        };
    if (RstNames.isVersion(name) && body < end && argument.matches("\\S+")) {
      labelled(words + ": ", i, body, end, depth);
    } else {
      text.paragraph(inline.of(words, i + 1));
      blocks.write(body, end, 0, depth + 1);
    }
  }

  /** Words that the first paragraph of the body goes on with. */
  private void labelled(String words, int i, int body, int end, int depth) {
    StringBuilder whole = new StringBuilder(words);
    boolean bare = words.strip().endsWith(":");
    int next = body;
    while (bare && next < end && blocks.line(next).isBlank()) {
      next++;
    }
    int from = next;
    while (next < end
        && !blocks.line(next).isBlank()
        && blocks.isProse(next)
        && (next == from || blocks.indent(next) == blocks.indent(from))) {
      whole.append('\n').append(blocks.line(next++).strip());
    }
    boolean literal = whole.toString().endsWith("::");
    text.paragraph(inline.of(literal ? words.strip() : whole.toString(), i + 1));
    blocks.write(literal ? from : next, end, 0, depth + 1);
  }

  /** What is only for the web page applies; other forms and tags that nobody set do not. */
  private static boolean applies(String condition) {
    boolean any = false;
    for (String alternative : condition.split("\\bor\\b")) {
      boolean all = true;
      for (String part : alternative.split("\\band\\b")) {
        String tag = part.replaceAll("[()]", " ").strip();
        boolean not = tag.startsWith("not ");
        all &= tag.replaceFirst("^not ", "").strip().equals("html") != not;
      }
      any |= all;
    }
    return any;
  }
}
