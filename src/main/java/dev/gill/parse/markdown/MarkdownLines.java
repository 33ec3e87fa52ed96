package dev.gill.parse.markdown;

import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.LeftOuts;
import dev.gill.parse.canonical.LinkTargets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** Turns the inline content of a Markdown block into one line of text. */
final class MarkdownLines {
  private static final Pattern HEADING_ID = Pattern.compile("\\s*\\{#[^{}]*}$|\\s+#+$");

  private final MarkdownSource source;
  private final LeftOuts leftOut;

  MarkdownLines(MarkdownSource source, LeftOuts leftOut) {
    this.source = source;
    this.leftOut = leftOut;
  }

  /** A heading, without its id and the targets of its links. */
  Inline heading(Node heading) {
    Inline line = new MarkdownWriter(source, leftOut).plain().write(heading);
    Matcher id = HEADING_ID.matcher(line.toString());
    if (id.find() && id.start() > 0) {
      line.cutTo(id.start());
    }
    return line;
  }

  /** Where the links of a heading lead, after their words; empty if nowhere. */
  Inline targets(Node heading) {
    Inline line = new Inline();
    for (Node node = heading.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Link link && !LinkTargets.shown(link.getDestination()).isEmpty()) {
        line.line(source.lineOf(heading)).space();
        line.append(new MarkdownWriter(source, leftOut).plain().write(link));
        line.target(link.getDestination());
      }
    }
    return line;
  }

  Inline of(Node block) {
    return new MarkdownWriter(source, leftOut).write(block);
  }
}
