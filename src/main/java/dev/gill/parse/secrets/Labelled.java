package dev.gill.parse.secrets;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values after a word that announces a secret, in English and Chinese. */
final class Labelled {
  private static final String PASSWORD_WORDS =
      "passwords?|passwd|passphrase|passcode|pwd|(?<![A-Za-z])(?:pass|pin(?: code)?)(?=[\"'`]?\\s*[:=：])"
          + "|密码|口令|密碼|登录密码|初始密码|默认密码";
  private static final String KEY_WORDS =
      "secret(?:[-_ ]?(?:access[-_ ]?)?key)?|api[-_ ]?keys?|access[-_ ]?keys?|(?:access|auth|bearer|refresh|api|bot|deploy|personal access|app)?[-_ ]?token"
          + "|client[-_ ]?secret|app[-_ ]?secret|private[-_ ]?key|encryption[-_ ]?key|signing[-_ ]?key"
          + "|密钥|秘钥|令牌|访问令牌|密匙";

  /** Between the word and the value: a colon or the like, quotes, the edge of a cell. */
  private static final String SEPARATOR =
      "[\"'`]?(?:\\s*\\([^()\\n]{1,40}\\)|（[^（）\\n]{1,40}）)?[*_]{0,2}[ \\t]*(?:[:=：＝]|=>|->|[ \\t]\\|)[*_]{0,2}[ \\t]*[\"'`“「]?";

  private static final String SAYS =
      "[ \\t]+is(?: now| currently)?:?[ \\t]+[\"'`“]?|[ \\t]*(?:是|为|爲|改为|改成|就是)[ \\t]*[\"'`“「]?";

  private static final String VALUE = "(?<value>[^\\s\"'`“”「」,，;；。、|]{4,200})";

  private static final Pattern PASSWORD =
      Pattern.compile(
          "(?i)(?:" + PASSWORD_WORDS + ")(?:" + SEPARATOR + "|(?<says>" + SAYS + "))" + VALUE);

  private static final Pattern KEY =
      Pattern.compile("(?i)(?:" + KEY_WORDS + ")(?:" + SEPARATOR + "|" + SAYS + ")" + VALUE);

  /** An element of XML, and an option of a command. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?i)<(?:\\w+[:.-])?password>(?<xml>[^<\\s]{4,128})</|--?(?:password|passwd|pass)[= ][\"']?(?<option>[^\\s\"'|]{4,128})");

  /** What a sentence goes on with after the value. */
  private static final Pattern ENDS =
      Pattern.compile("\\G[\"'`”」)*_]*[ \\t]*(?:[.,;，；。、|()（）/]|\\n|\\z)");

  private Labelled() {}

  static void find(String text, List<Span> found) {
    Matcher password = PASSWORD.matcher(text);
    while (password.find()) {
      String value = trimmed(password.group("value"));
      int start = password.start("value");
      boolean said = password.group("says") != null;
      boolean last = ENDS.matcher(text).region(start + value.length(), text.length()).lookingAt();
      boolean secret =
          Values.password(value) && (last || !said && distinct(value))
              || Values.number(value) && last && !said
              || Values.number(value) && last && text.charAt(password.start("value") - 1) > 0xff;
      if (secret) {
        found.add(new Span(start, start + value.length()));
      }
    }
    Matcher key = KEY.matcher(text);
    while (key.find()) {
      String value = trimmed(key.group("value"));
      if (Values.token(value)) {
        found.add(new Span(key.start("value"), key.start("value") + value.length()));
      }
    }
    written(text, found);
  }

  private static void written(String text, List<Span> found) {
    Matcher written = WRITTEN.matcher(text);
    while (written.find()) {
      String group = written.group("xml") != null ? "xml" : "option";
      if (Values.password(written.group(group))) {
        found.add(new Span(written.start(group), written.end(group)));
      }
    }
  }

  /** Whether it holds signs, so that it is no word of a sentence that goes on. */
  private static boolean distinct(String value) {
    return value.matches(".*[A-Za-z].*")
        && value.matches(".*\\d.*")
        && value.matches(".*[A-Z!@#$%^&*+=~?].*");
  }

  /** Without what ends the sentence, or closes what was opened before it. */
  private static String trimmed(String value) {
    String trimmed = value.replaceFirst("[.。:：)）\\]}>*_]+$", "");
    return trimmed.isEmpty() ? value : trimmed;
  }
}
