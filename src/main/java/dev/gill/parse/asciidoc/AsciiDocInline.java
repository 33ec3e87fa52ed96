package dev.gill.parse.asciidoc;

import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.InlineMarkup;
import dev.gill.parse.canonical.LeftOuts;
import dev.gill.parse.canonical.LinkTargets;
import dev.gill.parse.canonical.Powers;
import dev.gill.parse.canonical.ReadableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The inline markup of AsciiDoc, with the attributes that a document defines. */
final class AsciiDocInline {
  private static final Pattern LITERAL =
      Pattern.compile("``(.+?)``|(?<!\\w)`\\+?(\\S|\\S.*?\\S)\\+?`(?!\\w)", Pattern.DOTALL);
  private static final Pattern MARKUP =
      Pattern.compile(
          "\\\\(?<escaped>[{*_`#<'])"
              + "| ?(?<struck>\\[[^\\]\\n]{0,60}\\b(?:line-through|strike(?:through)?)\\b[^\\]\\n]{0,60}]"
              + "(?:##.+?##|#(?:[^\\s#]|[^\\s#].*?[^\\s#])#(?!\\w)))"
              + "|(?<base>[\\p{L}\\p{N})])\\^(?<raised>[^\\s^]{1,40})\\^"
              + "|~(?<lowered>[^\\s~]{1,40})~"
              + "|\\[[.%][\\w.%-]*](?=[*_`#])"
              + "|\"`(?<quoted>[^\\s`]|\\S.*?\\S)`\""
              + "|(?<![\\w'])'`(?<single>[^\\s`]|\\S.*?\\S)`'(?!\\w)"
              + "|(?<=\\w)(?<apostrophe>`')(?=[\\w\\s.,;:!?)]|$)"
              + "|(?<number>&#(?:[xX][0-9a-fA-F]{2,6}|\\d{2,7});)"
              + "|\\+\\+\\+(?<passed>.+?)\\+\\+\\+"
              + "|``(?<code>.+?)``"
              + "|(?<![\\w`])`\\+?(?<mono>[^\\s`]|[^\\s`].*?[^\\s`+])\\+?`(?!\\w)"
              + "|\\*\\*(?<strong>.+?)\\*\\*"
              + "|(?<![\\w*])\\*(?<bold>[^\\s*]|[^\\s*].*?[^\\s*])\\*(?![\\w*])"
              + "|__(?<emphasis>.+?)__"
              + "|(?<![\\w_])_(?<italic>[^\\s_]|[^\\s_].*?[^\\s_])_(?![\\w_])"
              + "|(?:\\[[^\\]\\n]*])?#(?<marked>[^\\s#]|[^\\s#].*?[^\\s#])#(?!\\w)"
              + "|(?<url>(?:link:|xref:|mailto:|(?=https?://)|(?=\\{(?!empty}|sp}|nbsp}|zwsp}|wj})[\\w-]+}[^\\s\\[\\]]*\\[))[^\\s\\[\\]]+)\\[(?<label>[^\\]]*)]"
              + "|<<(?<anchor>[^<>,]+)(?:,\\s*(?<caption>[^<>]+))?>>"
              + "|footnote(?:ref)?:(?<noted>[^\\s\\[\\]]*)\\[(?<note>(?:[^\\[\\]]|\\[[^\\]]*])*)]"
              + "|menu:(?<menu>[^\\[\\]\\n]+)\\[(?<entry>[^\\]]*)]"
              + "|(?:image|icon|kbd|btn|pass|stem|latexmath):[^\\s\\[\\]]*\\[(?<macro>(?:\\\\]|[^\\]])*)]"
              + "|\\{counter:(?<counter>[\\w-]+)(?::[^}]*)?}"
              + "|\\[\\[[^\\]]+]]"
              + "|\\{(?<attribute>[A-Za-z0-9_][\\w-]*)}",
          Pattern.DOTALL);

  private static final Pattern HEADING = Pattern.compile("^(?:={1,6}|#{1,6})\\s+(\\S.*)$");
  private static final Pattern ANCHOR = Pattern.compile("^\\[(?:\\[|#)([\\w.:-]+).*]\\s*$");

  private final AsciiDocAttributes attributes = new AsciiDocAttributes();
  private final Map<String, String> titles = new HashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<String, Integer> marks = new HashMap<>();
  private final LeftOuts leftOut;
  private int written;

  AsciiDocInline(List<String> lines, LeftOuts leftOut) {
    this.leftOut = leftOut;
    String anchor = "";
    for (String line : lines) {
      Matcher heading = HEADING.matcher(line);
      Matcher named = ANCHOR.matcher(line);
      if (named.matches()) {
        anchor = named.group(1);
      } else if (heading.matches()) {
        String words = heading.group(1).strip();
        titles.putIfAbsent(anchor, words);
        titles.putIfAbsent(
            "_" + words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_"), words);
        anchor = "";
      } else if (!line.isBlank() && !line.startsWith("[") && !line.startsWith("//")) {
        anchor = "";
      }
    }
  }

  /** Takes in a line that sets or unsets an attribute. */
  void define(String line) {
    attributes.define(line);
  }

  /** The notes that no text has been written of yet, each with its mark. */
  List<String> newNotes() {
    List<String> fresh = List.copyOf(notes.subList(written, notes.size()));
    written = notes.size();
    return fresh;
  }

  Inline of(String source, int firstLine) {
    return InlineMarkup.of(source, firstLine, words -> plain(words, 0));
  }

  private String plain(String source, int depth) {
    return InlineMarkup.replace(source, MARKUP, depth, match -> written(match, depth));
  }

  private String written(MatchResult match, int depth) {
    if (LITERAL.matcher(match.group()).matches()) {
      String words = InlineMarkup.firstGroup(match);
      boolean passed = match.group().startsWith("`+") && match.group().endsWith("+`");
      return passed ? words : attributes.resolved(words).replaceAll("\\\\(?=\\{)", "");
    }
    String character = character(match);
    if (!character.isEmpty()) {
      return character;
    }
    if (match.group("escaped") != null) {
      return match.group("escaped");
    }
    if (match.group("struck") != null) {
      leftOut.struck();
      return "";
    }
    if (match.group("raised") != null) {
      String base = match.group("base");
      String raised = plain(match.group("raised"), depth + 1);
      return base + (Powers.isOne(base, raised) ? "^" : "") + raised;
    }
    if (match.group("url") != null) {
      String url = match.group("url");
      String label = match.group("label");
      return isLink(url) ? link(url, label, depth) : attributes.resolved(url) + "[" + label + "]";
    }
    if (match.group("note") != null) {
      return note(match.group("noted"), match.group("note"), depth);
    }
    if (match.group("menu") != null) {
      String entry = match.group("entry").replaceAll("\\s*(?:>|&gt;)\\s*", " > ").strip();
      return match.group("menu") + (entry.isEmpty() ? "" : " > " + entry);
    }
    if (match.group("counter") != null) {
      return attributes.next(match.group("counter"));
    }
    if (match.group("anchor") != null) {
      String caption = match.group("caption");
      String anchor = match.group("anchor").replaceFirst("^.*#(?=.)|#$", "");
      return caption == null ? named(anchor) : plain(caption, depth + 1);
    }
    if (match.group("attribute") != null) {
      String value = attributes.value(match.group("attribute"));
      return value.contains("[") ? plain(value, depth + 1) : value;
    }
    if (match.group("macro") != null) {
      boolean picture = match.group().matches("(?s)(?:image|icon):.*");
      if (match.group().startsWith("kbd:")) {
        return match.group("macro").replaceAll("\\s*[+,]\\s*(?=\\S)", "+");
      }
      String words = match.group("macro").replace("\\]", "]");
      return picture ? words.replaceFirst("(?s),.*$", "") : words;
    }
    if (match.group("quoted") != null) {
      return "\u201c" + plain(match.group("quoted"), depth + 1) + "\u201d";
    }
    if (match.group("single") != null) {
      return "\u2018" + plain(match.group("single"), depth + 1) + "\u2019";
    }
    String inner = InlineMarkup.firstGroup(match);
    return inner.equals(match.group()) ? "" : plain(inner, depth + 1);
  }

  /** What is written otherwise than it is read: quotation marks, numbers of characters. */
  private String character(MatchResult match) {
    if (match.group("apostrophe") != null) {
      return "\u2019";
    }
    return match.group("number") == null ? "" : AsciiDocAttributes.decoded(match.group());
  }

  /** An attribute in front of brackets can stand for an address, which nobody may have set here. */
  private boolean isLink(String written) {
    String resolved = attributes.resolved(written);
    return !written.startsWith("{")
        || resolved.matches("(?:https?://|link:|xref:|mailto:).*")
        || resolved.matches("\\{(?:ur[il]|link|uri)[\\w-]*}.*|\\{[\\w-]+}/.*");
  }

  private String link(String written, String label, int depth) {
    String words = label.replaceFirst("(?:,\\s*\\w+=.*|\\^)$", "");
    String url = attributes.resolved(written).replaceFirst("^(?:link|xref):", "");
    String address = url.replaceFirst("^mailto:", "");
    if (words.isBlank()) {
      return written.startsWith("xref:") ? named(address) : titles.getOrDefault(address, address);
    }
    String shown = LinkTargets.shown(url);
    String plain = plain(words, depth + 1);
    return shown.isEmpty() || plain.endsWith(shown) ? plain : plain + " (" + shown + ")";
  }

  /** What a place of this or another page is called. */
  private String named(String target) {
    String title = titles.get(target.replaceFirst("^#", ""));
    return title == null ? ReadableName.of(target) : title;
  }

  /** The mark stands apart from the words before it; a second mark of a note has no words. */
  private String note(String name, String words, int depth) {
    int number = notes.size() + 1;
    if (words.isBlank()) {
      return " [" + marks.getOrDefault(name, number) + "]";
    }
    notes.add("[" + number + "] " + plain(words, depth + 1));
    marks.put(name, number);
    return " [" + number + "]";
  }
}
