package dev.gill.parse.markdown;

import dev.gill.parse.canonical.Inline;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Labels of wiki links and pictures, without the marks around them. */
final class MarkdownLabels {
  private static final Pattern OPEN =
      Pattern.compile("\\[\\[[^\\[\\]|]{1,300}\\\\?\\|([^\\[\\]]{0,300})$");
  private static final Pattern CLOSE = Pattern.compile("^([^\\[\\]]{0,300})]]");

  /** Obsidian's size of a picture is all of its description, or the end of it. */
  private static final Pattern SIZE = Pattern.compile("(?:^|\\|)\\s*\\d{1,5}(?:x\\d{1,5})?\\s*$");

  private static final int MOST_PARTS = 10;

  private boolean open;

  /**
   * The words without such marks.
   *
   * @param last the last node that they come from
   */
  String words(Node last, String words) {
    String kept = words;
    if (open) {
      Matcher close = CLOSE.matcher(kept);
      if (close.find()) {
        kept = close.group(1) + kept.substring(close.end());
        open = false;
      }
    }
    Matcher opened = OPEN.matcher(kept);
    if (!open && opened.find() && isClosed(last)) {
      kept = kept.substring(0, opened.start()) + opened.group(1);
      open = true;
    }
    return kept;
  }

  /** Takes the size of a picture from its description, which begins there. */
  static void withoutSize(Inline line, int from) {
    if (line.length() > from) {
      Matcher size = SIZE.matcher(line.toString().substring(from));
      if (size.find()) {
        line.cutTo(from + size.start());
      }
    }
  }

  private static boolean isClosed(Node last) {
    StringBuilder words = new StringBuilder();
    int parts = 0;
    for (Node node = last.getNext(); node != null && parts < MOST_PARTS; node = node.getNext()) {
      if (node instanceof Text text) {
        words.append(text.getLiteral());
        if (CLOSE.matcher(words).find()) {
          return true;
        }
      } else if (node instanceof SoftLineBreak) {
        return false;
      }
      parts++;
    }
    return false;
  }
}
