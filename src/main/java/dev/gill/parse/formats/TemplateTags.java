package dev.gill.parse.formats;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the tags of ERB, Jinja, Liquid and the like out of a template. What they would be filled in
 * with is not known. Line ends inside them stay, so that lines keep their numbers; code keeps its
 * tags, since there they are often what the text is about.
 */
final class TemplateTags {
  /** A tag that does not end within so many characters is none. */
  private static final int LONGEST_TAG = 4000;

  private static final int LONGEST_CODE_SPAN = 1000;
  private static final int SHORTEST_FENCE = 3;
  private static final int DEEPEST_FENCE = 12;

  private static final Pattern RAW = Pattern.compile("\\{%-?\\s*(?:raw|verbatim)\\s*-?%}");
  private static final Pattern RAW_END = Pattern.compile("\\{%-?\\s{0,9}end(?:raw|verbatim)");

  private record Pair(String open, String close) {}

  /** The longer ones of those that begin alike come first. */
  private static final List<Pair> TAGS =
      List.of(
          new Pair("<%", "%>"),
          new Pair("{%", "%}"),
          new Pair("{#", "#}"),
          new Pair("{{{", "}}}"),
          new Pair("{{", "}}"));

  private static final List<Pair> CODE =
      List.of(
          new Pair("<pre", "</pre"),
          new Pair("<code", "</code"),
          new Pair("<script", "</script"),
          new Pair("<style", "</style"));

  /**
   * A text without its tags.
   *
   * @param tags how many were taken out
   */
  record Stripped(byte[] bytes, int tags) {}

  private final String text;
  private final String lower;
  private final StringBuilder out;
  private final Map<String, Integer> next = new HashMap<>();
  private int at;
  private int tags;

  private TemplateTags(String text) {
    this.text = text;
    this.lower = text.toLowerCase(Locale.ROOT);
    this.out = new StringBuilder(text.length());
  }

  /** Works on bytes, since the tags are the same in every encoding that holds ASCII. */
  static Stripped strip(byte[] bytes) {
    TemplateTags stripper = new TemplateTags(new String(bytes, StandardCharsets.ISO_8859_1));
    while (stripper.at < stripper.text.length()) {
      stripper.step();
    }
    return new Stripped(
        stripper.out.toString().getBytes(StandardCharsets.ISO_8859_1), stripper.tags);
  }

  private void step() {
    int end =
        switch (text.charAt(at)) {
          case '`', '~' -> code();
          case '<' -> element().orElse(at);
          default -> at;
        };
    if (end > at) {
      keep(end);
    } else if (text.startsWith("<%%", at) || text.startsWith("%%>", at)) {
      out.append(text.charAt(at) == '<' ? "<%" : "%>"); // how ERB writes the marks themselves
      at += 3;
    } else {
      tag().ifPresentOrElse(this::drop, () -> keep(at + 1));
    }
  }

  /** Where a fence or a span of code ends that begins here; here if none does. */
  private int code() {
    char mark = text.charAt(at);
    int run = run(at, mark);
    if (run >= SHORTEST_FENCE && beginsLine()) {
      return fence(mark, run);
    }
    int end = Math.min(text.length(), at + LONGEST_CODE_SPAN);
    for (int i = at + run; mark == '`' && i < end && text.charAt(i) != '\n'; i++) {
      if (text.charAt(i) == mark) {
        int closing = run(i, mark);
        if (closing == run) {
          return i + run;
        }
        i += closing - 1;
      }
    }
    return at + run;
  }

  /** Whether only a few spaces stand before this in its line. */
  private boolean beginsLine() {
    int begin = at;
    while (begin > 0 && at - begin < DEEPEST_FENCE && text.charAt(begin - 1) == ' ') {
      begin--;
    }
    return begin == 0 || text.charAt(begin - 1) == '\n';
  }

  private int fence(char mark, int run) {
    int line = text.indexOf('\n', at);
    while (line >= 0) {
      int begin = line + 1;
      while (begin < text.length() && text.charAt(begin) == ' ') {
        begin++;
      }
      if (run(begin, mark) >= run) {
        return begin + run(begin, mark);
      }
      line = text.indexOf('\n', begin);
    }
    return text.length();
  }

  private int run(int from, char mark) {
    int end = from;
    while (end < text.length() && text.charAt(end) == mark) {
      end++;
    }
    return end - from;
  }

  private Optional<Integer> element() {
    return CODE.stream()
        .filter(pair -> lower.startsWith(pair.open(), at))
        .filter(pair -> !Character.isLetterOrDigit(charAt(at + pair.open().length())))
        .map(pair -> next(lower, pair.close()))
        .filter(end -> end >= 0)
        .findFirst();
  }

  private char charAt(int index) {
    return index < text.length() ? text.charAt(index) : ' ';
  }

  private Optional<Integer> tag() {
    for (Pair pair : TAGS) {
      if (text.startsWith(pair.open(), at)) {
        int end = next(text, pair.close());
        if (end >= 0 && end - at <= LONGEST_TAG) {
          return Optional.of(end + pair.close().length());
        }
      }
    }
    return Optional.empty();
  }

  /** Where this comes next; asked for from ever later places, it is looked for only once. */
  private int next(String in, String close) {
    int from = at + 1;
    Integer known = next.get(close);
    if (known == null || (known >= 0 && known < from)) {
      known = in.indexOf(close, from);
      next.put(close, known);
    }
    return known;
  }

  private void keep(int end) {
    out.append(text, at, end);
    at = end;
  }

  private void drop(int end) {
    text.substring(at, end).chars().filter(c -> c == '\n').forEach(c -> out.append((char) c));
    tags++;
    boolean raw = RAW.matcher(text).region(at, end).matches();
    at = end;
    if (raw) {
      Matcher over = RAW_END.matcher(text).region(at, text.length());
      keep(over.find() ? over.start() : text.length());
    }
  }
}
