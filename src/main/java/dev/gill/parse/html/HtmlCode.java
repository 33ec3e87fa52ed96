package dev.gill.parse.html;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.charset.TextDecoder;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/** Code of a web page, without the numbers of its lines. */
final class HtmlCode {
  private static final Pattern LANGUAGE =
      Pattern.compile("(?:language|lang|highlight-source|brush:)-?\\s*([\\w+#-]+)");
  private static final String UNSEEN =
      ".linenos, .lineno, .line-number, .gutter, .blob-num, button, script, style, del, s, strike";

  private HtmlCode() {}

  static void write(Element pre, CanonicalText text, HtmlLine lines) {
    Elements codes = pre.select("> code");
    boolean several = codes.size() > 1 && codes.stream().allMatch(HtmlCode::hasLanguage);
    for (Element code : several ? codes : List.of(pre)) {
      write(code, pre.className() + " " + pre.select("code").attr("class"), text, lines);
    }
  }

  /** The same example in several languages, of which the page shows one at a time. */
  private static boolean hasLanguage(Element code) {
    return LANGUAGE.matcher(code.className()).find();
  }

  private static void write(Element part, String names, CanonicalText text, HtmlLine lines) {
    int number = lines.startLine(part);
    int first = number > 0 ? lineOfText(part, number, lines) : 0;
    String code = verbatim(part);
    Matcher language = LANGUAGE.matcher(part.className() + " " + names);
    text.line(number);
    text.code(
        language.find() ? language.group(1) : "",
        TextDecoder.lines(code.endsWith("\n") ? code.substring(0, code.length() - 1) : code),
        first);
  }

  private static String verbatim(Element pre) {
    pre.select(UNSEEN).remove();
    pre.select("br").forEach(br -> br.replaceWith(new TextNode("\n")));
    return pre.wholeText();
  }

  /** A line end right after the tag is not part of the text, but it is a line of the source. */
  private static int lineOfText(Element pre, int tagLine, HtmlLine lines) {
    return pre.textNodes().stream()
        .findFirst()
        .filter(words -> words.sourceRange().isTracked())
        .map(lines::startLine)
        .orElse(tagLine);
  }
}
