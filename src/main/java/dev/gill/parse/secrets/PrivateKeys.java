package dev.gill.parse.secrets;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Private keys in the forms of PEM (RFC 7468), OpenPGP, OpenSSH, PuTTY and age. */
final class PrivateKeys {
  /** Shorter ones are the beginning of an example. */
  private static final int SHORTEST = 64;

  private static final Pattern ARMOUR =
      Pattern.compile("-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----\\s*");

  /** What the lines of a key and its heads are made of. */
  private static final Pattern BODY =
      Pattern.compile("\\G[A-Za-z0-9+/=:,.\\s]*+(?:-[A-Za-z0-9+/=:,.\\s]++)*+");

  private static final Pattern PUTTY =
      Pattern.compile("Private-Lines: \\d{1,4}\\s+(?<body>(?:[A-Za-z0-9+/=]{16,}\\s*){1,400})");
  private static final Pattern AGE = Pattern.compile("(?<body>AGE-SECRET-KEY-1[A-Z0-9]{58})");
  private static final Pattern KEY_TEXT = Pattern.compile("[A-Za-z0-9+/=]{16,}");

  private PrivateKeys() {}

  static void find(String text, List<Span> found) {
    if (text.contains("PRIVATE KEY")) {
      ARMOUR.matcher(text).results().forEach(begin -> armoured(text, begin.end(), found));
    }
    if (text.contains("Private-Lines")) {
      add(PUTTY.matcher(text), found);
    }
    if (text.contains("AGE-SECRET-KEY")) {
      add(AGE.matcher(text), found);
    }
  }

  private static void armoured(String text, int start, List<Span> found) {
    Matcher body = BODY.matcher(text).region(start, text.length());
    if (body.lookingAt()) {
      add(text.substring(start, body.end()), start, found);
    }
  }

  private static void add(Matcher matcher, List<Span> found) {
    while (matcher.find()) {
      add(matcher.group("body"), matcher.start("body"), found);
    }
  }

  private static void add(String body, int start, List<Span> found) {
    int letters = KEY_TEXT.matcher(body).results().mapToInt(run -> run.end() - run.start()).sum();
    if (letters >= SHORTEST) {
      found.add(new Span(start, start + body.stripTrailing().length()));
    }
  }
}
