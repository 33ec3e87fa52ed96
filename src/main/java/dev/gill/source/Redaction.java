package dev.gill.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What may be shown of a value that should hold no secret, but may do so by mistake: a password
 * under the wrong key, a token in a path.
 */
public final class Redaction {
  /** Stands for what is not shown. */
  public static final String MASK = "…";

  private static final Pattern KNOWN_TOKEN =
      Pattern.compile(
          "(?:gh[pousr]_|github_pat_|gl[a-z]{2,6}-|xox[a-z]-|akia|eyj|atatt|atbb|sk-|npm_|hf_).*");
  private static final Pattern LONG_MIXTURE =
      Pattern.compile("(?=[^/]*\\d)(?=[^/]*[a-z])[a-z0-9_+=~-]{24,}");

  private static final Pattern NAME = Pattern.compile("[\\w.-]*");

  private Redaction() {}

  /**
   * A setting's name as far as it is one: whoever forgets the {@code =} writes the value into it.
   */
  public static String name(String written) {
    Matcher plain = NAME.matcher(written);
    String begin = plain.lookingAt() ? plain.group() : "";
    String known = secretive(begin) ? "" : begin;
    return known.equals(written) ? written : known + MASK;
  }

  /** Whether a part of a name, between its dots, slashes and colons, looks like a token. */
  public static boolean secretive(String name) {
    return Stream.of(name.toLowerCase(Locale.ROOT).split("[./:]"))
        .anyMatch(
            part -> KNOWN_TOKEN.matcher(part).matches() || LONG_MIXTURE.matcher(part).matches());
  }

  /** A path as far as it is there: what nobody has made on this machine may be anything. */
  public static String path(Path path) {
    Path there = path.toAbsolutePath().normalize();
    String missing = "";
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
      missing = MASK;
    }
    return missing.isEmpty() ? there.toString() : there.resolve(missing).toString();
  }
}
