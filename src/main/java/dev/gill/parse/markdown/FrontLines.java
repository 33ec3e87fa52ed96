package dev.gill.parse.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Settings line by line: TOML, and YAML that is not quite right. */
final class FrontLines {
  private static final Pattern SETTING =
      Pattern.compile(
          "^\\s*([\"']?)([\\p{L}_][^:=\"']{0,60}?)\\1\\s*(?:=|:(?=\\s|$))\\s*(.*?)\\s*$");
  private static final Pattern SECTION =
      Pattern.compile("^\\[{1,2}\\s*([^\\[\\]]+?)\\s*]{1,2}\\s*$");
  private static final Pattern OTHER = Pattern.compile("^(\\s.*|-\\s.*|-|#.*|\\[.*|[\\]}],?|)$");
  private static final Pattern ITEM = Pattern.compile("^\\s*-\\s+(\\S.*?)\\s*$");

  private final List<FrontFact> facts = new ArrayList<>();
  private List<String> section = List.of();
  private FrontFact list;

  private FrontLines() {}

  /** The settings; none if one of the lines looks like something else. */
  static Optional<List<FrontFact>> read(List<String> lines, int firstLine) {
    FrontLines reader = new FrontLines();
    for (int i = 0; i < lines.size(); i++) {
      if (!reader.line(lines.get(i), firstLine + i)) {
        return Optional.empty();
      }
    }
    return reader.facts.isEmpty() ? Optional.empty() : Optional.of(reader.facts);
  }

  private boolean line(String line, int number) {
    Matcher section = SECTION.matcher(line);
    Matcher setting = SETTING.matcher(line);
    Matcher item = ITEM.matcher(line);
    if (list != null && isOpen(list.value())) {
      replace(list.value() + " " + line.strip());
    } else if (section.matches() && !line.contains("=")) {
      this.section = List.of(section.group(1).split("\\s*\\.\\s*"));
    } else if (item.matches() && list != null) {
      String before = list.value();
      replace(before.isEmpty() ? plain(item.group(1)) : before + ", " + plain(item.group(1)));
    } else if (setting.matches() && !line.startsWith("#")) {
      List<String> path = new ArrayList<>(this.section);
      path.add(setting.group(2).strip());
      list = new FrontFact(List.copyOf(path), setting.group(3), number);
      facts.add(list);
      replace(setting.group(3));
    } else {
      return OTHER.matcher(line).matches();
    }
    return true;
  }

  private void replace(String value) {
    String written = isOpen(value) ? value : values(value);
    list = new FrontFact(list.path(), written, list.line());
    facts.set(facts.size() - 1, list);
  }

  private static boolean isOpen(String value) {
    return value.startsWith("[") && !value.endsWith("]") && !value.contains("](");
  }

  private static String values(String value) {
    if (!value.startsWith("[") || !value.endsWith("]")) {
      return plain(value);
    }
    List<String> values = new ArrayList<>();
    for (String one : value.substring(1, value.length() - 1).split(",")) {
      if (!one.isBlank()) {
        values.add(plain(one.strip()));
      }
    }
    return String.join(", ", values);
  }

  private static String plain(String value) {
    String bare =
        value
            .replaceFirst("(?<=[\"'\\d])\\s+#.*$", "")
            .replaceAll("^(\"\"\"|''')|(\"\"\"|''')$", "");
    boolean quoted =
        bare.length() > 1
            && (bare.charAt(0) == '"' || bare.charAt(0) == '\'')
            && bare.charAt(bare.length() - 1) == bare.charAt(0);
    return quoted ? bare.substring(1, bare.length() - 1) : bare;
  }
}
