package dev.gill.parse.wiki;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes comments and the tags out whose content is no markup, or is shown elsewhere, and puts what
 * a reader sees of them back at the end.
 */
final class WikiTags {
  private static final String NAMES =
      "nowiki|pre|syntaxhighlight|source|math|chem|ce|ref|references|gallery|poem|templatedata"
          + "|templatestyles|indicator|inputbox|categorytree|score|timeline|graph|imagemap|includeonly";
  private static final Pattern AROUND = Pattern.compile("(?i)</?(?:noinclude|onlyinclude)\\s*/?>");
  private static final Pattern TAG = Pattern.compile("(?i)<(" + NAMES + ")(\\s[^<>]*?)?(/?)>");
  private static final Pattern LANGUAGE = Pattern.compile("(?i)\\blang\\s*=\\s*[\"']?([\\w+#-]+)");
  private static final Pattern INLINE = Pattern.compile("(?i)\\binline\\b");
  private static final Pattern MARK = Pattern.compile("\uE000(\\d+)\uE001");

  private static final Map<String, Pattern> CLOSE = new HashMap<>();

  static {
    for (String name : NAMES.split("\\|")) {
      CLOSE.put(name, Pattern.compile("(?i)</" + name + "\\s*>"));
    }
  }

  private final List<String> kept = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** The text with marks in their places. */
  String strip(String source) {
    String text = source.replaceAll("[\uE000\uE001]", "").replace("\r", "");
    text = AROUND.matcher(withoutComments(text)).replaceAll("");
    StringBuilder out = new StringBuilder();
    Set<String> unclosed = new HashSet<>();
    Matcher tag = TAG.matcher(text);
    int at = 0;
    while (tag.find(at)) {
      String name = tag.group(1).toLowerCase(Locale.ROOT);
      Matcher close = CLOSE.get(name).matcher(text);
      boolean empty = !tag.group(3).isEmpty();
      boolean closed = !empty && !unclosed.contains(name) && close.find(tag.end());
      out.append(text, at, tag.start());
      if (empty || closed) {
        String content = closed ? text.substring(tag.end(), close.start()) : "";
        out.append(shown(name, tag.group(2) == null ? "" : tag.group(2), content));
        at = closed ? close.end() : tag.end();
      } else {
        unclosed.add(name);
        out.append(tag.group());
        at = tag.end();
      }
    }
    return out.append(text.substring(at)).toString();
  }

  /** A comment that has its line for itself goes with the line. */
  private static String withoutComments(String text) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (int open = text.indexOf("<!--"); open >= 0; open = text.indexOf("<!--", at)) {
      int close = text.indexOf("-->", open);
      int end = close < 0 ? text.length() : close + 3;
      boolean alone = open == 0 || text.charAt(open - 1) == '\n';
      out.append(text, at, open);
      at = alone && end < text.length() && text.charAt(end) == '\n' ? end + 1 : end;
    }
    return out.append(text.substring(at)).toString();
  }

  private String shown(String tag, String attributes, String content) {
    return switch (tag) {
      case "nowiki" -> keep(escaped(content));
      case "math", "chem", "ce" -> keep(escaped(content.strip()));
      case "pre" -> "\n" + keep("<pre>" + escaped(content) + "</pre>") + "\n";
      case "syntaxhighlight", "source" -> code(attributes, content);
      case "ref" -> {
        note(content);
        yield "";
      }
      case "references" -> {
        strip(content);
        yield list();
      }
      case "gallery" -> gallery(content);
      case "poem" -> "\n" + content.strip().replace("\n", "<br>\n") + "\n";
      default -> "";
    };
  }

  private String code(String attributes, String content) {
    if (INLINE.matcher(attributes).find()) {
      return keep("<code>" + escaped(content) + "</code>");
    }
    Matcher language = LANGUAGE.matcher(attributes);
    String name = language.find() ? " class=\"language-" + language.group(1) + "\"" : "";
    String inner = content.startsWith("\n") ? content.substring(1) : content;
    return "\n" + keep("<pre" + name + ">" + escaped(inner) + "</pre>") + "\n";
  }

  private void note(String content) {
    if (!content.isBlank()) {
      notes.add(strip(content).strip().replaceAll("\\s*\\n\\s*", " "));
    }
  }

  /** The notes that were not listed, for the end of the page. */
  String notes() {
    return list();
  }

  private String list() {
    String items = notes.stream().map(note -> "# " + note).collect(Collectors.joining("\n"));
    notes.clear();
    return items.isEmpty() ? "" : "\n\n" + items + "\n";
  }

  private static String gallery(String content) {
    return content
        .lines()
        .filter(line -> line.indexOf('|') >= 0)
        .map(line -> line.substring(line.indexOf('|') + 1).strip())
        .filter(caption -> !caption.isEmpty())
        .map(caption -> "* " + caption)
        .collect(Collectors.joining("\n", "\n", "\n"));
  }

  private String keep(String html) {
    kept.add(html);
    return "\uE000" + (kept.size() - 1) + "\uE001";
  }

  /** What was kept, in its places. */
  String restore(String html) {
    return MARK.matcher(html)
        .replaceAll(match -> Matcher.quoteReplacement(kept.get(Integer.parseInt(match.group(1)))));
  }

  /** Whether a line is nothing but code that was kept. */
  static boolean isKept(String line) {
    return line.startsWith("\uE000");
  }

  static String escaped(String text) {
    // Entities are read in code and unparsed text too, as MediaWiki does.
    return text.replace("<", "&lt;").replace(">", "&gt;");
  }
}
