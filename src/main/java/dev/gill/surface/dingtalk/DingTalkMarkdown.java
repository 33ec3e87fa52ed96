package dev.gill.surface.dingtalk;

import dev.gill.model.Part;
import dev.gill.model.Visible;
import dev.gill.surface.chat.Card;
import dev.gill.surface.chat.Card.Element;
import dev.gill.surface.chat.Card.Reference;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Draws a card in DingTalk's Markdown. All that could be markup in words is preceded by a
 * backslash. A robot's messages have no buttons that come back to it, so none are drawn.
 */
final class DingTalkMarkdown {
  private static final String MARKUP = "\\`*_{}[]()<>#+-.!|~@";

  private DingTalkMarkdown() {}

  static String of(Card card) {
    return card.elements().stream()
        .map(DingTalkMarkdown::drawn)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  private static String drawn(Element element) {
    return switch (element) {
      case Element.Words(String text) -> escaped(text);
      case Element.Heading(String text) -> "**%s**".formatted(escaped(text));
      case Element.Named named -> escaped(named.before() + named.after());
      case Element.Quoted(List<Part> parts, List<Reference> references) ->
          quoted(parts, references);
      case Element.Stands stands -> stands(stands);
      case Element.Small(String text) -> escaped(text);
      case Element.Buttons _ -> "";
    };
  }

  private static String quoted(List<Part> parts, List<Reference> references) {
    String words = parts.stream().map(Part::text).collect(Collectors.joining()).strip();
    String marks =
        references.stream()
            .map(each -> link("[%d]".formatted(each.marker()), each.link()))
            .collect(Collectors.joining(" "));
    return "> %s %s".formatted(escaped(words), marks);
  }

  private static String stands(Element.Stands stands) {
    String first = stands.original().isEmpty() ? stands.page() : stands.original();
    String number =
        stands.reference().map(each -> escaped("[%d] ".formatted(each.marker()))).orElse("");
    String line = number + link(stands.title(), first) + " · " + escaped(stands.details());
    return stands.page().isEmpty() || stands.page().equals(first)
        ? line
        : line + " · " + link("Gill", stands.page());
  }

  private static String link(String label, String url) {
    return url.isEmpty()
        ? escaped(label)
        : "[%s](%s)".formatted(escaped(label), url.replace("(", "%28").replace(")", "%29"));
  }

  /** Two line ends where there is one, since Markdown joins lines. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    Visible.of(text)
        .chars()
        .forEach(
            c -> {
              if (MARKUP.indexOf(c) >= 0) {
                escaped.append('\\');
              }
              escaped.append((char) c);
            });
    return escaped.toString().replace("\n", "  \n");
  }
}
