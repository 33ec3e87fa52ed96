package dev.gill.parse;

import java.util.List;
import java.util.Locale;
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

/** Writes the inline content of one Markdown block as one line. */
final class MarkdownWriter {
  private static final Pattern SHORTCODE =
      Pattern.compile(
          "^[\\s>]*(?:\\{\\{[<%#].*}}|\\{%.*%}|\\{:.*}|:{3,}\\s*[\\w-]*|<!--.*-->)\\s*$");
  private static final Pattern ALERT =
      Pattern.compile("^[\\s>]*\\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)]\\s*$");
  private static final Pattern ALT =
      Pattern.compile("\\balt\\s*=\\s*([\"'])(.*?)\\1", Pattern.DOTALL);

  private final List<String> source;
  private final Inline line = new Inline();
  private String silentUntil = "";

  MarkdownWriter(List<String> source) {
    this.source = source;
  }

  Inline write(Node block) {
    children(block);
    return line;
  }

  private void children(Node parent) {
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
    int number = MarkdownLines.firstLine(literal);
    if (!silentUntil.isEmpty() || isShortcode(number)) {
      return;
    }
    line.line(number);
    Matcher alert = ALERT.matcher(literal.getLiteral());
    if (line.isEmpty() && alert.matches()) {
      String kind = alert.group(1);
      line.text(kind.charAt(0) + kind.substring(1).toLowerCase(Locale.ROOT) + ":");
      return;
    }
    line.text(literal.getLiteral());
  }

  private void code(Code code) {
    if (!silentUntil.isEmpty()) {
      return;
    }
    List<SourceSpan> spans = code.getSourceSpans();
    line.line(MarkdownLines.firstLine(code));
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
    String name = tag.replaceFirst("^</?\\s*", "").split("[\\s/>]", 2)[0].toLowerCase(Locale.ROOT);
    boolean closing = tag.startsWith("</");
    if (name.equals("img") && silentUntil.isEmpty()) {
      Matcher alt = ALT.matcher(tag);
      line.text(alt.find() ? Parser.unescapeEntities(alt.group(2), true) : "");
    } else if (closing && name.equals(silentUntil)) {
      silentUntil = "";
    } else if (!closing && !tag.endsWith("/>") && (name.equals("script") || name.equals("style"))) {
      silentUntil = name;
    } else if (name.equals("br") || (Tag.isKnownTag(name) && Tag.valueOf(name).isBlock())) {
      line.space();
    }
  }

  private boolean isShortcode(int lineNumber) {
    if (lineNumber == 0 || lineNumber > source.size()) {
      return false;
    }
    String line = source.get(lineNumber - 1);
    return (line.indexOf('{') >= 0 || line.indexOf(':') >= 0) && SHORTCODE.matcher(line).matches();
  }
}
