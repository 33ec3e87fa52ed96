package dev.gill.parse.html;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Applies what a page's own style sheet strikes out, raises or hides to the elements, where the
 * rule names classes or ids alone; rules for other media, and for plain elements, are not read.
 */
final class HtmlStyles {
  private static final int MOST_RULES = 200;
  private static final int MOST_SELECTORS = 10;
  private static final int LONGEST = 200_000;
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern RULE = Pattern.compile("([^{}@;]{1,500})\\{([^{}]{0,5000})}");
  private static final Pattern NAMES = Pattern.compile("\\s*(?:[a-z0-9]*[.#][\\w-]+)+\\s*");
  private static final Pattern MEANS =
      Pattern.compile(
          "(?i)(?:text-decoration(?:-line)?\\s*:[^;]*line-through|display\\s*:\\s*none"
              + "|visibility\\s*:\\s*hidden|vertical-align\\s*:\\s*super)");

  /** As LibreOffice raises the words of e-books. */
  private static final Pattern LIFTED =
      Pattern.compile("(?i)position\\s*:\\s*relative\\s*;\\s*top\\s*:\\s*-0?\\.\\d+em");

  private HtmlStyles() {}

  static void apply(Document page) {
    int rules = 0;
    for (Element style : page.select("style:not([media=print])")) {
      String css = style.data();
      if (css.length() > LONGEST) {
        continue;
      }
      Matcher rule = RULE.matcher(withoutMedia(COMMENT.matcher(css).replaceAll(" ")));
      while (rule.find() && rules < MOST_RULES) {
        Matcher means = MEANS.matcher(rule.group(2));
        boolean lifted = LIFTED.matcher(rule.group(2)).find();
        if (lifted || means.find()) {
          rules++;
          apply(page, rule.group(1), lifted ? "vertical-align: super" : means.group());
        }
      }
    }
  }

  private static void apply(Document page, String selectors, String declaration) {
    for (String selector : selectors.split(",", MOST_SELECTORS)) {
      if (NAMES.matcher(selector).matches()) {
        for (Element element : page.select(selector.strip())) {
          element.attr("style", element.attr("style") + ";" + declaration);
        }
      }
    }
  }

  /** Blocks that begin with {@code @} reach to the brace that closes theirs. */
  private static String withoutMedia(String css) {
    StringBuilder kept = new StringBuilder();
    int from = 0;
    for (int at = css.indexOf('@'); at >= 0; at = css.indexOf('@', from)) {
      kept.append(css, from, at);
      from = endOfBlock(css, at);
    }
    return kept.append(css, Math.min(from, css.length()), css.length()).toString();
  }

  private static int endOfBlock(String css, int at) {
    int open = 0;
    for (int i = at; i < css.length(); i++) {
      char c = css.charAt(i);
      if (c == ';' && open == 0) {
        return i + 1;
      }
      open += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (c == '}' && open <= 0) {
        return i + 1;
      }
    }
    return css.length();
  }
}
