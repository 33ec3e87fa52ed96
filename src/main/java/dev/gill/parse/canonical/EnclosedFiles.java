package dev.gill.parse.canonical;

import dev.gill.parse.Document;
import dev.gill.parse.ParseException;

/** Reads the files that another file carries, each by its own format. */
@FunctionalInterface
public interface EnclosedFiles {
  /**
   * Reads one.
   *
   * @param type its media type, for a name that says nothing
   * @param outer of the file that carries it, whose limits hold for both together
   * @throws ParseException if it cannot be read
   */
  Document read(String name, String type, byte[] bytes, CanonicalText outer) throws ParseException;
}
