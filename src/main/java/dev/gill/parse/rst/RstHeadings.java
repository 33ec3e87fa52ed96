package dev.gill.parse.rst;

import dev.gill.parse.canonical.CanonicalText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Headings of reStructuredText: which character means which level, each document decides. */
final class RstHeadings {
  private static final Pattern ADORNMENT = Pattern.compile("^([!-/:-@\\[-`{-~])\\1{2,}\\s*$");

  private final CanonicalText text;
  private final List<String> lines;
  private final List<String> levels = new ArrayList<>();

  private final RstInline inline;

  RstHeadings(CanonicalText text, List<String> lines, RstInline inline) {
    this.inline = inline;
    this.text = text;
    this.lines = lines;
  }

  static boolean isAdornment(String line) {
    return ADORNMENT.matcher(line).matches();
  }

  /** Writes the heading that begins there, and says where it ends: there, if none begins. */
  int write(int i, int to) {
    if (isOverlined(i, to)) {
      write(lines.get(i).charAt(0) + "over", i + 1);
      return i + 3;
    }
    boolean underlined =
        i + 1 < to
            && isAdornment(lines.get(i + 1))
            && !isAdornment(lines.get(i))
            && lines.get(i + 1).strip().length() + 1 >= lines.get(i).strip().length();
    if (underlined) {
      write(lines.get(i + 1).substring(0, 1), i);
      return i + 2;
    }
    return i;
  }

  private boolean isOverlined(int i, int to) {
    return isAdornment(lines.get(i))
        && i + 2 < to
        && !lines.get(i + 1).isBlank()
        && lines.get(i + 2).stripTrailing().equals(lines.get(i).stripTrailing());
  }

  private void write(String adornment, int i) {
    if (!levels.contains(adornment)) {
      levels.add(adornment);
    }
    text.line(i + 1);
    text.heading(levels.indexOf(adornment) + 1, inline.of(lines.get(i).strip(), i + 1));
  }
}
