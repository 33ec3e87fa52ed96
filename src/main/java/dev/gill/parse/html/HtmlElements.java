package dev.gill.parse.html;

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
          "head",
          "link",
          "meta",
          "nav",
          "button",
          "dialog",
          "datalist",
          "source",
          "param",
          "area",
          "colgroup");
  private static final Set<String> STRUCK = Set.of("del", "s", "strike");
  private static final Pattern HIDDEN =
      Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden");
  private static final Pattern LINE_THROUGH =
      Pattern.compile("(?i)text-decoration(?:-line)?\\s*:[^;]*line-through");

  /** The number before a note's words, as LibreOffice writes it. */
  private static final Pattern NOTE_SIGN = Pattern.compile("sd(?:foot|end)notesym");

  private static final Pattern SUPER = Pattern.compile("(?i)vertical-align\\s*:\\s*super");
  private static final Pattern PERMALINK =
      Pattern.compile(
          "headerlink|anchor-link|header-anchor|heading-anchor|hash-link|anchorjs-link|heading-link|permalink");
  private static final Pattern LINE_NUMBERS =
      Pattern.compile("linenos?|line-numbers?|gutter|rouge-gutter|blob-num|lineno");
  private static final int LONGEST_SIGN = 2;

  private HtmlElements() {}

  /** Whether a reader of the page's text would not see it, or sees what is no text. */
  static boolean isHidden(Element element) {
    return isFurniture(element) || isHiddenByAuthor(element);
  }

  /** Whether it is there for the page alone. */
  static boolean isFurniture(Element element) {
    return UNSEEN.contains(element.normalName())
        || element.attr("aria-hidden").equals("true")
        || isPermalink(element)
        || (hasClass(element, LINE_NUMBERS)
            && (element.normalName().equals("td") || element.parents().is("pre, code, td")));
  }

  /** Whether it is on the page, but is not shown. */
  static boolean isHiddenByAuthor(Element element) {
    return element.hasAttr("hidden") || HIDDEN.matcher(element.attr("style")).find();
  }

  private static boolean isPermalink(Element element) {
    return element.normalName().equals("a")
        && (hasClass(element, PERMALINK) || element.attr("href").startsWith("#"))
        && (element.hasClass("headerlink") || element.text().length() <= LONGEST_SIGN)
        && element.text().codePoints().noneMatch(Character::isLetterOrDigit)
        && element.select("img").isEmpty();
  }

  private static boolean hasClass(Element element, Pattern names) {
    return element.classNames().stream().anyMatch(name -> names.matcher(name).matches());
  }

  /** Whether it is crossed out. */
  static boolean isStruck(Element element) {
    return STRUCK.contains(element.normalName())
        || LINE_THROUGH.matcher(element.attr("style")).find();
  }

  /** Whether it is raised above the line. */
  static boolean isRaised(Element element) {
    return element.normalName().equals("sup")
        || SUPER.matcher(element.attr("style")).find()
        || NOTE_SIGN.matcher(element.className()).matches();
  }

  /** Whether it stands on lines of its own. */
  static boolean isBlock(Element element) {
    return switch (element.normalName()) {
      case "summary", "legend", "optgroup" -> true;
      case "ins", "del", "video", "audio", "math", "svg", "canvas", "object", "input", "select" ->
          false;
      default -> element.isBlock();
    };
  }
}
