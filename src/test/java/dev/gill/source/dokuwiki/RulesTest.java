package dev.gill.source.dokuwiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may read a page by its wiki's access lists, never somebody whom the wiki would refuse. */
class RulesTest {
  private static Set<String> readers(Map<String, Map<String, Integer>> rules, String page) {
    return new Rules(rules).readers(page);
  }

  @Test
  void the_nearest_rule_decides() {
    var rules =
        Map.of(
            "*", Map.of("@ALL", 1, "@user", 8),
            "hr:*", Map.of("@ALL", 0, "@hr", 8),
            "hr:jobs", Map.of("@ALL", 1));

    assertThat(readers(rules, "start")).containsExactly("@ALL");
    assertThat(readers(rules, "hr:pay")).containsExactly("@hr");
    assertThat(readers(rules, "hr:deep:er")).containsExactly("@hr");
    assertThat(readers(rules, "hr:jobs")).containsExactly("@ALL");
    assertThat(readers(rules, "hrx:pay")).containsExactly("@ALL");
  }

  @Test
  void whom_a_nearer_rule_does_not_speak_of_the_wider_one_lets_in() {
    var rules = Map.of("*", Map.of("@ALL", 0, "@user", 8), "ops:*", Map.of("mira", 8));

    assertThat(readers(rules, "ops:x")).containsExactlyInAnyOrder("mira", "@user");
  }

  @Test
  void what_a_nearer_rule_keeps_from_everybody_no_wider_one_gives_to_a_group() {
    var rules = Map.of("*", Map.of("@staff", 16), "secret:*", Map.of("@ALL", 0));

    assertThat(readers(rules, "secret:x")).isEmpty();
  }

  @Test
  void where_a_nearer_rule_keeps_one_group_out_the_others_of_a_wider_one_are_not_guessed() {
    var rules = Map.of("*", Map.of("@ALL", 1), "ops:*", Map.of("@guests", 0, "@ops", 8));

    assertThat(readers(rules, "ops:x")).containsExactly("@ops");
  }

  @Test
  void a_users_own_namespace_is_that_users() {
    var rules = Map.of("*", Map.of("@ALL", 0), "user:%USER%:*", Map.of("%USER%", 16));

    assertThat(readers(rules, "user:mira:notes")).containsExactly("mira");
    assertThat(readers(rules, "user:start")).isEmpty();
  }

  @Test
  void names_are_written_with_percents() {
    assertThat(readers(Map.of("*", Map.of("@team%20a", 1)), "x")).containsExactly("@team a");
  }

  @Test
  void without_any_rule_nobody_reads() {
    assertThat(readers(Map.of("a:*", Map.of("@ALL", 8)), "b:x")).isEmpty();
  }
}
