package dev.gill.parse;

import java.util.List;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * CommonMark with GitHub's tables and the settings, shortcodes and embedded HTML that documentation
 * sites add to it; knows the source line of every character.
 */
final class Markdown implements Format {
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();

  @Override
  public void read(byte[] bytes, CanonicalText text) {
    String source = TextDecoder.decode(bytes);
    List<String> lines = TextDecoder.lines(source);
    lines.forEach(line -> refuseNested(line, text.limits().depth()));
    FrontMatter front = FrontMatter.of(lines);
    text.title(front.title());
    text.author(front.author());
    Node document = PARSER.parse(without(source, front.lines()));
    new MarkdownBlocks(text, lines).write(document);
    text.titleFromHeading();
  }

  /** Leaves the line ends in, so that all other lines keep their numbers. */
  private static String without(String source, int lines) {
    int end = 0;
    for (int i = 0; i < lines; i++) {
      int next = source.indexOf('\n', end);
      end = next < 0 ? source.length() : next + 1;
    }
    return "\n".repeat(lines) + source.substring(end);
  }

  /** The parser keeps every open quote and list in step with every line: many of them are slow. */
  private static void refuseNested(String line, int depth) {
    int markers = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '>' || ((c == '-' || c == '+' || c == '*') && isMarker(line, i))) {
        markers++;
      } else if (c != ' ' && c != '\t') {
        break;
      }
    }
    if (markers > depth) {
      throw Refused.nested();
    }
  }

  private static boolean isMarker(String line, int i) {
    return i + 1 < line.length() && line.charAt(i + 1) == ' ';
  }
}
