package dev.gill.parse.asciidoc;

import java.util.regex.Pattern;

/** What the lines of an AsciiDoc document are, each by itself. */
final class AsciiDocLines {
  static final Pattern HEADING = Pattern.compile("^(={1,6}|#{1,6})\\s+(\\S.*)$");
  static final Pattern ATTRIBUTE = Pattern.compile("^:!?([\\w-]+)!?:(?:\\s+(.*))?$");
  static final Pattern BLOCK_ATTRIBUTES = Pattern.compile("^\\[(.*)]\\s*$");
  static final Pattern UNSEEN =
      Pattern.compile("^(?://(?!/).*|(?:ifdef|ifndef|ifeval|endif|toc|video|audio)::.*)$");
  static final Pattern IMAGE = Pattern.compile("^image::[^\\[]*\\[([^,\\]]*).*]\\s*$");
  static final Pattern FENCE =
      Pattern.compile("^(-{4,}|\\.{4,}|/{4,}|\\+{4,}|`{3,})([\\w+#-]*)\\s*$");
  static final Pattern FRAME = Pattern.compile("^(?:={4,}|\\*{4,}|_{4,}|--|<{3,}|'{3,})\\s*$");
  static final Pattern TABLE = Pattern.compile("^[|!,]={3,}\\s*$");
  static final Pattern BLOCK_TITLE = Pattern.compile("^\\.([^\\s.].*)$");
  static final Pattern DEFINITION = Pattern.compile("^\\s*(\\S.*?):{2,4}(?:\\s+(.*))?$");

  private AsciiDocLines() {}

  static boolean isUnseen(String line) {
    return UNSEEN.matcher(line).matches();
  }

  static boolean isFrame(String line) {
    return FRAME.matcher(line).matches();
  }

  /** Whether the line is a comment, which parts nothing. */
  static boolean isComment(String line) {
    return line.startsWith("//") && !line.startsWith("///");
  }

  /** Whether a paragraph ends before the line. */
  static boolean endsParagraph(String line) {
    return line.isBlank()
        || line.strip().equals("+")
        || AsciiDocLists.isItem(line)
        || !isComment(line) && isUnseen(line)
        || IMAGE.matcher(line).matches()
        || FENCE.matcher(line).matches()
        || isFrame(line)
        || TABLE.matcher(line).matches()
        || BLOCK_ATTRIBUTES.matcher(line).matches()
        || DEFINITION.matcher(line).matches();
  }
}
