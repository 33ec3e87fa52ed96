package dev.gill.parse.markdown;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Finds formulas between dollar signs, by Pandoc's rules for them. Only what holds a command of TeX
 * counts, as dollar signs mark money and variables too.
 */
final class MarkdownFormulaParser implements InlineContentParser {
  private static final Pattern COMMAND = Pattern.compile("\\\\[A-Za-z\\\\{}|,;:!]");
  private static final int LONGEST = 4000;

  /** Where such formulas begin. */
  static InlineContentParserFactory factory() {
    return new InlineContentParserFactory() {
      @Override
      public Set<Character> getTriggerCharacters() {
        return Set.of('$');
      }

      @Override
      public InlineContentParser create() {
        return new MarkdownFormulaParser();
      }
    };
  }

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    String mark = "$".repeat(scanner.matchMultiple('$'));
    if (mark.length() > 2 || (mark.length() == 1 && Character.isWhitespace(scanner.peek()))) {
      return ParsedInline.none();
    }
    Position from = scanner.position();
    if (!skipTo(scanner, mark)) {
      return ParsedInline.none();
    }
    String formula = scanner.getSource(from, scanner.position()).getContent();
    scanner.next(mark);
    boolean closed =
        mark.length() == 2
            || (!Character.isWhitespace(formula.charAt(formula.length() - 1))
                && !Character.isDigit(scanner.peek()));
    if (!closed || formula.indexOf('`') >= 0 || !COMMAND.matcher(formula).find()) {
      return ParsedInline.none();
    }
    String literal = mark + formula.replaceAll("\\s*\\n\\s*", " ") + mark;
    return ParsedInline.of(new MarkdownFormula(literal), scanner.position());
  }

  /** To the mark that closes it; a dollar sign after a backslash is part of the formula. */
  private static boolean skipTo(Scanner scanner, String mark) {
    for (int i = 0; i < LONGEST && scanner.hasNext(); i++) {
      Position here = scanner.position();
      if (scanner.next(mark)) {
        scanner.setPosition(here);
        return i > 0;
      }
      if (scanner.next('\\') && !scanner.hasNext()) {
        return false;
      }
      scanner.next();
    }
    return false;
  }
}
