package dev.gill.source;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Globs as regular expressions over paths with {@code /}, alike on every platform. */
final class Globs {
  private final String glob;
  private final StringBuilder regex = new StringBuilder();
  private int at;
  private int braces;

  private Globs(String glob) {
    this.glob = glob;
  }

  /**
   * The pattern that matches the paths a glob holds for.
   *
   * @throws IllegalArgumentException if it is empty, or a bracket or brace is not closed
   */
  static Pattern compile(String written) {
    String glob = written.strip();
    if (glob.endsWith("/")) {
      glob = glob.substring(0, glob.length() - 1);
    }
    boolean anywhere = glob.indexOf('/') < 0;
    if (glob.startsWith("/")) {
      glob = glob.substring(1);
    }
    if (glob.isEmpty()) {
      throw bad(written, "is empty");
    }
    Globs globs = new Globs(glob);
    try {
      String body = globs.translate();
      return Pattern.compile(anywhere ? "(?:.*/)?" + body : body, Pattern.DOTALL);
    } catch (PatternSyntaxException e) {
      throw bad(written, "holds a wrong [range]");
    }
  }

  private String translate() {
    while (at < glob.length()) {
      step(glob.charAt(at));
    }
    if (braces > 0) {
      throw bad(glob, "has a { without its }");
    }
    return regex.toString();
  }

  private void step(char c) {
    switch (c) {
      case '*' -> star();
      case '?' -> put("[^/]", 1);
      case '[' -> range();
      case '{' -> {
        braces++;
        put("(?:", 1);
      }
      case '}' -> put(braces-- > 0 ? ")" : closed(), 1);
      case ',' -> put(braces > 0 ? "|" : ",", 1);
      default -> put(Pattern.quote(String.valueOf(c)), 1);
    }
  }

  private String closed() {
    throw bad(glob, "has a } without its {");
  }

  private void star() {
    if (glob.startsWith("**/", at)) {
      put("(?:.*/)?", 3);
    } else if (glob.startsWith("**", at)) {
      put(".*", 2);
    } else {
      put("[^/]*", 1);
    }
  }

  private void range() {
    int end = glob.indexOf(']', at + 2);
    if (end < 0) {
      throw bad(glob, "has a [ without its ]");
    }
    String inside = glob.substring(at + 1, end);
    boolean not = inside.startsWith("!") || inside.startsWith("^");
    String members = (not ? inside.substring(1) : inside).replaceAll("[\\[\\]\\\\&^]", "\\\\$0");
    put("(?!/)[" + (not ? "^" : "") + members + "]", end + 1 - at);
  }

  private void put(String translated, int consumed) {
    regex.append(translated);
    at += consumed;
  }

  private static IllegalArgumentException bad(String glob, String why) {
    return new IllegalArgumentException(
        "a pattern of %d characters %s: write a glob such as *.md, drafts or docs/**/*.pdf"
            .formatted(glob.length(), why));
  }
}
