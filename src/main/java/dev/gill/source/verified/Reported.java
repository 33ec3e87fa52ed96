package dev.gill.source.verified;

import dev.gill.model.Cursor;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was reported, which is what the cursor says.
 *
 * @param all whether everything was reported once; if not, a first pass is under way
 * @param revisions by id
 */
record Reported(boolean all, SortedMap<String, String> revisions) {
  /** Before anything was. */
  static final Reported NOTHING = new Reported(false, new TreeMap<>());

  private static final String ALL = "answers ";
  private static final String PART = "part ";
  private static final Pattern ENTRY = Pattern.compile("[^ =]+=[0-9a-f]+");

  Reported {
    revisions = Collections.unmodifiableSortedMap(new TreeMap<>(revisions));
  }

  Cursor cursor() {
    return new Cursor(
        revisions.entrySet().stream()
            .map(
                each ->
                    URLEncoder.encode(each.getKey(), StandardCharsets.UTF_8)
                        + "="
                        + each.getValue())
            .collect(Collectors.joining(" ", all ? ALL : PART, "")));
  }

  /** Empty if it is another's. */
  static Optional<Reported> read(Cursor cursor) {
    boolean all = cursor.value().startsWith(ALL);
    if (!all && !cursor.value().startsWith(PART)) {
      return Optional.empty();
    }
    SortedMap<String, String> revisions = new TreeMap<>();
    for (String entry : cursor.value().substring(all ? ALL.length() : PART.length()).split(" ")) {
      if (entry.isEmpty()) {
        continue;
      }
      if (!ENTRY.matcher(entry).matches()) {
        return Optional.empty();
      }
      int between = entry.indexOf('=');
      revisions.put(
          URLDecoder.decode(entry.substring(0, between), StandardCharsets.UTF_8),
          entry.substring(between + 1));
    }
    return Optional.of(new Reported(all, revisions));
  }
}
