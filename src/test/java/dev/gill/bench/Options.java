package dev.gill.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Options of the form {@code --name value}, each with a default. */
record Options(Map<String, String> values) {
  Options {
    values = new LinkedHashMap<>(values);
  }

  /**
   * Reads a command line.
   *
   * @throws UsageException if it names an option that is not among the defaults, or leaves one
   *     without a value
   */
  static Options parse(List<String> arguments, Map<String, String> defaults) {
    Map<String, String> values = new LinkedHashMap<>(defaults);
    for (int i = 0; i < arguments.size(); i += 2) {
      String option = arguments.get(i);
      String name = option.startsWith("--") ? option.substring(2) : "";
      if (!defaults.containsKey(name)) {
        throw new UsageException(
            "'%s' is no option of this bench; it knows %s.".formatted(option, named(defaults)));
      }
      if (i + 1 == arguments.size()) {
        throw new UsageException("%s wants a value after it.".formatted(option));
      }
      values.put(name, arguments.get(i + 1));
    }
    return new Options(values);
  }

  private static String named(Map<String, String> defaults) {
    List<String> names = new ArrayList<>();
    defaults.keySet().forEach(name -> names.add("--" + name));
    return String.join(", ", names);
  }

  /** The value of an option; empty if it is blank. */
  Optional<String> text(String name) {
    return Optional.of(values.get(name)).filter(value -> !value.isBlank());
  }

  /** A whole number of at least {@code least}; underscores may part its digits. */
  int count(String name, int least) {
    String value = values.get(name);
    try {
      int count = Integer.parseInt(value.replace("_", ""));
      if (count >= least) {
        return count;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number that is too small.
    }
    throw new UsageException(
        "--%s wants a whole number of %d or more, not '%s'.".formatted(name, least, value));
  }

  /** Words parted by commas; all of them if the value is {@code all}. */
  List<String> among(String name, List<String> known) {
    String value = values.get(name);
    if (value.equals("all")) {
      return known;
    }
    List<String> asked = List.of(value.split(","));
    for (String word : asked) {
      if (!known.contains(word)) {
        throw new UsageException(
            "--%s wants all or some of %s, not '%s'."
                .formatted(name, String.join(",", known), word));
      }
    }
    return asked;
  }
}
