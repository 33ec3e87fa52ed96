package dev.gill.parse.office.rtf;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the styles of paragraphs say: which are headings, and of which level. */
final class RtfStyles {
  private static final Pattern HEADING = Pattern.compile("heading ([1-9])");

  /** As Word calls them, and as LibreOffice does. */
  private static final Pattern CONTENTS =
      Pattern.compile("(?:toc|contents|user index|illustration index) (?:\\d{1,2}|heading)");

  private record Style(String name, int outline) {}

  private final Map<Integer, Style> styles = new HashMap<>();

  void add(int number, String name, int outline) {
    String lower = name.replace(";", "").strip().toLowerCase(Locale.ROOT);
    styles.put(number, new Style(lower, outline));
  }

  /** The level of a paragraph as a heading; 0 if it is none. */
  int heading(RtfState state) {
    if (state.outline >= 0) {
      return state.outline < RtfState.NO_HEADING ? state.outline + 1 : 0;
    }
    Style style = styles.get(state.style);
    if (style == null) {
      return 0;
    }
    if (style.outline() >= 0 && style.outline() < RtfState.NO_HEADING) {
      return style.outline() + 1;
    }
    Matcher heading = HEADING.matcher(style.name());
    return style.name().equals("title")
        ? 1
        : heading.matches() ? Integer.parseInt(heading.group(1)) : 0;
  }

  /** Whether paragraphs of this style are lines of a list of contents. */
  boolean isContents(int number) {
    Style style = styles.get(number);
    return style != null && CONTENTS.matcher(style.name()).matches();
  }
}
