package dev.gill.parse.mail;

import dev.gill.parse.canonical.Limits;
import dev.gill.parse.charset.TextDecoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.field.ContentTypeField;

/** The words of a mail's text parts. */
final class MailText {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{3,}|\\p{IsHan}");
  private static final Pattern QUOTE = Pattern.compile("^(>+) ?");

  private static final Pattern STUB =
      Pattern.compile(
          "(?is)(?:cannot|can't|can not|does not|doesn't|unable to|not able to|without) .{0,40}HTML"
              + "|(?:view|read|open|see) .{0,40}\\bbrowser|HTML.{0,40}(?:viewer|capable|enabled)"
              + "|HTML.{0,40}(?:anzeigen|darstellen|unterst)|(?:im|in Ihrem) Browser"
              + "|(?:dans|avec) votre navigateur|不支持.{0,10}HTML|浏览器|瀏覽器");
  private static final int LONGEST_STUB = 400;

  /** The share of the HTML's words that plain text holds which says the same. */
  private static final double SAME = 0.6;

  private MailText() {}

  static byte[] bytes(SingleBody body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    body.writeTo(bytes);
    return bytes.toByteArray();
  }

  static String decoded(Entity part, SingleBody body, Limits limits) throws IOException {
    String charset = part.getCharset();
    boolean says = charset != null && !charset.equalsIgnoreCase("us-ascii");
    boolean markup = !says && "text/html".equals(part.getMimeType());
    byte[] bytes = bytes(body);
    return markup
        ? TextDecoder.decodeMarkup(bytes, limits)
        : TextDecoder.decode(bytes, says ? charset : "", limits);
  }

  /** The lines of a plain part, those that its program wrapped in one. */
  static List<String> lines(Entity part, String words) {
    List<String> lines = new ArrayList<>();
    boolean flowed = "flowed".equalsIgnoreCase(parameter(part, "format"));
    boolean deletes = "yes".equalsIgnoreCase(parameter(part, "delsp"));
    StringBuilder open = new StringBuilder();
    int depth = 0;
    for (String line : TextDecoder.lines(words)) {
      if (line.equals("-- ")) {
        flush(lines, open);
        lines.add("");
        continue;
      }
      if (!flowed) {
        lines.add(line);
        continue;
      }
      int quotes = quotes(line);
      String content = QUOTE.matcher(line).replaceFirst("").replaceFirst("^ ", "");
      if (quotes != depth) {
        flush(lines, open);
        depth = quotes;
      }
      if (open.isEmpty()) {
        open.append(">".repeat(quotes)).append(quotes > 0 ? " " : "");
      }
      boolean goesOn = content.endsWith(" ");
      open.append(goesOn && deletes ? content.substring(0, content.length() - 1) : content);
      if (!goesOn) {
        flush(lines, open);
      }
    }
    flush(lines, open);
    return lines;
  }

  private static void flush(List<String> lines, StringBuilder open) {
    if (!open.isEmpty()) {
      lines.add(open.toString());
      open.setLength(0);
    }
  }

  private static int quotes(String line) {
    int quotes = 0;
    while (quotes < line.length() && line.charAt(quotes) == '>') {
      quotes++;
    }
    return quotes;
  }

  private static String parameter(Entity part, String name) {
    return part.getHeader() != null
            && part.getHeader().getField("Content-Type") instanceof ContentTypeField type
        ? type.getParameter(name)
        : null;
  }

  /**
   * Whether the later of two alternatives is to be read: the earlier one is blank, only says that
   * it cannot show the other one, or holds little of what that says.
   */
  static boolean saysMore(String later, String earlier) {
    if (later.isBlank() || earlier.isBlank()) {
      return earlier.isBlank();
    }
    Set<String> held = words(earlier);
    Set<String> words = words(later);
    long same = words.stream().filter(held::contains).count();
    boolean stub = earlier.length() <= LONGEST_STUB && STUB.matcher(earlier).find();
    return stub || words.size() > held.size() && same < SAME * words.size();
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(match -> match.group())
        .collect(Collectors.toCollection(HashSet::new));
  }
}
