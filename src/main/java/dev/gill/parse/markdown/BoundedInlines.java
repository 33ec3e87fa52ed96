package dev.gill.parse.markdown;

import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/**
 * The inline parser of CommonMark for texts that people write. It looks for the other half of a
 * mark up to the paragraph's end, and again for the next one, so a paragraph of megabytes would
 * take hours: such a one is taken as it stands.
 */
final class BoundedInlines implements InlineParser {
  private static final int LONGEST = 16_000;

  private final InlineParser parser;

  BoundedInlines(InlineParserContext context) {
    this.parser = new InlineParserImpl(context);
  }

  @Override
  public void parse(SourceLines lines, Node block) {
    int length = lines.getLines().stream().mapToInt(line -> line.getContent().length()).sum();
    if (length <= LONGEST) {
      parser.parse(lines, block);
      return;
    }
    for (SourceLine line : lines.getLines()) {
      if (block.getFirstChild() != null) {
        block.appendChild(new SoftLineBreak());
      }
      Text text = new Text(line.getContent().toString());
      text.addSourceSpan(line.getSourceSpan());
      block.appendChild(text);
    }
  }
}
