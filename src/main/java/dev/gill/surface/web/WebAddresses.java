package dev.gill.surface.web;

import dev.gill.surface.Links;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes text as HTML in which the addresses of web pages can be opened. */
final class WebAddresses {
  private static final Pattern ADDRESS =
      Pattern.compile("\\bhttps?://[^\\s<>\"\\p{IsHan}，。；：！？、（）「」]+");
  private static final String MARKS = ".,;:!?'*_";

  private WebAddresses() {}

  /** Escaped, with a link around each address. */
  static String html(String text) {
    Matcher address = ADDRESS.matcher(text);
    StringBuilder html = new StringBuilder();
    int from = 0;
    while (address.find()) {
      String url = withoutMarks(address.group());
      if (Links.safe(url).isPresent()) {
        String escaped = Escaping.escape(url);
        html.append(Escaping.escape(text.substring(from, address.start())))
            .append("<a href=\"" + escaped + "\" rel=\"noopener noreferrer\" target=\"_blank\">")
            .append(escaped)
            .append("</a>");
        from = address.start() + url.length();
      }
    }
    return html.append(Escaping.escape(text.substring(from))).toString();
  }

  /** What ends a sentence or a parenthesis around an address is no part of it. */
  private static String withoutMarks(String found) {
    int end = found.length();
    while (end > 0 && isMark(found, end)) {
      end--;
    }
    return found.substring(0, end);
  }

  private static boolean isMark(String found, int end) {
    char last = found.charAt(end - 1);
    return MARKS.indexOf(last) >= 0
        || (last == ')' && found.lastIndexOf('(', end - 1) < 0)
        || last == ']';
  }
}
