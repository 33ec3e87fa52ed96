package dev.gill.source.mail;

import java.util.Optional;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.field.ContentTypeField;

/** Joins the lines that a program wrapped and marked as wrapped: RFC 3676. */
final class Flowed {
  private Flowed() {}

  static String lines(String words, Optional<Entity> part) {
    boolean flowed =
        part.map(Entity::getHeader)
            .map(header -> header.getField("Content-Type"))
            .filter(ContentTypeField.class::isInstance)
            .map(field -> ((ContentTypeField) field).getParameter("format"))
            .filter("flowed"::equalsIgnoreCase)
            .isPresent();
    if (!flowed) {
      return words;
    }
    StringBuilder joined = new StringBuilder();
    words
        .lines()
        .forEach(
            line -> {
              boolean wrapped = line.endsWith(" ") && !line.equals("-- ") && !line.startsWith(">");
              String plain = line.startsWith(" ") ? line.substring(1) : line;
              joined.append(plain).append(wrapped ? "" : "\n");
            });
    return joined.toString();
  }
}
