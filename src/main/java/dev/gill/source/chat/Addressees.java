package dev.gill.source.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds whom a message speaks to: an account that the chat says it mentions, or the name of
 * somebody who spoke lately.
 */
final class Addressees {
  private static final Duration LATELY = Duration.ofHours(3);

  /** Shorter names are too often words. */
  private static final int NAME = 4;

  private static final Pattern WORD = Pattern.compile("[^\\s,:;.!?，：；。！？@()（）\"'<>]+");
  private static final Pattern CALLED =
      Pattern.compile("^@?([^\\s,:;，：；@()（）\"'<>]+)\\s?[,:;，：；>]|@([^\\s,:;，：；.!?。！？@]+)");

  private record Speaker(String account, Instant last) {}

  private final Map<String, Speaker> byName = new HashMap<>();

  /** The account that a message speaks to, if that is somebody else's. */
  Optional<String> of(Post post) {
    Optional<String> mentioned =
        post.addressed().stream()
            .filter(account -> !account.equals(post.account()))
            .sorted()
            .findFirst();
    return mentioned.or(() -> called(post)).or(() -> named(post));
  }

  private Optional<String> called(Post post) {
    Matcher called = CALLED.matcher(post.text());
    while (called.find()) {
      String name = called.group(1) == null ? called.group(2) : called.group(1);
      Optional<String> account = account(name, post);
      if (account.isPresent()) {
        return account;
      }
    }
    return Optional.empty();
  }

  private Optional<String> named(Post post) {
    Matcher word = WORD.matcher(post.text());
    while (word.find()) {
      if (word.group().length() >= NAME) {
        Optional<String> account = account(word.group(), post);
        if (account.isPresent()) {
          return account;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> account(String name, Post post) {
    return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)))
        .filter(speaker -> Duration.between(speaker.last(), post.at()).compareTo(LATELY) <= 0)
        .map(Speaker::account)
        .filter(account -> !account.equals(post.account()));
  }

  /** Notes that somebody spoke, after it was found whom to. */
  void spoke(Post post) {
    byName.put(post.name().toLowerCase(Locale.ROOT), new Speaker(post.account(), post.at()));
  }
}
