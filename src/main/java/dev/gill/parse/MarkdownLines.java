package dev.gill.parse;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;

/** Turns the inline content of a Markdown block into one line of text. */
final class MarkdownLines {
  private static final Pattern SHORTCODE =
      Pattern.compile(
          "^[\\s>]*(?:\\{\\{[<%#].*}}|\\{%.*%}|\\{:.*}|:{3,}\\s*[\\w-]*|<!--.*-->)\\s*$");
  private static final Pattern HEADING_ID = Pattern.compile("\\s*\\{#[^{}]*}$|\\s+#+$");
  private static final Pattern ALERT =
      Pattern.compile("^[\\s>]*\\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)]\\s*$");

  private static final Pattern ALT =
      Pattern.compile("\\balt\\s*=\\s*([\"'])(.*?)\\1", Pattern.DOTALL);

  private final List<String> source;

  MarkdownLines(List<String> source) {
    this.source = source;
  }

  /** The line on which a node begins, from 1; 0 if it has none. */
  static int firstLine(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return spans.isEmpty() ? 0 : spans.getFirst().getLineIndex() + 1;
  }

  Inline heading(Node heading) {
    Inline line = of(heading);
    Matcher id = HEADING_ID.matcher(line.toString());
    if (id.find() && id.start() > 0) {
      line.cutTo(id.start());
    }
    return line;
  }

  Inline of(Node block) {
    Writer writer = new Writer(new Inline());
    writer.children(block);
    return writer.line;
  }

  private boolean isShortcode(int lineNumber) {
    if (lineNumber == 0 || lineNumber > source.size()) {
      return false;
    }
    String line = source.get(lineNumber - 1);
    return (line.indexOf('{') >= 0 || line.indexOf(':') >= 0) && SHORTCODE.matcher(line).matches();
  }

  private final class Writer {
    private final Inline line;
    private String silentUntil = "";

    Writer(Inline line) {
      this.line = line;
    }

    void children(Node parent) {
      for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
        inline(node);
      }
    }

    private void inline(Node node) {
      switch (node) {
        case Text literal -> literal(literal);
        case Code code -> code(code);
        case HtmlInline html -> tag(html.getLiteral());
        case SoftLineBreak _ -> line.softBreak();
        case HardLineBreak _ -> line.space();
        default -> children(node);
      }
    }

    private void literal(Text literal) {
      int number = firstLine(literal);
      if (!silentUntil.isEmpty() || isShortcode(number)) {
        return;
      }
      line.line(number);
      Matcher alert = ALERT.matcher(literal.getLiteral());
      if (line.isEmpty() && alert.matches()) {
        String kind = alert.group(1);
        line.text(kind.charAt(0) + kind.substring(1).toLowerCase(java.util.Locale.ROOT) + ":");
        return;
      }
      line.text(literal.getLiteral());
    }

    private void code(Code code) {
      if (!silentUntil.isEmpty()) {
        return;
      }
      List<SourceSpan> spans = code.getSourceSpans();
      line.line(firstLine(code));
      if (spans.size() < 2) {
        line.text(code.getLiteral());
        return;
      }
      int[] at = new int[] {0};
      for (SourceSpan span : spans) {
        line.line(span.getLineIndex() + 1);
        String raw = sourceOf(span).replaceAll("^`+|`+$", "").strip();
        int found = code.getLiteral().indexOf(raw, at[0]);
        int end = found < 0 ? at[0] : found + raw.length();
        line.text(code.getLiteral().substring(at[0], end));
        at[0] = end;
      }
      line.text(code.getLiteral().substring(at[0]));
    }

    private String sourceOf(SourceSpan span) {
      String whole = source.get(span.getLineIndex());
      int from = Math.min(span.getColumnIndex(), whole.length());
      return whole.substring(from, Math.min(from + span.getLength(), whole.length()));
    }

    private void tag(String tag) {
      String name =
          tag.replaceFirst("^</?\\s*", "")
              .split("[\\s/>]", 2)[0]
              .toLowerCase(java.util.Locale.ROOT);
      boolean closing = tag.startsWith("</");
      if (name.equals("img") && silentUntil.isEmpty()) {
        Matcher alt = ALT.matcher(tag);
        line.text(alt.find() ? Parser.unescapeEntities(alt.group(2), true) : "");
      } else if (closing && name.equals(silentUntil)) {
        silentUntil = "";
      } else if (!closing
          && !tag.endsWith("/>")
          && (name.equals("script") || name.equals("style"))) {
        silentUntil = name;
      } else if (name.equals("br") || (Tag.isKnownTag(name) && Tag.valueOf(name).isBlock())) {
        line.space();
      }
    }
  }
}
