package dev.gill.parse.markdown;

import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.LeftOuts;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes words of Markdown that stand between marks, without what the dialects add to them. */
final class MarkdownText {
  /** Most places in a text begin nothing; without the first characters each would be tried. */
  private static final Pattern ADDED =
      Pattern.compile(
          "(?=[!\\[^%{=+:])(?:(?<wiki>!?\\[\\[(?<target>[^\\[\\]|]{1,300})(?:\\\\?\\|(?<label>[^\\[\\]]{0,300}))?]])"
              + "|(?<note>\\[\\^(?<mark>[^\\]\\s]{1,80})])"
              + "|(?<reference>\\[(?<referred>[^\\[\\]]{1,300})]\\[[^\\[\\]]{0,200}])"
              + "|(?<inlinenote>\\^\\[(?<words>[^\\]]{1,1000})])"
              + "|(?<comment>%%.{0,2000}?%%|\\{/\\*.{0,2000}?\\*/})"
              + "|(?<shortcode>"
              + MarkdownShortcodes.ANYWHERE.pattern()
              + ")"
              + "|(?<attributes>(?<!\\{)(?:\\{\\s*[.#][\\w:-]+[^{}]{0,300}}|\\{:[^{}]{1,300}})(?!}))"
              + "|(?<value>\\{\\s*(?<name>[A-Za-z_$][\\w$]*)\\s*})"
              + "|(?<mark2>==(?<marked>[^=\\s](?:[^=]{0,500}[^=\\s])?)==)"
              + "|(?<inserted>(?:\\+\\+|\\^\\^)(?<new>[^+^\\s](?:[^+^]{0,500}[^+^\\s])?)(?:\\+\\+|\\^\\^))"
              + "|(?<raised>(?<=[\\p{L}\\d)])\\^(?<power>[\\w+-]{1,12})\\^)"
              + "|(?<emoji>(?<![\\w:])(?<code>:[a-z][a-z0-9_+-]{1,60}:)(?:\\{[^{}]*})?(?![\\w:]))"
              + "|(?<blockid>(?<=\\s)\\^[A-Za-z0-9-]{1,40}$))",
          Pattern.DOTALL);

  /** In longer texts, marks without their other half would be looked for too long. */
  private static final int LONGEST = 20_000;

  private static final Pattern PICTURE =
      Pattern.compile("(?i).*\\.(?:png|jpe?g|gif|svg|webp|bmp|avif)(?:#.*)?");

  private final Inline line;
  private final Map<String, String> values;
  private final LeftOuts leftOut;

  MarkdownText(Inline line, Map<String, String> values, LeftOuts leftOut) {
    this.line = line;
    this.values = values;
    this.leftOut = leftOut;
  }

  void write(String words) {
    if (words.length() > LONGEST) {
      line.text(words);
      return;
    }
    int from = 0;
    Matcher added = ADDED.matcher(words);
    while (added.find()) {
      line.text(words.substring(from, added.start()));
      added(added);
      from = added.end();
    }
    line.text(words.substring(from));
  }

  private void added(MatchResult match) {
    if (match.group("wiki") != null) {
      wiki(match);
    } else if (match.group("note") != null) {
      line.raised(match.group("mark"), true);
    } else if (match.group("reference") != null) {
      line.text(match.group("referred"));
    } else if (match.group("inlinenote") != null) {
      line.space().text("[" + match.group("words").strip() + "]");
    } else if (match.group("comment") != null) {
      leftOut.comment();
      line.omitted();
    } else if (match.group("shortcode") != null) {
      line.text(MarkdownShortcodes.shown(match.group()));
    } else if (match.group("value") != null) {
      line.text(values.getOrDefault(match.group("name"), match.group()));
    } else if (match.group("mark2") != null) {
      line.text(match.group("marked"));
    } else if (match.group("inserted") != null) {
      line.text(match.group("new"));
    } else if (match.group("raised") != null) {
      line.raised(match.group("power"), false);
    } else if (match.group("emoji") != null) {
      line.text(Emoji.shown(match.group("code")));
    }
  }

  /** {@code [[Page|label]]} as its label; a page as its name without the folder. */
  private void wiki(MatchResult match) {
    String target = match.group("target").strip();
    String label = match.group("label");
    if (match.group().startsWith("!")) {
      if (PICTURE.matcher(target).matches()) {
        leftOut.picture();
        line.omitted();
      } else {
        leftOut.object();
        line.text(name(target));
      }
      return;
    }
    line.text(label == null || label.isBlank() ? name(target) : label.strip());
  }

  private static String name(String target) {
    String page = target.startsWith("#") ? target.substring(1) : target.replaceFirst("#\\^.*", "");
    int folder = page.replaceFirst("#.*", "").lastIndexOf('/');
    return page.substring(folder + 1).replace("#", " › ").strip();
  }
}
