package dev.gill.surface.slack;

import java.util.regex.Pattern;

/** Reads what somebody wrote to the app, as Slack passes it on. */
final class Mentions {
  private static final Pattern LABELLED = Pattern.compile("<[@#!]?[^<>|]*\\|([^<>]*)>");
  private static final Pattern NAMED = Pattern.compile("<([@#!][^<>|]*)>");
  private static final Pattern LINK = Pattern.compile("<(https?://[^<>|]*|mailto:[^<>|]*)>");

  private Mentions() {}

  /** The question, without the mention of the app itself. */
  static String question(String text, String app) {
    String others = text.replaceAll("<@%s(\\|[^<>]*)?>".formatted(Pattern.quote(app)), " ");
    String plain = LABELLED.matcher(others).replaceAll("$1");
    plain = LINK.matcher(plain).replaceAll("$1");
    plain = NAMED.matcher(plain).replaceAll("$1");
    return plain
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .strip()
        .replaceAll("^[:,：，]\\s*", "");
  }
}
