package dev.gill.surface.web;

import dev.gill.model.Visible;

/** Text made harmless. */
final class Escaping {
  private Escaping() {}

  /**
   * The text as it may stand between tags or within a quoted attribute, with what is hidden in it
   * made visible.
   */
  static String escape(String hiding) {
    String text = Visible.of(hiding);
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
