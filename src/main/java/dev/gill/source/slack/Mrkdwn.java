package dev.gill.source.slack;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Slack's markup as plain text: people and channels by name, links with their label, no marks of
 * bold and the like; what is struck out is not said any more. Code stays as it is.
 */
final class Mrkdwn {
  private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\n]+`", Pattern.DOTALL);
  private static final Pattern MENTION = Pattern.compile("<@([UW][A-Z0-9]+)(?:\\|[^>]*)?>");
  private static final Pattern ANGLE = Pattern.compile("<([^<>\n]+)>");
  private static final Pattern EMPHASIS =
      Pattern.compile("(?<![\\w*])([*_])(?!\\s|\\1)([^\n]*?\\S)\\1(?![\\w*])");
  private static final Pattern STRUCK =
      Pattern.compile("(?<![\\w~/])~(?![\\s~/])[^\n~]*?[^\\s~]~(?![\\w~/])");
  private static final Pattern EMOJI =
      Pattern.compile("(?<![\\w:]):(?:[a-z][a-z0-9_'+-]*|[+-]1)(?:::skin-tone-\\d)?:(?!\\w)");

  private final Function<String, String> accounts;
  private final Map<String, String> channels;

  /**
   * @param accounts the name of an account
   * @param channels names by id
   */
  Mrkdwn(Function<String, String> accounts, Map<String, String> channels) {
    this.accounts = accounts;
    this.channels = channels;
  }

  /** The accounts that a text mentions. */
  static Iterable<String> mentioned(String text) {
    return MENTION.matcher(text).results().map(result -> result.group(1)).toList();
  }

  String plain(String text) {
    StringBuilder plain = new StringBuilder();
    Matcher code = CODE.matcher(text);
    int end = 0;
    while (code.find()) {
      plain.append(prose(text.substring(end, code.start()))).append(code(code.group()));
      end = code.end();
    }
    return plain.append(prose(text.substring(end))).toString().strip();
  }

  /** A fence stands in a line of its own, as those who read further expect it. */
  private String code(String written) {
    String said = characters(angles(written));
    if (!said.startsWith("```") || said.length() < 6) {
      return said;
    }
    String inside = said.substring(3, said.length() - 3).replaceAll("^\n|\n$", "");
    return "\n```\n" + inside + "\n```\n";
  }

  private String prose(String written) {
    String marked = EMOJI.matcher(written).replaceAll("");
    marked = STRUCK.matcher(marked).replaceAll("");
    marked = EMPHASIS.matcher(marked).replaceAll("$2");
    return characters(angles(EMPHASIS.matcher(marked).replaceAll("$2")));
  }

  private String angles(String text) {
    return ANGLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(angle(found)));
  }

  private String angle(MatchResult found) {
    String whole = found.group(1);
    int bar = whole.indexOf('|');
    String target = bar < 0 ? whole : whole.substring(0, bar);
    String label = bar < 0 ? "" : whole.substring(bar + 1);
    return switch (target.charAt(0)) {
      case '@' -> "@" + accounts.apply(target.substring(1));
      case '#' ->
          "#" + (label.isEmpty() ? channels.getOrDefault(target.substring(1), "channel") : label);
      case '!' -> label.isEmpty() ? "@" + target.substring(1).replaceAll("\\^.*", "") : label;
      default -> link(target.replaceFirst("^(?:mailto|tel):", ""), label);
    };
  }

  private static String link(String target, String label) {
    boolean same = label.isEmpty() || target.endsWith(label) || target.equals(label + "/");
    return same ? target : "%s (%s)".formatted(label, target);
  }

  private static String characters(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
