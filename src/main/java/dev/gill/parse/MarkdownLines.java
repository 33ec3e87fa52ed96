package dev.gill.parse;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/** Turns the inline content of a Markdown block into one line of text. */
final class MarkdownLines {
  private static final Pattern HEADING_ID = Pattern.compile("\\s*\\{#[^{}]*}$|\\s+#+$");

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
    return new MarkdownWriter(source).write(block);
  }
}
