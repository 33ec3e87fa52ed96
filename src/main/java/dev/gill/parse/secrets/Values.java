package dev.gill.parse.secrets;

import java.util.regex.Pattern;

/**
 * Whether a value that stands where a secret would is one.
 *
 * <p>Examples stay, for they are what documents are full of and let nobody in: what names itself (
 * <code>changeme</code>, {@code your-token}, {@code my_password1}), what stands for something else
 * (<code>&lt;token&gt;</code>, {@code $TOKEN}, <code>{{ .Values.password }}</code>), and keys that
 * count up or repeat themselves. So does a plain word, since {@code password: required} and {@code
 * password: sunshine} look the same. A word with a digit or a sign in it is taken for a password.
 */
final class Values {
  private static final int SHORTEST = 6;
  private static final int SHORTEST_TOKEN = 16;
  private static final int DISTINCT = 8;

  private static final Pattern EXAMPLE =
      Pattern.compile(
          "(?i).*(?:example|sample|dummy|changeme|change[-_]me|redact|placeholder|your|insert|replace|todo|xxx|\\*\\*\\*|\\.\\.\\.|…|•"
              + "|pass(?:w|ph|code)|passwd|pwd|secret|token|credential|api[-_]?key|foo|bar(?![a-z])|baz|test|demo|fake|mock|abc[a-z]?[-_]?\\d{1,4}|abcdef|12345|98765|00000|qwert|示例|密码|口令).*");

  /** Other things than words with a digit in them: algorithms, sizes, times, versions, places. */
  private static final Pattern OTHERWISE =
      Pattern.compile(
          "(?i)(?:.*[^a-z0-9])?(?:sha|md|aes|rsa|dsa|utf|base|3?des|ed|ec|ecdsa|http|https|tls|ssl|oauth|ntlm|pbkdf|argon|scrypt|bcrypt|hmac|iso|rfc|cve|ipv|ver|rc|curve|chacha|blake|crc|win|windows|java|python|gpt|pkcs|level|step|phase|part|page|line|section|chapter|table|figure|node|host|server|web|db|app|user|admin|root|vm|zone|region|key|id|no|nr|option|type|mode|tier|o)[-_]?\\d[\\d._:-]*(?:[a-z]{1,2}|(?:[-_][a-z]+)*)"
              + "|[a-z]\\d{1,3}"
              + "|v?\\d+(?:[.:/,_-]\\d+)*\\+?"
              + "|[~<>≥≤=+-]?\\d+(?:[.,]\\d+)?[-–]?(?:[a-z]{1,12}|%|位|个|天|分钟|小时|字符|字节)(?:-[a-z]+)*"
              + "|(?:[a-z]:)?[~.]{0,2}[/\\\\].*|[a-z][a-z0-9+.-]*://.*|.*\\.(?:pem|key|crt|cer|pub|txt|json|ya?ml|env|conf|cfg|ini|toml|sh|py|md|html?|xml|csv|go|js|ts|java|sql|properties|local|com|org|net|io|cn)"
              + "|[a-z_][\\w-]*(?:\\.[a-z_][\\w-]*)+(?:\\(.*)?|[\\w./-]+/[\\w./-]+|\\w+\\(.*|.*::.*|#.*|@.*|[\\w.+-]+@[\\w-]+\\.[\\w.-]+"
              + "|[a-z]+['’](?:s|t|re|ll|ve|d)");

  /** What a shell, a template or a formatter fills in, and what no password begins with. */
  private static final Pattern FILLED_IN =
      Pattern.compile(
          "[$%<{\\[(&|\\\\`?*…].*|.*(?:\\$\\{|\\$\\(|\\{\\{|\\}\\}|<[a-zA-Z_-]+>|\\(\\)).*");

  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Pattern DIGIT = Pattern.compile("\\d");
  private static final Pattern SIGN = Pattern.compile("[!@#$%^&*+=~?;|]");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern IDENTIFIER =
      Pattern.compile(
          "[a-z]+(?:[A-Z][a-z]+)+\\d?|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[a-z]+(?:_[a-z0-9]+)+");

  private Values() {}

  /** Whether it names or shows itself to be no real one. */
  static boolean example(String value) {
    return EXAMPLE.matcher(value).matches() || repeats(value);
  }

  /** Whether it is as varied as what a program draws by lot. */
  static boolean mixed(String value) {
    return value.chars().distinct().count() >= Math.min(DISTINCT, value.length() / 2)
        && DIGIT.matcher(value).find();
  }

  /** Whether it reads as a password: no word, but letters with digits or signs in between. */
  static boolean password(String value) {
    if (value.length() < SHORTEST || value.length() > 128 || ordinary(value)) {
      return false;
    }
    boolean letters = LETTER.matcher(value).find();
    boolean digits = DIGIT.matcher(value).find();
    boolean signs = SIGN.matcher(value).find();
    return letters && (digits || signs) && !IDENTIFIER.matcher(value).matches();
  }

  /** Whether it reads as a key or token: long, of letters and digits that make no words. */
  static boolean token(String value) {
    return value.length() >= SHORTEST_TOKEN
        && !ordinary(value)
        && LETTER.matcher(value).find()
        && mixed(value)
        && (value.matches("[0-9a-fA-F]{16,}") || value.replaceAll("\\D", "").length() >= 2)
        && !value.matches("[a-z]+(?:-[a-z]+)+-?\\d*")
        && !IDENTIFIER.matcher(value).matches();
  }

  /** Whether it is a number that opens something, as {@code 密码：88886666}. */
  static boolean number(String value) {
    return value.matches("\\d{4,12}") && !example(value) && !value.matches("(?:19|20)\\d\\d");
  }

  private static boolean ordinary(String value) {
    return example(value)
        || HAN.matcher(value).find()
        || FILLED_IN.matcher(value).matches()
        || OTHERWISE.matcher(value).matches();
  }

  private static boolean repeats(String value) {
    return value.matches(".*(.)\\1{4,}.*");
  }
}
