package dev.gill.parse.rst;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The lines of a directive above its body.
 *
 * @param more further lines of the argument, each of which is a signature of its own
 * @param options by their names, in their order
 * @param body the first line of the body
 */
record RstHead(List<String> more, Map<String, String> options, int body) {
  private static final Pattern OPTION = Pattern.compile("^\\s*:([\\w-]+):(?:\\s+(.*))?$");

  /** Options whose values are printed below a signature. */
  private static final Set<String> SHOWN =
      Set.of("type", "default", "value", "synopsis", "platform", "required", "since");

  /**
   * Reads it.
   *
   * @param i the line that names the directive, which ends before the other one
   * @param signatures whether the argument can go on in further lines
   */
  static RstHead read(RstLines lines, int i, int end, boolean signatures) {
    List<String> more = new ArrayList<>();
    Map<String, String> options = new LinkedHashMap<>();
    int at = i + 1;
    while (signatures && at < end && goesOn(lines, i, at)) {
      more.add(lines.at(at++).strip());
    }
    while (at < end && isOption(lines.at(at))) {
      Matcher option = OPTION.matcher(lines.at(at));
      option.matches();
      int indent = lines.indent(at++);
      StringBuilder value = new StringBuilder(option.group(2) == null ? "" : option.group(2));
      while (at < end && !lines.at(at).isBlank() && lines.indent(at) > indent) {
        value.append('\n').append(lines.at(at++).strip());
      }
      options.put(option.group(1), value.toString().strip());
    }
    return new RstHead(more, options, at);
  }

  /** Whether the argument goes on there: below its first line, or after a backslash. */
  private static boolean goesOn(RstLines lines, int i, int at) {
    String line = lines.at(at);
    int column = lines.at(i).indexOf("::") + 3;
    boolean continued = lines.at(at - 1).stripTrailing().endsWith("\\");
    return !line.isBlank() && !isOption(line) && (continued || lines.indent(at) >= column);
  }

  private static boolean isOption(String line) {
    return OPTION.matcher(line).matches();
  }

  /** All signatures: a backslash at the end of a line joins it with the next one. */
  List<String> signatures(String first) {
    List<String> all = new ArrayList<>(List.of(first));
    for (String line : more) {
      String last = all.getLast();
      if (last.endsWith("\\")) {
        all.set(all.size() - 1, last.substring(0, last.length() - 1).strip() + " " + line);
      } else {
        all.add(line);
      }
    }
    return all;
  }

  /** What a reader sees of the options, in parentheses; empty where that is nothing. */
  String facts() {
    String facts =
        options.entrySet().stream()
            .filter(option -> SHOWN.contains(option.getKey()) && !option.getValue().isBlank())
            .map(option -> option.getKey() + ": " + option.getValue())
            .collect(Collectors.joining("; "));
    return facts.isEmpty() ? "" : " (" + facts + ")";
  }

  static String titled(String name) {
    return name.equals("seealso")
        ? "See also"
        : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
