package dev.gill.parse.html;

import dev.gill.parse.canonical.Inline;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** What the fields of a form show. */
final class HtmlFields {
  private static final Set<String> UNSEEN =
      Set.of("hidden", "password", "file", "image", "submit", "button", "reset", "search");

  private HtmlFields() {}

  /** The value that a reader sees; what can be chosen, all of it. */
  static String value(Element field) {
    return switch (field.normalName()) {
      case "select" ->
          field.select("option").stream()
              .filter(option -> !option.hasAttr("hidden"))
              .map(Element::text)
              .filter(words -> !words.isBlank())
              .collect(Collectors.joining(", "));
      case "textarea" -> field.wholeText();
      default -> input(field);
    };
  }

  /** Whether it is a box to tick, whose label stands behind it. */
  static boolean isBox(Element element) {
    return element != null
        && element.normalName().equals("input")
        && (element.attr("type").equalsIgnoreCase("checkbox")
            || element.attr("type").equalsIgnoreCase("radio"));
  }

  private static String input(Element field) {
    String type = field.attr("type").toLowerCase(Locale.ROOT);
    if (UNSEEN.contains(type)) {
      return "";
    }
    if (isBox(field)) {
      return field.hasAttr("checked") ? "[x]" : "[ ]";
    }
    return field.attr("value");
  }

  /**
   * Parts a field from what stands before it in the line.
   *
   * @return the words to write for it
   */
  static String begin(Element element, Inline line) {
    String value = value(element);
    boolean named = !line.isEmpty() && Character.isLetterOrDigit(line.tail(1).charAt(0));
    if (isBox(element) && element.closest("label") == null) {
      line.lineBreak();
    } else if (named && !value.isBlank() && !isBox(element)) {
      line.glue().text(":");
    }
    return value;
  }
}
