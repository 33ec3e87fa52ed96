package dev.gill.parse;

import dev.gill.model.Content;

/**
 * Turns a document's bytes into canonical text. A pure function of the content; safe for use by
 * several threads.
 */
public interface Parser {
  /**
   * Parses one document.
   *
   * @throws ParseException if it is encrypted, broken, empty of text, too large or of no known
   *     format
   */
  Document parse(Content content) throws ParseException;
}
