package dev.gill.parse.markdown;

import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.LeftOuts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;

/** The HTML tags within a line of Markdown: what they hide, raise, break and link. */
final class MarkdownInlineTags {
  private static final Pattern ALT =
      Pattern.compile("\\balt\\s*=\\s*([\"'])(.*?)\\1", Pattern.DOTALL);
  private static final Pattern HREF =
      Pattern.compile("\\bhref\\s*=\\s*(?:([\"'])(.*?)\\1|([^\\s>\"']+))", Pattern.DOTALL);
  private static final Pattern STRUCK = Pattern.compile("(?i)style\\s*=.*line-through");
  private static final Pattern NOTE = Pattern.compile("(?i)\\bclass\\s*=.*(footnote|reference)");
  private static final Set<String> SILENT = Set.of("script", "style", "del", "s", "strike");

  private final MarkdownSource source;
  private final LeftOuts leftOut;
  private final Deque<String> targets = new ArrayDeque<>();
  private Inline line = new Inline();
  private Inline outer;
  private boolean note;
  private String silentUntil = "";
  private int silentDepth;

  MarkdownInlineTags(MarkdownSource source, LeftOuts leftOut) {
    this.source = source;
    this.leftOut = leftOut;
  }

  /** Where words are written now. */
  Inline line() {
    return isSilent() ? new Inline() : line;
  }

  /** Whether what stands here is not to be read. */
  boolean isSilent() {
    return !silentUntil.isEmpty();
  }

  /** The whole line. */
  Inline end() {
    lower();
    return line;
  }

  void tag(String tag) {
    String name = tag.replaceFirst("^</?\\s*", "").split("[\\s/>]", 2)[0];
    String lower = name.toLowerCase(Locale.ROOT);
    boolean closing = tag.startsWith("</");
    if (tag.startsWith("<!--")) {
      leftOut.comment();
    } else if (isSilent()) {
      silent(lower, closing);
    } else if (!closing && !tag.endsWith("/>") && isSilent(lower, tag)) {
      begin(lower);
    } else {
      seen(name, lower, tag, closing);
    }
  }

  private void silent(String name, boolean closing) {
    if (name.equals(silentUntil)) {
      silentDepth += closing ? -1 : 1;
      silentUntil = silentDepth == 0 ? "" : silentUntil;
    }
  }

  private static boolean isSilent(String name, String tag) {
    return SILENT.contains(name) || STRUCK.matcher(tag).find();
  }

  private void begin(String name) {
    if (!name.equals("script") && !name.equals("style")) {
      leftOut.struck();
    }
    line.omitted();
    silentUntil = name;
    silentDepth = 1;
  }

  private void seen(String name, String lower, String tag, boolean closing) {
    switch (lower) {
      case "img" -> image(tag);
      case "br" -> line.lineBreak();
      case "a" -> link(tag, closing);
      case "sup" -> {
        if (closing) {
          lower();
        } else {
          raise(tag);
        }
      }
      default -> other(name, lower, tag, closing);
    }
  }

  private void other(String name, String lower, String tag, boolean closing) {
    if (!closing && Character.isUpperCase(name.charAt(0))) {
      String title = MarkdownTags.title(tag);
      line.space().text(title.isEmpty() || tag.endsWith("/>") ? title : title + ":").space();
    } else if (Tag.isKnownTag(lower) && isBlock(lower)) {
      boolean item = lower.equals("li") || lower.equals("p") || lower.equals("div");
      if (item) {
        line.lineBreak();
      } else {
        line.space();
      }
    }
  }

  private static boolean isBlock(String name) {
    return Tag.valueOf(name).isBlock() && !name.equals("ins") && !name.equals("del");
  }

  private void image(String tag) {
    Matcher alt = ALT.matcher(tag);
    if (alt.find() && !alt.group(2).isBlank()) {
      line.text(Parser.unescapeEntities(alt.group(2), true));
    } else {
      leftOut.picture();
    }
  }

  private void link(String tag, boolean closing) {
    if (closing) {
      String target = targets.isEmpty() ? "" : targets.pop();
      if (!target.isEmpty()) {
        line.target(target);
      }
      return;
    }
    Matcher href = HREF.matcher(tag);
    String target = href.find() ? href.group(2) == null ? href.group(3) : href.group(2) : "";
    linked(target);
    targets.push(Parser.unescapeEntities(target, true));
  }

  /** A link stands here: one to a place of the page, in raised text, leads to a note. */
  void linked(String target) {
    note |= outer != null && target.startsWith("#");
  }

  private void raise(String tag) {
    lower();
    outer = line;
    line = new Inline();
    note = NOTE.matcher(tag).find();
  }

  private void lower() {
    if (outer != null) {
      String words = line.toString();
      line = outer;
      outer = null;
      line.raised(words, note || source.notes().contains(words));
    }
  }
}
