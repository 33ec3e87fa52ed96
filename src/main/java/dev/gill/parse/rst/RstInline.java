package dev.gill.parse.rst;

import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.InlineMarkup;
import dev.gill.parse.canonical.LeftOuts;
import dev.gill.parse.canonical.LinkTargets;
import dev.gill.parse.canonical.ReadableName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The inline markup of reStructuredText, with the words and targets that a document defines. */
final class RstInline {
  /** Marks right between two quotation marks, or brackets, begin nothing. */
  private static final String QUOTED =
      "(?!(?<=')\\*{1,2}'|(?<=\")\\*{1,2}\"|(?<=\\()\\*{1,2}\\)|(?<=\\[)\\*{1,2}]|(?<=<)\\*{1,2}>)";

  private static final Pattern MARKUP =
      Pattern.compile(
          "``(?<code>\\S|\\S.*?\\S)``(?!`)"
              + "|(?::[\\w:.+-]+:)?`(?<named>[^`]+?)\\s*<(?<target>[^<>`]+)>`_{0,2}"
              + "|:(?<rolename>[\\w:.+-]+):`(?<role>[^`]+)`"
              + "|`(?<plain>[^`]+)`(?<link>_{0,2})"
              + "|\\[(?<auto>#[\\w.-]*)]_"
              + "|"
              + QUOTED
              + "\\*\\*(?<strong>\\S.*?)\\*\\*"
              + "|"
              + QUOTED
              + "(?<![\\w*])\\*(?<emphasis>[^\\s*](?:[^*]*[^\\s*])?)\\*(?![\\w*])"
              + "|(?<![\\w|])\\|(?<substitution>[^\\s|](?:[^|\\n]*[^\\s|])?)\\|_{0,2}(?![\\w|])"
              + "|(?<![\\w`])(?<word>[\\p{L}\\p{N}]+(?:[._+:-][\\p{L}\\p{N}]+)*)(?<wordlink>__?)(?=[\\s.,;:!?)]|$)"
              + "|(?<=])__?(?=[\\s.,;:!?)]|$)"
              + "|\\\\(?<escaped>\\S|\\s)",
          Pattern.DOTALL);
  private static final Pattern REPLACEMENT =
      Pattern.compile("^\\s*\\.\\. \\|([^|]+)\\| (?:replace|unicode|date)::\\s*(.*)$");
  private static final Pattern PICTURE = Pattern.compile("^\\s*\\.\\. \\|([^|]+)\\| image::.*$");
  private static final Pattern TARGET =
      Pattern.compile("^\\s*\\.\\. _(`?)([^:`]+)\\1:(?:\\s+(\\S+))?\\s*$");

  private static final Pattern UNNAMED = Pattern.compile("^\\s*(?:\\.\\. __:|__)\\s+(\\S+)\\s*$");

  private static final Pattern ROLE =
      Pattern.compile("^\\s*\\.\\. role:: ([\\w-]+)(?:\\(.*\\))?\\s*$");

  /** What roles and classes that cross words out are called. */
  private static final Set<String> STRUCK =
      Set.of("strike", "strikethrough", "strike-through", "line-through", "del", "deleted", "s");

  /** UTF-16 units that a name stands for at most. */
  private static final int LONGEST = 1000;

  private final Map<String, String> replacements = new HashMap<>();
  private final Map<String, String> targets = new HashMap<>();
  private final Map<String, String> titles = new HashMap<>();

  private final Deque<String> unnamed = new ArrayDeque<>();
  private final RstNotes notes;
  private final LeftOuts leftOut;
  private final Set<String> struck = new HashSet<>();

  RstInline(List<String> lines, LeftOuts leftOut) {
    this.leftOut = leftOut;
    notes = new RstNotes(lines);
    struck.addAll(STRUCK);
    for (int i = 0; i < lines.size(); i++) {
      Matcher role = ROLE.matcher(lines.get(i));
      if (role.matches() && isStruck(lines, i + 1)) {
        struck.add(role.group(1).toLowerCase(Locale.ROOT));
      }
      Matcher replacement = REPLACEMENT.matcher(lines.get(i));
      Matcher target = TARGET.matcher(lines.get(i));
      Matcher without = UNNAMED.matcher(lines.get(i));
      if (replacement.matches()) {
        replacements.put(replacement.group(1), continued(lines, i, replacement.group(2)));
      } else if (PICTURE.matcher(lines.get(i)).matches()) {
        replacements.put(lines.get(i).split("\\|")[1], alternative(lines, i));
      } else if (without.matches()) {
        unnamed.add(without.group(1));
      } else if (target.matches() && target.group(3) != null) {
        targets.put(key(target.group(2)), target.group(3));
      } else if (target.matches()) {
        title(lines, i, key(target.group(2)));
      }
    }
  }

  /** Whether the class that a role gives to its words crosses them out. */
  private static boolean isStruck(List<String> lines, int from) {
    for (int k = from; k < lines.size() && lines.get(k).startsWith(" "); k++) {
      String[] option = lines.get(k).strip().split("\\s+");
      if (option[0].equals(":class:") && STRUCK.contains(option[option.length - 1])) {
        return true;
      }
    }
    return false;
  }

  private static String continued(List<String> lines, int i, String first) {
    StringBuilder words = new StringBuilder(first);
    for (int k = i + 1; k < lines.size() && lines.get(k).startsWith("  "); k++) {
      words.append(' ').append(lines.get(k).strip());
    }
    return words.substring(0, Math.min(words.length(), LONGEST)).strip();
  }

  private static String alternative(List<String> lines, int i) {
    for (int k = i + 1; k < lines.size() && lines.get(k).startsWith("  "); k++) {
      if (lines.get(k).strip().startsWith(":alt:")) {
        return lines.get(k).strip().substring(5).strip();
      }
    }
    return "";
  }

  /** A target above a heading stands for the heading's words. */
  private void title(List<String> lines, int i, String name) {
    int k = i + 1;
    while (k < lines.size() && (lines.get(k).isBlank() || TARGET.matcher(lines.get(k)).matches())) {
      k++;
    }
    k += k < lines.size() && RstHeadings.isAdornment(lines.get(k)) ? 1 : 0;
    if (k + 1 < lines.size() && RstHeadings.isAdornment(lines.get(k + 1))) {
      titles.put(name, lines.get(k).strip());
    }
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  /** Whether the line says where a link leads, or what a place is called, which nobody reads. */
  static boolean isTarget(String line) {
    return UNNAMED.matcher(line).matches() || TARGET.matcher(line).matches();
  }

  Inline of(String source, int firstLine) {
    return InlineMarkup.of(source, firstLine, words -> plain(words, 0));
  }

  private String plain(String source, int depth) {
    return InlineMarkup.replace(source, MARKUP, depth, match -> written(match, depth));
  }

  private String written(MatchResult match, int depth) {
    if (match.group("named") != null) {
      String target = match.group("target");
      return linked(
          match.group("named"), targets.getOrDefault(key(target.replaceAll("_$", "")), target));
    }
    if (match.group("role") != null) {
      return role(match.group("rolename"), match.group("role"));
    }
    if (match.group("substitution") != null) {
      String name = match.group("substitution");
      String words = replacements.get(name);
      boolean simple = words != null && words.length() <= LONGEST && words.indexOf('|') < 0;
      return words == null ? name : simple ? plain(words, depth + 1) : words;
    }
    if (match.group("auto") != null) {
      return notes.mark(match.group("auto"));
    }
    if (match.group("word") != null) {
      return linked(match.group("word"), target(match.group("word"), match.group("wordlink")));
    }
    if (match.group("plain") != null && !match.group("link").isEmpty()) {
      return linked(match.group("plain"), target(match.group("plain"), match.group("link")));
    }
    String escaped = match.group("escaped");
    if (escaped != null) {
      return escaped.isBlank() ? "" : escaped;
    }
    String written = InlineMarkup.firstGroup(match);
    return match.group().startsWith("_") ? "" : written;
  }

  /** Two underscores lead to the next of the targets without a name. */
  private String target(String words, String link) {
    return link.length() == 2 && !unnamed.isEmpty()
        ? unnamed.removeFirst()
        : targets.getOrDefault(key(words), "");
  }

  /** How the footnote of a definition's label is marked. */
  String label(String written) {
    return notes.label(written);
  }

  private String role(String written, String words) {
    String name = written.toLowerCase(Locale.ROOT);
    if (struck.contains(name)) {
      leftOut.struck();
      return "";
    }
    return switch (name) {
      case "ref", "numref" -> {
        String title = titles.get(key(words));
        yield title == null ? ReadableName.of(words) : title;
      }
      case "doc" -> ReadableName.of(words);
      case "menuselection" -> words.replaceAll("\\s*-->\\s*", " > ");
      case "sup", "superscript" -> "^" + words;
      case "pep", "rfc" -> name.toUpperCase(Locale.ROOT) + " " + words.replaceFirst("#.*$", "");
      case "code", "literal", "samp", "math", "kbd", "regexp" -> words;
      default -> object(words);
    };
  }

  /** Of the name of an object, {@code ~} asks for the last part; {@code !} asks for no link. */
  private static String object(String name) {
    String words = name.replaceFirst("^(?:!(?=\\S)|[.](?=[\\p{L}_]))", "");
    return words.startsWith("~") ? words.substring(words.lastIndexOf('.') + 1) : words;
  }

  private static String linked(String words, String target) {
    String shown = LinkTargets.shown(target);
    return shown.isEmpty() || words.endsWith(shown) ? words : words + " (" + shown + ")";
  }
}
