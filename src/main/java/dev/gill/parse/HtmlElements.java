package dev.gill.parse;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What HTML elements mean to a reader. */
final class HtmlElements {
  private static final Set<String> UNSEEN =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "math",
          "head",
          "iframe",
          "object",
          "embed",
          "audio",
          "video",
          "canvas",
          "nav",
          "button",
          "select",
          "input",
          "textarea",
          "dialog",
          "link",
          "meta");
  private static final Pattern HIDDEN = Pattern.compile("(?i)display\\s*:\\s*none");

  private HtmlElements() {}

  /** Whether a reader of the page's text would not see it. */
  static boolean isHidden(Element element) {
    return UNSEEN.contains(element.normalName())
        || element.hasAttr("hidden")
        || element.attr("aria-hidden").equals("true")
        || element.hasClass("headerlink")
        || HIDDEN.matcher(element.attr("style")).find();
  }

  /** Whether it stands on lines of its own. */
  static boolean isBlock(Element element) {
    return element.isBlock() || element.normalName().equals("summary");
  }
}
