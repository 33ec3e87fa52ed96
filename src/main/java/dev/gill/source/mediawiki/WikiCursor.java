package dev.gill.source.mediawiki;

import dev.gill.model.Cursor;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What has been taken in, as {@code count+mark:buckets}: how many pages, a mark of the settings,
 * and the buckets of {@link Known} in 8 hexadecimal digits each.
 */
record WikiCursor(int count, int[] buckets) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,9})\\+([0-9a-f]{8}):([0-9a-f]{%d})".formatted(Known.BUCKETS * 8));
  static final WikiCursor START = new WikiCursor(0, new int[Known.BUCKETS]);

  /** Empty if it was written by anything else, or under other settings. */
  static Optional<WikiCursor> parse(Cursor cursor, String choice) {
    Matcher matcher = FORM.matcher(cursor.value());
    if (!matcher.matches() || !matcher.group(2).equals(mark(choice))) {
      return Optional.empty();
    }
    int[] buckets = new int[Known.BUCKETS];
    for (int i = 0; i < buckets.length; i++) {
      buckets[i] = HexFormat.fromHexDigits(matcher.group(3), i * 8, i * 8 + 8);
    }
    return Optional.of(new WikiCursor(Integer.parseInt(matcher.group(1)), buckets));
  }

  static String describe(Cursor cursor) {
    Matcher matcher = FORM.matcher(cursor.value());
    return matcher.matches()
        ? String.format(Locale.ROOT, "%,d pages", Integer.parseInt(matcher.group(1)))
        : "";
  }

  Cursor write(String choice) {
    StringBuilder written = new StringBuilder(count + "+" + mark(choice) + ":");
    Arrays.stream(buckets).forEach(bucket -> written.append(hex(bucket)));
    return new Cursor(written.toString());
  }

  private static String mark(String choice) {
    return hex(PageState.hash(choice));
  }

  private static String hex(int number) {
    return HexFormat.of().toHexDigits(number);
  }
}
