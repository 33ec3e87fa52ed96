package dev.gill.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds a secret in a text in whatever form it stands there: plain, percent-encoded, base64. */
final class Leak {
  private static final Pattern PERCENT = Pattern.compile("%([0-9A-Fa-f]{2})");

  private Leak() {}

  /** Those of the secrets that a text gives away. */
  static List<String> of(String text, Stream<String> secrets) {
    String plain = percentDecoded(percentDecoded(text)).toLowerCase(Locale.ROOT);
    return secrets
        .filter(
            secret ->
                plain.contains(secret.toLowerCase(Locale.ROOT))
                    || encoded(secret).stream().anyMatch(text::contains))
        .toList();
  }

  /** What stands in the base64 of any text that holds the secret, wherever it begins there. */
  private static List<String> encoded(String secret) {
    List<String> forms = new ArrayList<>();
    for (int before = 0; before < 3; before++) {
      byte[] bytes = ("x".repeat(before) + secret).getBytes(StandardCharsets.UTF_8);
      int whole = bytes.length / 3 * 4;
      String form = Base64.getEncoder().encodeToString(bytes);
      forms.add(form.substring(before == 0 ? 0 : 4, whole));
    }
    return forms;
  }

  private static String percentDecoded(String text) {
    return PERCENT
        .matcher(text)
        .replaceAll(
            m ->
                java.util.regex.Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(m.group(1), 16))));
  }
}
