package dev.gill.parse.pdf;

import dev.gill.parse.canonical.Inline;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Undoes hyphenation at line ends. A hyphen stays where the document writes the same compound with
 * one in the middle of a line.
 */
final class PdfHyphens {
  private static final Pattern COMPOUND = Pattern.compile("(?<!\\p{L})(\\p{L}+)-(?=(\\p{L}+))");
  private static final Pattern BROKEN = Pattern.compile("(\\p{L}{2,})[-\u2010\u00ad]$");
  private static final Pattern REST = Pattern.compile("^\\p{Ll}+");

  private static final int LONGEST_WORD = 60;

  private final Set<String> compounds = new HashSet<>();

  PdfHyphens(List<PdfLine> lines) {
    for (PdfLine line : lines) {
      Matcher matcher = COMPOUND.matcher(line.words());
      while (matcher.find()) {
        compounds.add(compound(matcher.group(1), matcher.group(2)));
      }
    }
  }

  private static String compound(String before, String after) {
    return (before + "-" + after).toLowerCase(Locale.ROOT);
  }

  /** Adds the next printed line. */
  void add(Inline line, String words) {
    Matcher broken = BROKEN.matcher(line.tail(LONGEST_WORD));
    Matcher rest = REST.matcher(words);
    if (!line.isEmpty() && broken.find() && rest.find()) {
      if (!compounds.contains(compound(broken.group(1), rest.group()))) {
        line.cutTo(line.length() - 1);
      }
      line.glue();
    } else {
      line.softBreak();
    }
    line.text(words);
  }
}
