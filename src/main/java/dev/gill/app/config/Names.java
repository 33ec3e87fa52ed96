package dev.gill.app.config;

import dev.gill.source.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The names of all settings besides those of sources and groups, and what a wrong one was meant to
 * be.
 */
final class Names {
  static final List<String> KNOWN =
      List.of(
          "gill.data",
          "gill.models",
          "gill.feedback",
          "gill.trail.days",
          "gill.ledger.url",
          "gill.ledger.user",
          "gill.ledger.password",
          "gill.ledger.password-file",
          "gill.gaps.webhook",
          "gill.gaps.webhook-file",
          "gill.gaps.groups",
          "gill.gaps.asked",
          "gill.answer.model",
          "gill.answer.name",
          "gill.answer.url",
          "gill.answer.key",
          "gill.answer.key-file",
          "gill.answer.timeout",
          "gill.answer.max-tokens",
          "gill.answer.price-in",
          "gill.answer.price-out",
          "gill.answer.monthly-tokens",
          "gill.answer.monthly-cost",
          "gill.embed.device",
          "gill.embed.threads",
          "gill.embed.model.en",
          "gill.embed.model.zh",
          "gill.access.groups",
          "gill.people.optout",
          "gill.surfaces.slack.signing-secret",
          "gill.surfaces.slack.signing-secret-file",
          "gill.surfaces.slack.token",
          "gill.surfaces.slack.token-file",
          "gill.surfaces.slack.app-token",
          "gill.surfaces.slack.app-token-file",
          "gill.surfaces.slack.source",
          "gill.surfaces.slack.url",
          "gill.surfaces.dingtalk.app-key",
          "gill.surfaces.dingtalk.app-secret",
          "gill.surfaces.dingtalk.app-secret-file",
          "gill.surfaces.dingtalk.url",
          "gill.surfaces.lark.app-id",
          "gill.surfaces.lark.app-secret",
          "gill.surfaces.lark.app-secret-file",
          "gill.surfaces.lark.encrypt-key",
          "gill.surfaces.lark.encrypt-key-file",
          "gill.surfaces.lark.verification-token",
          "gill.surfaces.lark.verification-token-file",
          "gill.surfaces.lark.source",
          "gill.surfaces.lark.url",
          "gill.http.address",
          "gill.http.hosts",
          "gill.http.body-timeout",
          "gill.http.asks",
          "gill.http.asks-per-caller",
          "gill.http.asks-per-minute",
          "gill.http.asks-burst",
          "gill.signin",
          "gill.signin.open",
          "gill.signin.issuer",
          "gill.signin.client-id",
          "gill.signin.client-secret",
          "gill.signin.client-secret-file",
          "gill.signin.url",
          "gill.signin.scopes",
          "gill.signin.groups-claim",
          "gill.signin.session",
          "gill.signin.audience",
          "gill.signin.admins");

  private static final Set<String> ROOMS = Set.of("gill.sources", "gill.groups", "gill.people");
  private static final List<String> ROOTS = List.of("gill", "quarkus");

  /** What variables begin with that no name here is for. */
  private static final Pattern OTHERS =
      Pattern.compile(
          "GILL_(SOURCES|GROUPS|HOOKS|SERVICE|PORT)_.+|GILL_PORT|GILL_JAVA_OPTS|GILL_TOKEN|GILL_EMBED_MODEL_.+");

  private static final SortedMap<String, String> VARIABLES = new TreeMap<>();

  static {
    KNOWN.forEach(name -> VARIABLES.put(variable(name).toLowerCase(Locale.ROOT), variable(name)));
  }

  private Names() {}

  private static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  /**
   * What a variable of the environment was meant to be that is nearly, but not quite, one of
   * Gill's. Container platforms set some of their own that begin so, for a service of that name.
   */
  static Optional<String> meantVariable(String variable) {
    int end = variable.indexOf('_');
    if (end < 0 || VARIABLES.containsValue(variable) || OTHERS.matcher(variable).matches()) {
      return Optional.empty();
    }
    if (!variable.startsWith("GILL_")) {
      String right = "GILL" + variable.substring(end);
      String root = variable.substring(0, end);
      return Nearest.of(root, Set.of("gill"))
          .filter(_ -> VARIABLES.containsValue(right))
          .map(_ -> right);
    }
    int second = variable.indexOf('_', end + 1);
    Optional<String> room =
        second < 0
            ? Optional.empty()
            : Nearest.of(variable.substring(0, second), Set.of("gill_sources", "gill_groups"));
    return room.map(near -> near.toUpperCase(Locale.ROOT) + variable.substring(second))
        .or(() -> Nearest.of(variable, VARIABLES.keySet()).map(VARIABLES::get));
  }

  /** The known name that is nearest to an unknown one. */
  static Optional<String> nearest(String unknown) {
    int second = unknown.indexOf('.', unknown.indexOf('.') + 1);
    Optional<String> room =
        second < 0 ? Optional.empty() : Nearest.of(unknown.substring(0, second), ROOMS);
    return room.map(near -> near + unknown.substring(second)).or(() -> Nearest.of(unknown, KNOWN));
  }

  /** What a name in the file was meant to be that begins nearly, but not quite, as Gill's do. */
  static Optional<String> meant(String name) {
    int dot = name.indexOf('.');
    String root = dot < 0 ? name : name.substring(0, dot);
    if (ROOTS.contains(root) || root.startsWith("%")) {
      return Optional.empty();
    }
    if (KNOWN.contains("gill." + name) || name.startsWith("sources.")) {
      return Optional.of("gill." + name);
    }
    return dot < 0
        ? Optional.empty()
        : Nearest.of(root.toLowerCase(Locale.ROOT), ROOTS).map(near -> near + name.substring(dot));
  }
}
