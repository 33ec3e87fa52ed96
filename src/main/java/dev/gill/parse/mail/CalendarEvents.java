package dev.gill.parse.mail;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.TextBlocks;
import dev.gill.parse.charset.TextDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the events and tasks of an iCalendar file (RFC 5545) in words. */
final class CalendarEvents {
  private final CanonicalText text;
  private final boolean described;

  /**
   * Writes there.
   *
   * @param described whether the descriptions are written, which a mail's own text may repeat
   */
  CalendarEvents(CanonicalText text, boolean described) {
    this.text = text;
    this.described = described;
  }

  void write(List<String> lines) {
    List<CalendarLine> event = new ArrayList<>();
    String method = "";
    String within = "";
    int inner = 0;
    for (String line : unfolded(lines)) {
      CalendarLine property = CalendarLine.of(line);
      boolean component = property.value().matches("(?i)VEVENT|VTODO|VJOURNAL");
      if (property.is("BEGIN") && component && within.isEmpty()) {
        within = property.value();
        event.clear();
      } else if (property.is("BEGIN") && !within.isEmpty()) {
        inner++;
      } else if (property.is("END") && inner > 0) {
        inner--;
      } else if (property.is("END") && property.value().equals(within)) {
        event(event, method);
        within = "";
      } else if (property.is("METHOD")) {
        method = property.value().toUpperCase(Locale.ROOT);
      } else if (!within.isEmpty() && inner == 0) {
        event.add(property);
      }
    }
  }

  private static List<String> unfolded(List<String> lines) {
    List<String> whole = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String line : lines) {
      boolean more = line.startsWith(" ") || line.startsWith("\t");
      if (!more && !open.isEmpty()) {
        whole.add(open.toString());
        open.setLength(0);
      }
      open.append(more ? line.substring(1) : line);
    }
    whole.add(open.toString());
    return whole;
  }

  private void event(List<CalendarLine> event, String method) {
    boolean cancelled =
        method.equals("CANCEL") || value(event, "STATUS").equalsIgnoreCase("CANCELLED");
    text.apart();
    line(cancelled ? "Cancelled event" : "Event", value(event, "SUMMARY"));
    text.title(value(event, "SUMMARY"));
    first(event, "DTSTART").ifPresent(start -> line("When", when(event, start)));
    first(event, "DUE").flatMap(CalendarTime::of).ifPresent(due -> line("Due", due.words()));
    first(event, "RRULE").ifPresent(rule -> line("Repeats", CalendarRule.words(rule.value())));
    line("Not on", all(event, "EXDATE"));
    line("Where", value(event, "LOCATION"));
    line("Organizer", people(event, "ORGANIZER"));
    line("Attendees", people(event, "ATTENDEE"));
    line("Link", value(event, "URL"));
    if (described) {
      new TextBlocks(text, 0).write(TextDecoder.lines(value(event, "DESCRIPTION")));
    }
  }

  private String when(List<CalendarLine> event, CalendarLine start) {
    Optional<CalendarTime> from = CalendarTime.of(start);
    Optional<CalendarTime> to =
        first(event, "DTEND")
            .flatMap(CalendarTime::of)
            .or(
                () ->
                    first(event, "DURATION")
                        .flatMap(length -> from.flatMap(time -> time.plus(length.value()))));
    return from.map(time -> to.map(time::to).orElseGet(time::words)).orElse(start.value());
  }

  private void line(String name, String words) {
    if (!words.isBlank()) {
      text.paragraph(Inline.of(name + ": " + words));
    }
  }

  private static Optional<CalendarLine> first(List<CalendarLine> event, String name) {
    return event.stream().filter(line -> line.is(name)).findFirst();
  }

  private static String value(List<CalendarLine> event, String name) {
    return first(event, name).map(CalendarLine::text).orElse("");
  }

  private static String all(List<CalendarLine> event, String name) {
    List<String> found = new ArrayList<>();
    for (CalendarLine line : event) {
      if (line.is(name)) {
        for (String value : line.value().split(",")) {
          CalendarTime.of(line.with(value)).ifPresent(time -> found.add(time.words()));
        }
      }
    }
    return String.join("; ", found);
  }

  private static String people(List<CalendarLine> event, String name) {
    return String.join(
        ", ", event.stream().filter(line -> line.is(name)).map(CalendarLine::person).toList());
  }
}
