package dev.gill.surface.slack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.model.Part;
import dev.gill.model.Visible;
import dev.gill.surface.chat.Card;
import dev.gill.surface.chat.Card.Element;
import dev.gill.surface.chat.Card.Reference;
import java.util.List;

/**
 * Draws a card in <a href="https://docs.slack.dev/block-kit/">Block Kit</a>. All words stand in
 * rich text or plain text, neither of which knows markup: what a document says can neither look
 * like something else nor mention anybody.
 */
final class BlockKit {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_BLOCKS = 48;
  private static final int LONGEST_CONTEXT = 1_900;
  private static final int LONGEST_LABEL = 75;

  private final ArrayNode blocks = JSON.createArrayNode();
  private ArrayNode rich;

  private BlockKit() {}

  /** The blocks of a card. */
  static ArrayNode blocks(Card card) {
    BlockKit kit = new BlockKit();
    for (Element element : card.elements()) {
      if (kit.blocks.size() < MOST_BLOCKS || element instanceof Element.Buttons) {
        kit.add(element);
      }
    }
    return kit.blocks;
  }

  /** The message of a card. */
  static SlackApi.Message message(Card card) {
    return new SlackApi.Message(escaped(card.summary()), blocks(card));
  }

  /** What would be markup in a message's text, as it is written there. */
  static String escaped(String text) {
    return Visible.of(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private void add(Element element) {
    switch (element) {
      case Element.Words(String text) -> text(section(), text + "\n", false);
      case Element.Heading(String text) -> text(section(), text + "\n", true);
      case Element.Named named -> named(named);
      case Element.Quoted(List<Part> parts, List<Reference> references) ->
          quoted(parts, references);
      case Element.Stands stands -> stands(stands);
      case Element.Small(String text) -> small(text);
      case Element.Buttons(List<Card.Button> buttons) -> buttons(buttons);
    }
  }

  private void named(Element.Named named) {
    ArrayNode section = section();
    text(section, named.before(), false);
    for (int i = 0; i < named.accounts().size(); i++) {
      text(section, i == 0 ? "" : ", ", false);
      section.addObject().put("type", "user").put("user_id", named.accounts().get(i));
    }
    text(section, named.after() + "\n", false);
  }

  private void quoted(List<Part> parts, List<Reference> references) {
    ArrayNode last = null;
    for (Part part : parts) {
      boolean code = part.kind() == Part.Kind.CODE;
      String words = code ? part.text().stripTrailing() : part.text().strip();
      if (!words.isEmpty()) {
        ArrayNode within = rich(code ? "rich_text_preformatted" : "rich_text_quote");
        text(within, words, false);
        last = code ? null : within;
      }
    }
    ArrayNode marks = last == null ? section() : last;
    for (Reference reference : references) {
      text(marks, " ", false);
      link(marks, reference.link(), "[%d]".formatted(reference.marker()));
    }
  }

  private void stands(Element.Stands stands) {
    ArrayNode section = section();
    stands
        .reference()
        .ifPresent(reference -> text(section, "[%d] ".formatted(reference.marker()), false));
    String first = stands.original().isEmpty() ? stands.page() : stands.original();
    link(section, first, stands.title());
    text(section, " · " + stands.details(), false);
    if (!stands.page().isEmpty() && !stands.page().equals(first)) {
      text(section, " · ", false);
      link(section, stands.page(), "Gill");
    }
    text(section, "\n", false);
  }

  private void small(String text) {
    rich = null;
    String shown = text.length() > LONGEST_CONTEXT ? text.substring(0, LONGEST_CONTEXT) : text;
    ObjectNode block = blocks.addObject().put("type", "context");
    block
        .putArray("elements")
        .addObject()
        .put("type", "plain_text")
        .put("text", shown)
        .put("emoji", false);
  }

  private void buttons(List<Card.Button> buttons) {
    rich = null;
    ArrayNode elements = blocks.addObject().put("type", "actions").putArray("elements");
    for (Card.Button button : buttons) {
      ObjectNode drawn =
          elements
              .addObject()
              .put("type", "button")
              .put("action_id", button.action().id())
              .put("value", button.value());
      String label = button.label();
      drawn
          .putObject("text")
          .put("type", "plain_text")
          .put("text", label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) : label)
          .put("emoji", true);
      if (button.dangerous()) {
        drawn.put("style", "danger");
      }
    }
  }

  private ArrayNode section() {
    return rich("rich_text_section");
  }

  private ArrayNode rich(String type) {
    if (rich == null) {
      rich = blocks.addObject().put("type", "rich_text").putArray("elements");
    }
    return rich.addObject().put("type", type).putArray("elements");
  }

  private static void text(ArrayNode within, String text, boolean bold) {
    if (!text.isEmpty()) {
      ObjectNode node = within.addObject().put("type", "text").put("text", Visible.of(text));
      if (bold) {
        node.putObject("style").put("bold", true);
      }
    }
  }

  private static void link(ArrayNode within, String url, String label) {
    if (url.isEmpty()) {
      text(within, label, false);
    } else {
      within.addObject().put("type", "link").put("url", url).put("text", Visible.of(label));
    }
  }
}
