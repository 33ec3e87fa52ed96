package dev.gill.source.dokuwiki;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A wiki's access lists, read as DokuWiki reads them ({@code auth_aclcheck_cb}): the rules of the
 * page itself count first, then those of its namespace, of the one around it, and so on; the
 * nearest that speak of somebody decide, and of several the highest permission. Superusers read
 * everything, and no list says who they are.
 */
record Rules(Map<String, Map<String, Integer>> byScope) {
  /** The permission to read. */
  private static final int READ = 1;

  static final String EVERYBODY = "@ALL";
  private static final Pattern OWN = Pattern.compile("%(USER|GROUP)%");

  Rules {
    byScope = Map.copyOf(byScope);
  }

  /**
   * Who may read a page: names of users, and of groups with {@code @} in front; of everybody,
   * {@link #EVERYBODY} alone.
   *
   * <p>Where a nearer rule keeps somebody out, wider ones are passed over: they hold for those
   * alone of whom no nearer one speaks, and the lists do not say who is in several groups.
   */
  Set<String> readers(String page) {
    Set<String> readers = new TreeSet<>();
    for (String scope : scopes(page)) {
      Map<String, Integer> rules = at(scope, page);
      rules.forEach(
          (who, level) -> {
            if (level >= READ) {
              readers.add(who);
            }
          });
      boolean decides =
          rules.containsKey(EVERYBODY) || rules.values().stream().anyMatch(level -> level < READ);
      if (decides) {
        break;
      }
    }
    return readers.contains(EVERYBODY) ? Set.of(EVERYBODY) : readers;
  }

  private static List<String> scopes(String page) {
    List<String> scopes = new ArrayList<>(List.of(page));
    for (int colon = page.lastIndexOf(':'); colon > 0; colon = page.lastIndexOf(':', colon - 1)) {
      scopes.add(page.substring(0, colon) + ":*");
    }
    scopes.add("*");
    return scopes;
  }

  /** The rules of a scope, those with placeholders filled in. */
  private Map<String, Integer> at(String scope, String page) {
    Map<String, Integer> found = new TreeMap<>();
    byScope.forEach(
        (written, permissions) ->
            owner(written, scope)
                .ifPresent(
                    owner ->
                        permissions.forEach(
                            (who, level) ->
                                found.merge(
                                    decoded(OWN.matcher(who).replaceAll(owner)),
                                    level,
                                    Math::max))));
    return found;
  }

  /** What a placeholder stands for if the written scope is this one; empty if it is another. */
  private static Optional<String> owner(String written, String scope) {
    Matcher own = OWN.matcher(written);
    if (!own.find()) {
      return written.equals(scope) ? Optional.of("") : Optional.empty();
    }
    Matcher match =
        Pattern.compile(
                Pattern.quote(written.substring(0, own.start()))
                    + "([^:*]+)"
                    + Pattern.quote(written.substring(own.end())))
            .matcher(scope);
    return match.matches()
        ? Optional.of(Matcher.quoteReplacement(match.group(1)))
        : Optional.empty();
  }

  /** Names hold percents for what is no letter or digit. */
  private static String decoded(String who) {
    try {
      return URLDecoder.decode(who.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return who;
    }
  }
}
