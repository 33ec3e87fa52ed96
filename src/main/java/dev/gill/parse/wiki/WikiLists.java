package dev.gill.parse.wiki;

/** Lists, whose nesting is told by the signs that a line begins with. */
final class WikiLists {
  private final StringBuilder out;
  private String open = "";

  WikiLists(StringBuilder out) {
    this.out = out;
  }

  void item(String signs, String rest) {
    int common = common(open, signs);
    close(common);
    if (common == signs.length()) {
      String sign = signs.substring(common - 1);
      out.append("</")
          .append(tag(open.charAt(common - 1)))
          .append("><")
          .append(tag(sign.charAt(0)));
      out.append('>');
      open = signs;
    } else {
      for (int i = common; i < signs.length(); i++) {
        out.append('<').append(list(signs.charAt(i))).append("><");
        out.append(tag(signs.charAt(i))).append('>');
      }
      open = signs;
    }
    content(signs, rest);
  }

  /** A term may be explained on its own line. */
  private void content(String signs, String rest) {
    int colon = signs.endsWith(";") ? colon(rest) : -1;
    if (colon < 0) {
      out.append(rest.strip()).append(signs.endsWith(";") ? "" : "\n");
      return;
    }
    out.append(rest.substring(0, colon).strip()).append("</dt><dd>");
    out.append(rest.substring(colon + 1).strip()).append('\n');
    open = signs.substring(0, signs.length() - 1) + ":";
  }

  private static int colon(String rest) {
    int depth = 0;
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (c == ':' && depth == 0 && !rest.startsWith("//", i + 1)) {
        return i;
      }
    }
    return -1;
  }

  void end() {
    close(0);
  }

  private void close(int keep) {
    for (int i = open.length() - 1; i >= keep; i--) {
      out.append("</").append(tag(open.charAt(i))).append("></");
      out.append(list(open.charAt(i))).append(">\n");
    }
    open = open.substring(0, keep);
  }

  private static int common(String one, String other) {
    int length = 0;
    while (length < Math.min(one.length(), other.length())
        && list(one.charAt(length)).equals(list(other.charAt(length)))) {
      length++;
    }
    return length;
  }

  private static String list(char sign) {
    return sign == '*' ? "ul" : sign == '#' ? "ol" : "dl";
  }

  private static String tag(char sign) {
    return sign == ';' ? "dt" : sign == ':' ? "dd" : "li";
  }
}
