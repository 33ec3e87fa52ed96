package dev.gill.parse.markdown;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/**
 * What a Markdown document says about itself that its inline content refers to.
 *
 * @param lines its source
 * @param before how many lines of the original stand before them
 * @param values what it exports for use in its own text, by name
 * @param notes raised marks that begin a block: those of notes
 */
public record MarkdownSource(
    List<String> lines, int before, Map<String, String> values, Set<String> notes) {
  private static final Pattern EXPORT =
      Pattern.compile(
          "^export\\s+(?:const|let|var)\\s+([\\w$]+)\\s*=\\s*"
              + "(?:\"([^\"]*)\"|'([^']*)'|`([^`$]*)`|(-?[\\d.]+|true|false))\\s*;?\\s*$");
  private static final Pattern NOTE =
      Pattern.compile("^[\\s>*+-]*<sup[^>]*>\\s*(?:<[^>]*>)?\\s*([^<>\\s]{1,5})\\s*<");

  public static MarkdownSource of(List<String> lines) {
    Map<String, String> values = new HashMap<>();
    Set<String> notes = new HashSet<>();
    for (String line : lines) {
      Matcher export = line.startsWith("export") ? EXPORT.matcher(line) : null;
      if (export != null && export.matches()) {
        values.put(export.group(1), value(export));
      }
      Matcher note = line.contains("<sup") ? NOTE.matcher(line) : null;
      if (note != null && note.find()) {
        notes.add(note.group(1));
      }
    }
    return new MarkdownSource(lines, 0, values, notes);
  }

  private static String value(Matcher export) {
    for (int i = 2; i < export.groupCount(); i++) {
      if (export.group(i) != null) {
        return export.group(i);
      }
    }
    return export.group(export.groupCount());
  }

  /** The line of the original on which a node begins, from 1; 0 if it has none. */
  int lineOf(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return spans.isEmpty() ? 0 : before + spans.getFirst().getLineIndex() + 1;
  }

  /**
   * A part that is parsed by itself.
   *
   * @param firstLine the line of the original on which it begins
   */
  MarkdownSource part(List<String> part, int firstLine) {
    return new MarkdownSource(part, Math.max(0, firstLine - 1), values, notes);
  }
}
