package dev.gill.parse.asciidoc;

import dev.gill.parse.canonical.Inline;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a cell of an AsciiDoc table says, which can hold blocks of its own. */
final class AsciiDocCell {
  private static final Pattern FRAME =
      Pattern.compile("^(?:-{4,}|\\.{4,}|={4,}|\\*{4,}|_{4,}|--|`{3,}[\\w+#-]*|\\+)\\s*$");
  private static final Pattern STYLE =
      Pattern.compile("^\\[(?:,|source|listing|%|#|\\.|\\[|cols|NOTE|TIP|WARNING).*]\\s*$");
  private static final Pattern LABEL =
      Pattern.compile("^\\[(NOTE|TIP|IMPORTANT|WARNING|CAUTION)]\\s*$");
  private static final Pattern ITEM = Pattern.compile("^\\s*(?:\\*{1,5}|-|\\.{1,5})\\s+(\\S.*)$");

  private AsciiDocCell() {}

  /** Its words without the marks of blocks; lines of lists and code stay apart. */
  static Inline content(AsciiDocInline inline, String written, int firstLine) {
    Inline content = new Inline();
    StringBuilder prose = new StringBuilder();
    String[] lines = written.split("\n", -1);
    boolean verbatim = false;
    int proseLine = firstLine;
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      boolean frame = i > 0 && FRAME.matcher(line).matches();
      boolean above = i > 0 || lines.length > 1 && FRAME.matcher(lines[1].strip()).matches();
      boolean style = above && !verbatim && STYLE.matcher(line).matches();
      Matcher item = ITEM.matcher(line);
      boolean list = i > 0 || lines.length > 1 && ITEM.matcher(lines[1]).matches();
      boolean own = list && !verbatim && item.matches();
      boolean hard = line.endsWith(" +");
      if (frame || style || own || verbatim || line.isEmpty()) {
        end(content, inline, prose, proseLine);
        proseLine = firstLine + i;
      }
      if (frame) {
        content.lineBreak();
        verbatim ^= line.startsWith("----") || line.startsWith("....") || line.startsWith("```");
      } else if (style) {
        Matcher label = LABEL.matcher(line);
        prose.append(label.matches() ? label.group(1) + ": " : "");
      } else if (verbatim) {
        content.softBreak().line(firstLine + i).text(line);
      } else {
        String words = own ? item.group(1) : line;
        prose.append(hard ? words.substring(0, words.length() - 2) : words).append('\n');
        if (hard) {
          end(content, inline, prose, proseLine);
          proseLine = firstLine + i + 1;
        }
      }
    }
    end(content, inline, prose, proseLine);
    return content;
  }

  private static void end(
      Inline content, AsciiDocInline inline, StringBuilder prose, int firstLine) {
    if (!prose.toString().isBlank()) {
      content.append(inline.of(prose.toString().stripTrailing(), firstLine)).lineBreak();
    }
    prose.setLength(0);
  }
}
