package dev.gill.parse.markdown;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Parts whose body is indented: the boxes and tabs of MkDocs, definition lists and footnotes.
 *
 * @see <a href="https://python-markdown.github.io/extensions/admonition/">Python-Markdown</a>
 */
final class MarkdownPartParser extends AbstractBlockParser {
  private static final int INDENT = 4;
  private static final Pattern BOX =
      Pattern.compile("(!!!|\\?\\?\\?\\+?)\\s*([\\w -]*?)\\s*(?:([\"'])(.*)\\3)?\\s*");
  private static final Pattern TAB = Pattern.compile("===[+!]{0,2}\\s+([\"'])(.*)\\1\\s*");
  private static final Pattern NOTE = Pattern.compile("\\[\\^([^\\]\\s]{1,80})]:[ \\t]*");
  private static final Pattern DEFINITION = Pattern.compile(":[ \\t]+(?=\\S)");

  private final MarkdownPart part;
  private final int indent;

  private MarkdownPartParser(MarkdownPart.Kind kind, String title, int indent) {
    this.part = new MarkdownPart(kind, title);
    this.indent = indent;
  }

  /** Where such a part begins. */
  static BlockParserFactory factory() {
    return MarkdownPartParser::start;
  }

  private static BlockStart start(ParserState state, MatchedBlockParser matched) {
    if (state.getIndent() >= INDENT || state.isBlank()) {
      return BlockStart.none();
    }
    int at = state.getNextNonSpaceIndex();
    CharSequence whole = state.getLine().getContent();
    String line = whole.subSequence(at, whole.length()).toString();
    return switch (line.charAt(0)) {
      case '!', '?' -> box(BOX.matcher(line), whole.length());
      case '=' -> tab(TAB.matcher(line), whole.length());
      case '[' ->
          isNote(matched)
              ? BlockStart.none()
              : inner(NOTE.matcher(line), MarkdownPart.Kind.NOTE, at, 2);
      case ':' -> definition(DEFINITION.matcher(line), at, matched);
      default -> BlockStart.none();
    };
  }

  private static boolean isNote(MatchedBlockParser matched) {
    return matched.getMatchedBlockParser().getBlock() instanceof MarkdownPart part
        && part.kind() == MarkdownPart.Kind.NOTE;
  }

  private static BlockStart box(Matcher box, int end) {
    if (!box.matches()) {
      return BlockStart.none();
    }
    String kind = box.group(2).strip().split(" ")[0];
    String title = box.group(4);
    boolean folded = box.group(1).startsWith("?");
    if (title == null && !kind.isEmpty()) {
      title = titled(kind) + (folded ? "" : ":");
    }
    boolean panel = folded || (title != null && title.endsWith("?"));
    return at(
        panel ? MarkdownPart.Kind.PANEL : MarkdownPart.Kind.BOX,
        title == null ? "" : title.replace("\\\"", "\""),
        end,
        INDENT);
  }

  /** A kind of box, as its title when it has none of its own. */
  static String titled(String kind) {
    String words = kind.replace('-', ' ').replace('_', ' ');
    return words.isEmpty()
        ? ""
        : words.substring(0, 1).toUpperCase(Locale.ROOT)
            + words.substring(1).toLowerCase(Locale.ROOT);
  }

  private static BlockStart tab(Matcher tab, int end) {
    return tab.matches()
        ? at(MarkdownPart.Kind.PANEL, tab.group(2), end, INDENT)
        : BlockStart.none();
  }

  private static BlockStart definition(Matcher mark, int at, MatchedBlockParser matched) {
    Block before = matched.getMatchedBlockParser().getBlock();
    boolean follows =
        before instanceof Paragraph
            || before.getLastChild() instanceof Paragraph
            || before.getLastChild() instanceof HtmlBlock
            || (before.getLastChild() instanceof MarkdownPart part
                && part.kind() == MarkdownPart.Kind.DEFINITION);
    return follows ? inner(mark, MarkdownPart.Kind.DEFINITION, at, INDENT) : BlockStart.none();
  }

  private static BlockStart inner(Matcher mark, MarkdownPart.Kind kind, int at, int indent) {
    if (!mark.lookingAt()) {
      return BlockStart.none();
    }
    String title = kind == MarkdownPart.Kind.NOTE ? mark.group(1) : "";
    return at(kind, title, at + mark.end(), Math.min(indent, mark.end()));
  }

  private static BlockStart at(MarkdownPart.Kind kind, String title, int index, int indent) {
    return BlockStart.of(new MarkdownPartParser(kind, title, indent)).atIndex(index);
  }

  @Override
  public boolean isContainer() {
    return true;
  }

  @Override
  public boolean canContain(Block child) {
    return true;
  }

  @Override
  public Block getBlock() {
    return part;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    if (state.isBlank()) {
      return BlockContinue.atIndex(state.getNextNonSpaceIndex());
    }
    return state.getIndent() >= indent
        ? BlockContinue.atColumn(state.getColumn() + indent)
        : BlockContinue.none();
  }
}
