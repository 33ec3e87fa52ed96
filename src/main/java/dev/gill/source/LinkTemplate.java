package dev.gill.source;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a document's place in its source becomes a link, such as {@code
 * https://example.com/blob/{commit}/{path}#L{line}}. {@code {line}}, {@code {page}}, {@code
 * {slide}}, {@code {sheet}} and {@code {row}} are left for each citation to fill in.
 */
public final class LinkTemplate {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern SECRET =
      Pattern.compile(
          "://[^/?#]*@|://[^/?#]*:[^/?#]*[^/?#\\d][^@]*@"
              + "|(?i)[?&#][^=&]*(?:token|secret|passw|pwd|api.?key|signature|credential)[^=&]*=[^{]");
  private static final Set<String> PER_CITATION = Set.of("line", "page", "slide", "sheet", "row");
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private final String template;

  /**
   * @param template empty for no links
   * @param names what the source fills in, such as {@code path}
   * @throws IllegalArgumentException if it asks for anything else, or holds a secret; it is not
   *     repeated
   */
  public LinkTemplate(String template, Set<String> names) {
    if (SECRET.matcher(template).find()) {
      throw new IllegalArgumentException(
          "the link template holds a user, password or token: take it out, since links are shown to everyone who asks");
    }
    Matcher matcher = PLACEHOLDER.matcher(template);
    while (matcher.find()) {
      if (!names.contains(matcher.group(1)) && !PER_CITATION.contains(matcher.group(1))) {
        throw new IllegalArgumentException(
            "the link template holds %s, which this source cannot fill in: use {path}%s, {line} or {page}"
                .formatted(
                    matcher.group(1).equals("commit") ? "{commit}" : "a placeholder",
                    names.contains("commit") ? ", {commit}" : ""));
      }
    }
    this.template = template;
  }

  /** The link with these values filled in, each percent-encoded between its slashes. */
  public String fill(Map<String, String> values) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(
            match -> {
              String value = values.get(match.group(1));
              return Matcher.quoteReplacement(value == null ? match.group() : encode(value));
            });
  }

  private static String encode(String path) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      if (b == '/' || PLAIN.indexOf(b) >= 0) {
        encoded.append((char) b);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
      }
    }
    return encoded.toString();
  }
}
