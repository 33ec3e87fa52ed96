package dev.gill.surface.chat;

import dev.gill.model.Part;
import java.util.List;
import java.util.Optional;

/**
 * What is said, before a chat's own markup: no text in it is markup, whatever it looks like.
 *
 * @param summary the same in one line or few, for notifications and for those who hear it read
 * @param elements from top to bottom
 */
public record Card(String summary, List<Element> elements) {
  public Card {
    elements = List.copyOf(elements);
  }

  /** One paragraph. */
  public static Card saying(String words) {
    return new Card(words, List.of(new Element.Words(words)));
  }

  /** A part of it. */
  public sealed interface Element {
    /** A paragraph. */
    record Words(String text) implements Element {}

    /** A paragraph that stands above others. */
    record Heading(String text) implements Element {}

    /**
     * A paragraph that names people.
     *
     * @param before the words before their names
     * @param accounts of the people
     * @param after the words after them
     */
    record Named(String before, List<String> accounts, String after) implements Element {
      public Named {
        accounts = List.copyOf(accounts);
      }
    }

    /**
     * A statement of an answer, word for word.
     *
     * @param parts what it says
     * @param references to where it stands
     */
    record Quoted(List<Part> parts, List<Reference> references) implements Element {
      public Quoted {
        parts = List.copyOf(parts);
        references = List.copyOf(references);
      }
    }

    /**
     * Where a quote stands.
     *
     * @param reference its number; empty of a passage that only came near
     * @param details who wrote it and how long ago
     */
    record Stands(
        Optional<Reference> reference, String title, String original, String page, String details)
        implements Element {}

    /** Words that matter less. */
    record Small(String text) implements Element {}

    /** What can be pressed. */
    record Buttons(List<Button> buttons) implements Element {
      public Buttons {
        buttons = List.copyOf(buttons);
      }
    }
  }

  /**
   * A number that leads to where a quote stands.
   *
   * @param link where it leads
   */
  public record Reference(int marker, String link) {}

  /**
   * What can be pressed.
   *
   * @param action what that does
   * @param value what it is done to
   */
  public record Button(String label, Action action, String value, boolean dangerous) {
    /** One that does no harm. */
    public Button(String label, Action action, String value) {
      this(label, action, value, false);
    }
  }
}
