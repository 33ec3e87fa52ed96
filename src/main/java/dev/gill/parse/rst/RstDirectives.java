package dev.gill.parse.rst;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.PictureWords;
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
  private final RstLines lines;
  private final RstParagraphs paragraphs;
  private final RstInline inline;

  RstDirectives(
      CanonicalText text,
      RstBlocks blocks,
      RstLines lines,
      RstParagraphs paragraphs,
      RstInline inline) {
    this.text = text;
    this.blocks = blocks;
    this.lines = lines;
    this.paragraphs = paragraphs;
    this.inline = inline;
  }

  /** Writes the directive whose first line is that; its body ends before that. */
  void write(int i, int end, int depth) {
    Matcher directive = DIRECTIVE.matcher(lines.at(i));
    Matcher footnote = FOOTNOTE.matcher(lines.at(i));
    if (footnote.matches()) {
      text.line(i + 1);
      paragraphs.labelled(
          inline.label(footnote.group(1)) + " " + footnote.group(2), i, i + 1, end, depth);
    } else if (directive.matches() && directive.group("defines") == null) {
      String argument = directive.group(3) == null ? "" : directive.group(3).strip();
      directive(directive.group(2), argument, i, end, depth);
    } else if (!directive.matches()
        && !TARGET.matcher(lines.at(i)).matches()
        && !(end == i + 1 && lines.at(i).strip().equals(".."))) {
      text.leftOut(LeftOut.Kind.COMMENT);
    }
  }

  private void directive(String name, String argument, int i, int end, int depth) {
    boolean described = !argument.isEmpty() && RstNames.isDescription(name);
    RstHead head = RstHead.read(lines, i, end, described);
    RstDirective directive = new RstDirective(name, argument, head, described, i, end, depth);
    if (name.equals("highlight")) {
      blocks.highlight(argument);
    }
    if (RstNames.UNSEEN.contains(name)) {
      return;
    }
    text.line(i + 1);
    if (!isVerbatim(directive) && !isLeftOut(directive)) {
      content(directive);
    }
  }

  /** Whether its body is code, which is written then. */
  private boolean isVerbatim(RstDirective directive) {
    if (RstNames.CODE.contains(directive.name())) {
      text.paragraph(inline.of(directive.option("caption"), directive.line() + 1));
      blocks.code(directive.argument().split("\\s", 2)[0], directive.body(), directive.end());
      return true;
    }
    if (RstNames.VERBATIM.contains(directive.name())) {
      text.paragraph(Inline.of(directive.argument()).line(directive.line() + 1));
      blocks.code("", directive.body(), directive.end());
      return true;
    }
    return false;
  }

  /** Whether its body is not read, which is counted then. */
  private boolean isLeftOut(RstDirective directive) {
    String name = directive.name();
    if (RstNames.DRAWN.contains(name)) {
      text.leftOut(LeftOut.Kind.OBJECT);
      text.paragraph(inline.of(directive.option("alt"), directive.line() + 1));
      text.paragraph(inline.of(directive.option("caption"), directive.line() + 1));
    } else if (name.equals("contents") || name.equals("toctree")) {
      text.contents();
    } else if (RstNames.ELSEWHERE.contains(name)
        || name.equals("csv-table") && directive.head().options().containsKey("file")) {
      text.leftOut(LeftOut.Kind.OBJECT);
    } else if (name.equals("only") && !RstNames.isShown(directive.argument())) {
      text.leftOut(LeftOut.Kind.CONDITION);
    } else {
      return false;
    }
    return true;
  }

  private void content(RstDirective directive) {
    String name = directive.name();
    int body = directive.body();
    int end = directive.end();
    if (name.equals("list-table") || name.equals("csv-table")) {
      text.paragraph(inline.of(directive.argument(), directive.line() + 1));
      table(name, directive.head().options(), body, end);
    } else if (name.equals("glossary")) {
      paragraphs.glossary(body, end, directive.depth() + 1);
    } else if (name.equals("autosummary")) {
      text.leftOut(LeftOut.Kind.OBJECT);
      summarised(body, end);
    } else if (directive.described()) {
      described(name, directive.argument(), directive.head(), directive.line());
      blocks.write(body, end, 0, directive.depth() + 1);
    } else {
      rest(directive);
    }
  }

  /** The names of what a table describes from the sources of a program. */
  private void summarised(int body, int end) {
    text.apart();
    for (int i = body; i < end; i++) {
      if (!lines.at(i).isBlank()) {
        text.line(i + 1);
        text.item(0, "-", inline.of(lines.at(i).strip().replaceFirst("^~", ""), i + 1));
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
      List<String> rows = lines.all().subList(body, end);
      new RstCsvTable(text, inline).write(options, rows, body + 1);
      return;
    }
    String named = options.getOrDefault("header-rows", "0");
    int headings = named.matches("\\d{1,4}") ? Integer.parseInt(named) : 0;
    new RstListTable(text, lines, inline).write(body, end, headings);
  }

  private void rest(RstDirective directive) {
    String name = directive.name();
    String argument = directive.argument();
    boolean picture = name.equals("image") || name.equals("figure");
    String shown = PictureWords.of(directive.option("alt"));
    if (picture && shown.isEmpty()) {
      text.leftOut(LeftOut.Kind.PICTURE);
    }
    if (RstNames.ADMONITIONS.contains(name)) {
      labelled(RstHead.titled(name) + ": " + argument, directive);
      return;
    }
    String words =
        switch (name) {
          case "image", "figure" -> shown;
          case "only", "ifconfig", "container", "class", "rst-class", "cssclass" -> "";
          case "versionadded" -> "Added in " + argument;
          case "versionchanged" -> "Changed in " + argument;
          case "deprecated" -> "Deprecated since " + argument;
          case "versionremoved" -> "Removed in " + argument;
          default -> argument;
        };
    boolean says = directive.body() < directive.end();
    if (RstNames.isVersion(name) && says && argument.matches("\\S+")) {
      labelled(words + ": ", directive);
    } else {
      text.paragraph(inline.of(words, directive.line() + 1));
      blocks.write(directive.body(), directive.end(), 0, directive.depth() + 1);
    }
  }

  private void labelled(String words, RstDirective directive) {
    paragraphs.labelled(
        words, directive.line(), directive.body(), directive.end(), directive.depth());
  }
}
