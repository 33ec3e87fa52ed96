package dev.gill.parse;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The inline markup of AsciiDoc, with the attributes that a document defines. */
final class AsciiDocInline {
  private static final Pattern LITERAL =
      Pattern.compile("``(.+?)``|(?<!\\w)`\\+?(\\S|\\S.*?\\S)\\+?`(?!\\w)", Pattern.DOTALL);
  private static final Pattern MARKUP =
      Pattern.compile(
          "``(?<code>.+?)``"
              + "|(?<![\\w`])`\\+?(?<mono>[^\\s`]|[^\\s`].*?[^\\s`+])\\+?`(?!\\w)"
              + "|\\*\\*(?<strong>.+?)\\*\\*"
              + "|(?<![\\w*])\\*(?<bold>[^\\s*]|[^\\s*].*?[^\\s*])\\*(?![\\w*])"
              + "|__(?<emphasis>.+?)__"
              + "|(?<![\\w_])_(?<italic>[^\\s_]|[^\\s_].*?[^\\s_])_(?![\\w_])"
              + "|(?:\\[[^\\]\\n]*])?#(?<marked>[^\\s#]|[^\\s#].*?[^\\s#])#(?!\\w)"
              + "|(?<url>(?:link:|xref:|mailto:|(?=https?://))[^\\s\\[\\]]+)\\[(?<label>[^\\]]*)]"
              + "|<<(?<anchor>[^<>,]+)(?:,\\s*(?<caption>[^<>]+))?>>"
              + "|(?:image|icon|kbd|btn|menu|footnote|pass):[^\\s\\[\\]]*\\[(?<macro>[^\\]]*)]"
              + "|\\[\\[[^\\]]+]]"
              + "|\\{(?<attribute>[A-Za-z0-9_][\\w-]*)}",
          Pattern.DOTALL);

  private final Map<String, String> attributes = new HashMap<>();

  void define(String name, String value) {
    attributes.put(name, value);
  }

  Inline of(String source, int firstLine) {
    return InlineMarkup.of(source, firstLine, words -> plain(words, 0));
  }

  private String plain(String source, int depth) {
    return InlineMarkup.replace(source, MARKUP, depth, match -> written(match, depth));
  }

  private String written(MatchResult match, int depth) {
    if (LITERAL.matcher(match.group()).matches()) {
      return InlineMarkup.firstGroup(match);
    }
    if (match.group("url") != null) {
      String label = match.group("label").replaceFirst("(?:,\\s*\\w+=.*|\\^)$", "");
      String url = match.group("url").replaceFirst("^(?:link|xref|mailto):", "");
      return label.isBlank() ? url : plain(label, depth + 1);
    }
    if (match.group("anchor") != null) {
      String caption = match.group("caption");
      return caption == null ? match.group("anchor") : plain(caption, depth + 1);
    }
    if (match.group("attribute") != null) {
      return attributes.getOrDefault(match.group("attribute"), match.group());
    }
    if (match.group("macro") != null) {
      return match.group("macro");
    }
    String inner = InlineMarkup.firstGroup(match);
    return inner.equals(match.group()) ? "" : plain(inner, depth + 1);
  }
}
