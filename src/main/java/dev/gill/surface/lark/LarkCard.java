package dev.gill.surface.lark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.model.Part;
import dev.gill.model.Visible;
import dev.gill.surface.chat.Card;
import dev.gill.surface.chat.Card.Element;
import dev.gill.surface.chat.Card.Reference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Draws a card as an <a
 * href="https://open.larksuite.com/document/common-capabilities/message-card/overview">interactive
 * card</a>. What documents say stands in plain text; where links need markup, all that could be
 * markup is written as entities.
 */
final class LarkCard {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A card may have 30 KB. */
  private static final int MOST_BYTES = 27_000;

  private static final String MARKUP = "*_~[]()<>`#&\\|!-+.{}:";

  private final ArrayNode elements = JSON.createArrayNode();
  private int bytes;

  private LarkCard() {}

  /** The card, as Lark takes it. */
  static ObjectNode of(Card card) {
    LarkCard drawn = new LarkCard();
    card.elements().forEach(drawn::add);
    ObjectNode whole = JSON.createObjectNode();
    whole.putObject("config").put("wide_screen_mode", true).put("update_multi", true);
    whole.set("elements", drawn.elements);
    return whole;
  }

  private void add(Element element) {
    switch (element) {
      case Element.Words(String text) -> plain(text);
      case Element.Heading(String text) -> markdown("**%s**".formatted(escaped(text)));
      case Element.Named named -> markdown(named(named));
      case Element.Quoted(List<Part> parts, List<Reference> references) ->
          quoted(parts, references);
      case Element.Stands stands -> markdown(stands(stands));
      case Element.Small(String text) -> small(text);
      case Element.Buttons(List<Card.Button> buttons) -> elements.add(buttons(buttons));
    }
  }

  private static String named(Element.Named named) {
    String people =
        named.accounts().stream()
            .map(account -> "<at id=%s></at>".formatted(account.replaceAll("[^A-Za-z0-9_-]", "")))
            .collect(Collectors.joining(" "));
    return escaped(named.before()) + people + escaped(named.after());
  }

  private void quoted(List<Part> parts, List<Reference> references) {
    plain(parts.stream().map(Part::text).collect(Collectors.joining()).strip());
    markdown(
        references.stream()
            .map(each -> link("[%d]".formatted(each.marker()), each.link()))
            .collect(Collectors.joining(" ")));
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

  private void plain(String text) {
    ObjectNode div = JSON.createObjectNode().put("tag", "div");
    div.putObject("text").put("tag", "plain_text").put("content", Visible.of(text));
    put(div);
  }

  private void markdown(String content) {
    put(JSON.createObjectNode().put("tag", "markdown").put("content", content));
  }

  private void small(String text) {
    ObjectNode note = JSON.createObjectNode().put("tag", "note");
    note.putArray("elements").addObject().put("tag", "plain_text").put("content", Visible.of(text));
    put(note);
  }

  /** Whole elements, as many as fit. */
  private void put(ObjectNode element) {
    bytes += element.toString().getBytes(StandardCharsets.UTF_8).length;
    if (bytes <= MOST_BYTES) {
      elements.add(element);
    }
  }

  private static ObjectNode buttons(List<Card.Button> buttons) {
    ObjectNode row = JSON.createObjectNode().put("tag", "action");
    ArrayNode actions = row.putArray("actions");
    for (Card.Button button : buttons) {
      ObjectNode drawn =
          actions
              .addObject()
              .put("tag", "button")
              .put("type", button.dangerous() ? "danger" : "default");
      drawn.putObject("text").put("tag", "plain_text").put("content", button.label());
      drawn.putObject("value").put("action", button.action().id()).put("value", button.value());
    }
    return row;
  }

  private static String link(String label, String url) {
    return url.isEmpty()
        ? escaped(label)
        : "[%s](%s)".formatted(escaped(label), url.replace("(", "%28").replace(")", "%29"));
  }

  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    Visible.of(text)
        .replace('\n', ' ')
        .chars()
        .forEach(
            c -> {
              if (MARKUP.indexOf(c) >= 0) {
                escaped.append("&#").append(c).append(';');
              } else {
                escaped.append((char) c);
              }
            });
    return escaped.toString();
  }
}
