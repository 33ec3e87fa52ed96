package dev.gill.source;

import dev.gill.model.Audience;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Readers that the configuration names part by part, for a source that does not say itself who may
 * read it. A part is a folder or file by its path; it holds for all that lies in it.
 */
public final class Audiences {
  private static final String KEY = "audiences";

  private Audiences() {}

  /**
   * Reads {@code ops=everyone, hr/pay=hr+leads}.
   *
   * @param part what the source calls a part, such as {@code folder}
   * @return by path, without slashes at its ends; never of the whole
   * @throws SettingsException if it cannot be read
   */
  public static SortedMap<String, Audience> read(Settings settings, String part) {
    SortedMap<String, Audience> audiences = new TreeMap<>();
    for (String each : settings.list(KEY)) {
      int equals = each.lastIndexOf('=');
      try {
        audiences.put(
            each.substring(0, equals).strip().replaceAll("^/+|/+$", ""),
            Audience.parse(each.substring(equals + 1).replace('+', ',')));
      } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
        String name = part.toUpperCase(Locale.ROOT);
        throw settings.wrong(
            KEY,
            "cannot be read; write %s=everyone or %s=group+group, parted by commas"
                .formatted(name, name));
      }
    }
    if (audiences.containsKey("")) {
      throw settings.wrong(
          KEY, "names no %s before a =; the whole has its readers in audience".formatted(part));
    }
    return audiences;
  }

  /** The scope of what lies at a path: that of the innermost part that is named. */
  public static Scope scope(SourceId source, Set<String> parts, String path) {
    String named = "";
    for (String each : parts) {
      boolean within = path.equals(each) || path.startsWith(each + "/");
      named = within && each.length() > named.length() ? each : named;
    }
    return new Scope(source, named);
  }

  /** Who may read what: the whole, but for the parts. */
  public static Rights rights(SourceId source, Audience whole, Map<String, Audience> parts) {
    Map<Scope, Audience> all = new HashMap<>();
    all.put(Scope.whole(source), whole);
    parts.forEach((part, readers) -> all.put(new Scope(source, part), readers));
    return new Rights(all, Map.of());
  }
}
