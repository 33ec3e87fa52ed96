package dev.gill.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a surface states, in words without markup, and what it cites for it: the number and the
 * document of each citation.
 */
record Shown(List<String> statements, List<String> citations) {
  private static final Pattern PAGE = Pattern.compile("/documents/([^?\\s]*)\\?");

  /** What is only near is quoted as each surface reads best, and stated by none. */
  Shown asOf(Shown other) {
    return other.statements().isEmpty() ? new Shown(List.of(), citations) : this;
  }

  static String citation(String marker, String document) {
    return "[%s] %s".formatted(marker, document);
  }

  /** The document that the first link to a page of Gill leads to. */
  static String document(String text) {
    Matcher page = PAGE.matcher(text);
    assertThat(page.find()).as(text).isTrue();
    return URLDecoder.decode(page.group(1), StandardCharsets.UTF_8);
  }

  /** Words alone. */
  static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
