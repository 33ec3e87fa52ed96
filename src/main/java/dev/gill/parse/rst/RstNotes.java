package dev.gill.parse.rst;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers of the footnotes that reStructuredText numbers by itself. */
final class RstNotes {
  private static final Pattern LABEL = Pattern.compile("^\\s*\\.\\. \\[(#[\\w.-]*|\\d+)]\\s.*$");

  private final List<Integer> unnamed = new ArrayList<>();
  private final Map<String, Integer> named = new HashMap<>();
  private int marked;
  private int labelled;

  RstNotes(List<String> lines) {
    List<String> labels = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (String line : lines) {
      Matcher label = LABEL.matcher(line);
      if (label.matches()) {
        (label.group(1).startsWith("#") ? labels : taken).add(label.group(1));
      }
    }
    int number = 0;
    for (String label : labels) {
      do {
        number++;
      } while (taken.contains(Integer.toString(number)));
      if (label.equals("#")) {
        unnamed.add(number);
      } else {
        named.putIfAbsent(label, number);
      }
    }
  }

  /** What stands in the text for the label {@code #} or {@code #name}. */
  String mark(String label) {
    return "[" + (label.equals("#") ? next(marked++) : numbered(label)) + "]";
  }

  /** What stands before the note for its label in brackets. */
  String label(String written) {
    String label = written.substring(1, written.length() - 1);
    if (!label.startsWith("#")) {
      return written;
    }
    return "[" + (label.equals("#") ? next(labelled++) : numbered(label)) + "]";
  }

  private String next(int at) {
    return at < unnamed.size() ? unnamed.get(at).toString() : "#";
  }

  private String numbered(String label) {
    Integer number = named.get(label);
    return number == null ? label.substring(1) : number.toString();
  }
}
