package dev.gill.model;

import java.util.List;
import java.util.Objects;

/** A document as its source holds it. */
public sealed interface Content {
  /**
   * A file, or a page in a known format.
   *
   * @param mediaType such as {@code text/html}; empty if the name says it
   * @param name file name with its extension, or what the page is called
   * @param bytes the whole content; not copied, so nobody may write to it
   */
  record File(String mediaType, String name, byte[] bytes) implements Content {
    public File {
      Objects.requireNonNull(mediaType, "mediaType");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(bytes, "bytes");
    }
  }

  /**
   * A thread or conversation.
   *
   * @param messages in the order in which they are read
   */
  record Conversation(List<Message> messages) implements Content {
    public Conversation {
      messages = List.copyOf(messages);
    }
  }

  /** A file whose name says its format. */
  static Content file(String name, byte[] bytes) {
    return new File("", name, bytes);
  }
}
