package dev.gill.parse.formats;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Files that projects keep under a name without an extension, such as {@code README}: text, or
 * Markdown or reStructuredText by what they hold.
 */
final class TextNames {
  private static final Pattern NAME =
      Pattern.compile(
          "(?:README|READ[-_ ]?ME|LICEN[CS]ES?|UNLICENSE|COPYING|COPYRIGHT|NOTICES?|PATENTS"
              + "|CHANGELOG|CHANGES|HISTORY|NEWS|RELEASES?|RELEASE[-_]NOTES|UPGRADING|AUTHORS|CONTRIBUTORS|CREDITS|THANKS|ACKNOWLEDGE?MENTS"
              + "|CONTRIBUTING|CODE[-_]OF[-_]CONDUCT|GOVERNANCE|SECURITY|SUPPORT|INSTALL|INSTALLATION|HACKING|TODO|ROADMAP|BUGS|FAQ|MAINTAINERS|OWNERS|CODEOWNERS"
              + "|ABOUT|MANUAL|NOTES)(?:[-_ ][\\p{L}\\p{N}]+)*");

  /** A lower-case name is a program's as often as a text's; this one never is. */
  private static final Pattern LOWER = Pattern.compile("read[-_ ]?me");

  private static final Pattern OWNERS = Pattern.compile("(?i)CODEOWNERS|OWNERS|MAINTAINERS");

  private static final Pattern RST =
      Pattern.compile(
          "(?m)^\\.\\. [\\w-]+::|^\\.\\. _[^:]+:|[^:\\s]::\\s*$|``[^`\\n]+``|`[^`\\n]+`_");

  private static final Pattern MARKDOWN =
      Pattern.compile(
          "(?m)^#{1,6} \\S|^(?:```|~~~)|\\[[^\\]\\n]+]\\([^)\\n]+\\)|^\\S.*\\n(?:={3,}|-{3,})\\s*$|\\*\\*\\S[^*\\n]*\\*\\*");

  /** Bytes that are looked at. */
  private static final int HEAD = 16_384;

  private TextNames() {}

  /** Whether files of this name hold text. */
  static boolean holds(String name) {
    boolean capital = !name.isEmpty() && Character.isUpperCase(name.charAt(0));
    return capital && NAME.matcher(name.toUpperCase(Locale.ROOT)).matches()
        || LOWER.matcher(name).matches();
  }

  /** What such a file is written in. */
  static KnownFormat format(String name, byte[] bytes) {
    if (OWNERS.matcher(name).matches()) {
      return KnownFormat.TEXT; // their # begins a comment
    }
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.UTF_8);
    if (RST.matcher(head).find()) {
      return KnownFormat.RST;
    }
    return MARKDOWN.matcher(head).find() ? KnownFormat.MARKDOWN : KnownFormat.TEXT;
  }
}
