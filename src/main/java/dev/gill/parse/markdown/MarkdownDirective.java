package dev.gill.parse.markdown;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.rst.RstBlocks;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A directive of MyST, which is written like a block of code.
 *
 * @param name in lower case
 * @param firstLine the line of the original on which the body begins
 */
record MarkdownDirective(String name, String argument, List<String> body, int firstLine) {
  /** Reads lines as Markdown. */
  interface Part {
    void read(List<String> lines, int firstLine);
  }

  private static final Pattern INFO = Pattern.compile("\\{([^}\\s]*)}?\\s*(.*)");
  private static final Pattern OPTION = Pattern.compile(":[\\w-]+:.*");
  private static final Set<String> CODE =
      Set.of(
          "code",
          "code-block",
          "code-cell",
          "sourcecode",
          "literalinclude",
          "mermaid",
          "math",
          "parsed-literal",
          "eval-rst",
          "raw",
          "ipython",
          "prompt",
          "program-output");
  private static final Set<String> PICTURES = Set.of("figure", "image");

  static MarkdownDirective of(String info, List<String> lines, int firstLine) {
    Matcher matcher = INFO.matcher(info);
    String name = matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    int from = 0;
    if (!lines.isEmpty() && lines.getFirst().strip().equals("---")) {
      from = 1 + Math.max(0, lines.subList(1, lines.size()).indexOf("---") + 1);
    }
    while (from < lines.size() && OPTION.matcher(lines.get(from)).matches()) {
      from++;
    }
    return new MarkdownDirective(
        name,
        matcher.matches() ? matcher.group(2).strip() : "",
        lines.subList(from, lines.size()),
        firstLine + from);
  }

  void write(CanonicalText text, MarkdownParts parts, Part part) {
    if (name.equals("toctree") || name.equals("contents")) {
      text.contents();
    } else if (name.equals("eval-rst")) {
      new RstBlocks(text, body).write();
    } else if (name.isEmpty() || CODE.contains(name) || !Character.isLetter(name.charAt(0))) {
      text.code(language(), body, firstLine);
    } else {
      parts.open(":" + name, title(), Inline.of(title()));
      if (PICTURES.contains(name) && body.stream().allMatch(String::isBlank)) {
        text.leftOut(LeftOut.Kind.PICTURE);
      }
      part.read(body, firstLine);
      parts.close(":");
    }
  }

  private String title() {
    return PICTURES.contains(name) || name.equals("include") ? "" : argument;
  }

  private String language() {
    boolean named = name.startsWith("code") || name.equals("sourcecode");
    return named ? argument.split("\\s", 2)[0] : name.equals("mermaid") ? name : "";
  }
}
