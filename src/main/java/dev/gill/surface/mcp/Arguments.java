package dev.gill.surface.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.model.Restriction;
import dev.gill.model.SourceId;
import dev.gill.surface.Asking;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What a tool is called with. Each method says in one sentence what is wrong. */
record Arguments(JsonNode given) {
  private static final int LONGEST_ECHO = 40;
  private static final int LAST_YEAR = 9998;

  /** Characters of a day such as 2026-01-31. */
  private static final int DAY = 10;

  /** A text that must be there, of no more characters than a question may have. */
  String text(String name) throws ToolException {
    JsonNode value = given.path(name);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw new ToolException("mcp.text", name);
    }
    String text = value.asText();
    int characters = text.codePointCount(0, text.length());
    if (characters > Asking.LONGEST_QUESTION) {
      throw new ToolException("mcp.long", name, characters, Asking.LONGEST_QUESTION);
    }
    return text;
  }

  /** A whole number within bounds, if it is there. */
  OptionalInt number(String name, int least, int most) throws ToolException {
    JsonNode value = given.path(name);
    if (isAbsent(value)) {
      return OptionalInt.empty();
    }
    boolean whole = value.isIntegralNumber() || value.isNumber() && value.asDouble() % 1 == 0;
    if (!whole || value.asDouble() < least || value.asDouble() > most) {
      throw new ToolException("mcp.number", name, least, most);
    }
    return OptionalInt.of((int) value.asDouble());
  }

  /** Which of many are wanted: from the one on that a cursor names, as many as are to come. */
  Window window(int usual, int most, int last) throws ToolException {
    int limit = number("limit", 1, most).orElse(usual);
    JsonNode cursor = given.path("cursor");
    if (isAbsent(cursor)) {
      return new Window(0, limit);
    }
    if (!cursor.asText().matches("[0-9]{1,4}") || Integer.parseInt(cursor.asText()) > last) {
      throw new ToolException("mcp.cursor");
    }
    return new Window(Integer.parseInt(cursor.asText()), limit);
  }

  /** What is asked for of all that is followed. */
  Restriction restriction(Collection<SourceId> known) throws ToolException {
    Optional<Instant> from = moment("since");
    Optional<SourceId> source = source(known);
    return new Restriction(source.map(Set::of).orElse(Set.of()), from, Optional.empty());
  }

  private Optional<SourceId> source(Collection<SourceId> known) throws ToolException {
    JsonNode value = given.path("source");
    if (isAbsent(value)) {
      return Optional.empty();
    }
    for (SourceId source : known) {
      if (value.isTextual() && source.name().equals(value.asText())) {
        return Optional.of(source);
      }
    }
    throw new ToolException("mcp.source", echo(value.asText()));
  }

  private Optional<Instant> moment(String name) throws ToolException {
    JsonNode value = given.path(name);
    if (isAbsent(value)) {
      return Optional.empty();
    }
    String written = value.asText().strip();
    try {
      Instant moment =
          written.length() > DAY
              ? Instant.parse(written)
              : LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant();
      int year = moment.atZone(ZoneOffset.UTC).getYear();
      if (year >= 1 && year <= LAST_YEAR) {
        return Optional.of(moment);
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw new ToolException("mcp.date", echo(written));
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  /** As much of what is wrong as is repeated. */
  static String echo(String written) {
    String shown = written.replaceAll("\\p{Cntrl}", " ");
    return shown.length() > LONGEST_ECHO ? shown.substring(0, LONGEST_ECHO) + "…" : shown;
  }
}
