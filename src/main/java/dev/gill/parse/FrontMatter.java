package dev.gill.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The block of settings at the head of a Markdown file, between lines of {@code ---} (YAML) or
 * {@code +++} (TOML): its title and author are read, the rest is left out.
 *
 * @param lines how many lines it takes, its fences among them; 0 if there is none
 */
record FrontMatter(int lines, String title, String author) {
  private static final FrontMatter NONE = new FrontMatter(0, "", "");
  private static final int LONGEST = 1000;
  private static final Pattern SETTING =
      Pattern.compile("^([A-Za-z][\\w.-]*)\\s*[:=]\\s*(.*?)\\s*$");
  private static final Pattern OTHER = Pattern.compile("^(\\s.*|-\\s.*|-|#.*|\\[.*|[\\]}],?|)$");

  /** Reads the head of these lines. */
  static FrontMatter of(List<String> lines) {
    String fence = lines.getFirst().stripTrailing();
    if (!fence.equals("---") && !fence.equals("+++")) {
      return NONE;
    }
    List<String> body = new ArrayList<>();
    for (int i = 1; i < Math.min(lines.size(), LONGEST); i++) {
      String line = lines.get(i);
      if (line.stripTrailing().equals(fence)) {
        return body.isEmpty()
            ? NONE
            : new FrontMatter(
                i + 1, setting(body, "title"), setting(body, "authors?|AUTHORS?|Authors?"));
      }
      if (!SETTING.matcher(line).matches() && !OTHER.matcher(line).matches()) {
        return NONE;
      }
      body.add(line);
    }
    return NONE;
  }

  private static String setting(List<String> body, String names) {
    for (int i = 0; i < body.size(); i++) {
      Matcher matcher = SETTING.matcher(body.get(i));
      if (matcher.matches() && matcher.group(1).matches(names)) {
        String value = matcher.group(2);
        return value.isEmpty() ? listed(body, i + 1) : values(value);
      }
    }
    return "";
  }

  private static String listed(List<String> body, int from) {
    List<String> values = new ArrayList<>();
    for (int i = from; i < body.size() && body.get(i).matches("\\s*-\\s+\\S.*"); i++) {
      values.add(plain(body.get(i).strip().substring(1).strip()));
    }
    return String.join(", ", values);
  }

  private static String values(String value) {
    if (!value.startsWith("[") || !value.endsWith("]")) {
      return plain(value);
    }
    List<String> values = new ArrayList<>();
    for (String one : value.substring(1, value.length() - 1).split(",")) {
      values.add(plain(one.strip()));
    }
    return String.join(", ", values);
  }

  private static String plain(String value) {
    boolean quoted =
        value.length() > 1
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(value.length() - 1) == value.charAt(0);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
