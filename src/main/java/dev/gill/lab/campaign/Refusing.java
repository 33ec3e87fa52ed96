package dev.gill.lab.campaign;

import dev.gill.model.Content;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Parser;
import java.nio.charset.StandardCharsets;

/**
 * Reads all but some of the marked documents, and repeats the mark of these in its failure, as a
 * parser might that quotes what it stumbled over.
 */
record Refusing(Parser parser) implements Parser {
  private static final int ONE_OF = 8;

  @Override
  public Document parse(Content content) throws ParseException {
    String words =
        switch (content) {
          case Content.File file -> new String(file.bytes(), StandardCharsets.UTF_8);
          case Content.Conversation conversation -> conversation.messages().toString();
        };
    for (String mark : Prose.marks(words)) {
      if (mark.hashCode() % ONE_OF == 0) {
        throw new ParseException("The word %s cannot be read.".formatted(mark));
      }
    }
    return parser.parse(content);
  }
}
