package dev.gill.parse.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Block;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** Lines that the dialects of Markdown add to mark something, and the lines they reach over. */
final class MarkdownMarkParser extends AbstractBlockParser {
  private static final int INDENT = 4;
  private static final int MOST_LINES = 2000;

  private final MarkdownMarks.Found found;
  private final List<String> lines = new ArrayList<>();
  private boolean ended;

  private MarkdownMarkParser(MarkdownMarks.Found found) {
    this.found = found;
  }

  /** Where such lines begin. */
  static BlockParserFactory factory() {
    return MarkdownMarkParser::start;
  }

  private static BlockStart start(ParserState state, MatchedBlockParser matched) {
    if (state.getIndent() >= INDENT || state.isBlank()) {
      return BlockStart.none();
    }
    CharSequence whole = state.getLine().getContent();
    String line = whole.subSequence(state.getNextNonSpaceIndex(), whole.length()).toString();
    Optional<MarkdownMarks.Found> found = MarkdownMarks.of(line.strip(), before(matched));
    return found
        .map(
            mark ->
                BlockStart.of(new MarkdownMarkParser(mark)).atIndex(state.getNextNonSpaceIndex()))
        .orElseGet(BlockStart::none);
  }

  private static MarkdownMarks.Before before(MatchedBlockParser matched) {
    if (matched.getMatchedBlockParser().getBlock() instanceof Paragraph) {
      return MarkdownMarks.Before.PARAGRAPH;
    }
    return matched.getMatchedBlockParser().getBlock().getLastChild() instanceof MarkdownMark
        ? MarkdownMarks.Before.MARK
        : MarkdownMarks.Before.OTHER;
  }

  @Override
  public Block getBlock() {
    return found.mark();
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    if (found.mark().name().equals(MarkdownMarks.INDENTED)) {
      return state.getIndent() >= INDENT || state.isBlank()
          ? BlockContinue.atIndex(state.getIndex())
          : BlockContinue.none();
    }
    return ended ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
  }

  @Override
  public void addLine(SourceLine line) {
    lines.add(line.getContent().toString());
    ended = lines.size() >= MOST_LINES || found.ends().test(line.getContent().toString());
  }

  @Override
  public void closeBlock() {
    found.mark().setLiteral(String.join("\n", lines));
  }
}
