package dev.gill.skill;

import com.ibm.icu.text.Transliterator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of files that say what is in them, and that every file system takes. */
final class Slugs {
  private static final int LONGEST = 60;

  private final Transliterator latin =
      Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower()");
  private final Set<String> taken = new HashSet<>();

  /** Another name each time. */
  String of(String text) {
    String plain =
        latin
            .transliterate(text)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String slug = plain.isEmpty() ? "document" : cut(plain);
    String free = slug;
    for (int i = 2; !taken.add(free); i++) {
      free = slug + "-" + i;
    }
    return free;
  }

  private static String cut(String slug) {
    return slug.length() <= LONGEST
        ? slug
        : slug.substring(slug.length() - LONGEST).replaceAll("^-", "");
  }
}
