package dev.gill.source.sweep;

import dev.gill.model.Cursor;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a journal.
 *
 * @param position which file and page of it
 * @param choice a digest of the settings that decide what is reported
 * @param documents how many had been reported by then
 * @param first whether the first pass is under way
 */
record SweepCursor(String position, String choice, int documents, boolean first) {
  private static final Pattern FORM =
      Pattern.compile("journal=(\\d+\\.\\d+) choice=([0-9a-f]+) documents=(\\d{1,9})( first)?");

  Cursor write() {
    return new Cursor(
        "journal=%s choice=%s documents=%d%s"
            .formatted(position, choice, documents, first ? " first" : ""));
  }

  static Optional<SweepCursor> parse(Cursor cursor) {
    Matcher form = FORM.matcher(cursor.value());
    return form.matches()
        ? Optional.of(
            new SweepCursor(
                form.group(1),
                form.group(2),
                Integer.parseInt(form.group(3)),
                form.group(4) != null))
        : Optional.empty();
  }

  String described() {
    return documents == 1 ? "1 document" : documents + " documents";
  }
}
