package dev.gill.source.confluence;

import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/** People who are mentioned in a page, which names their accounts alone. */
final class Mentions {
  private static final Pattern USER =
      Pattern.compile("<ri:user\\b[^<>]*?\\bri:(?:account-id|userkey)=\"([^\"<>]*)\"");

  private Mentions() {}

  static Set<String> in(String storage) {
    Set<String> accounts = new HashSet<>();
    Matcher user = USER.matcher(storage);
    while (user.find()) {
      accounts.add(user.group(1));
    }
    return accounts;
  }

  /** The page with what each of them is called, as {@code ri:display-name}. */
  static String named(String storage, UnaryOperator<String> names) {
    return USER.matcher(storage)
        .replaceAll(
            user -> {
              String name = Entities.escape(names.apply(user.group(1))).replace("\"", "&quot;");
              return Matcher.quoteReplacement(
                  name.isEmpty()
                      ? user.group()
                      : "%s ri:display-name=\"%s\"".formatted(user.group(), name));
            });
  }
}
