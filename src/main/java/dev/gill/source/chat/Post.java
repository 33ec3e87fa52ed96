package dev.gill.source.chat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A message as a chat holds it.
 *
 * @param id the chat's own, unique in its room
 * @param account of who wrote it, in the chat's own form; the name where there are no accounts
 * @param name of who wrote it, as people read it
 * @param at when it was written
 * @param link where the team reads it; empty if there is none
 * @param text as it was written; code may stand between fences
 * @param replyTo the id of the message that it answers
 * @param thread the id of the message that begins its thread, where the chat has threads
 * @param addressed accounts that it mentions
 * @param bot whether a program wrote it
 * @param files that it carries
 */
public record Post(
    String id,
    String account,
    String name,
    Instant at,
    String link,
    String text,
    Optional<String> replyTo,
    Optional<String> thread,
    Set<String> addressed,
    boolean bot,
    List<Attached> files) {
  public Post {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(link, "link");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(replyTo, "replyTo");
    Objects.requireNonNull(thread, "thread");
    addressed = Set.copyOf(addressed);
    files = List.copyOf(files);
  }

  /** One that carries no files. */
  public Post(
      String id,
      String account,
      String name,
      Instant at,
      String link,
      String text,
      Optional<String> replyTo,
      Optional<String> thread,
      Set<String> addressed,
      boolean bot) {
    this(id, account, name, at, link, text, replyTo, thread, addressed, bot, List.of());
  }

  /** A message of which no more is known than who said what, and when. */
  public static Post said(String id, String name, Instant at, String text) {
    return new Post(
        id, name, name, at, "", text, Optional.empty(), Optional.empty(), Set.of(), false);
  }

  /** The same, of an account that is known by more than a name. */
  public Post by(String known) {
    return new Post(id, known, name, at, link, text, replyTo, thread, addressed, bot, files);
  }

  /** The same, as people read it. */
  public Post shown(String called, String where, String plain, Set<String> mentioned) {
    return new Post(id, account, called, at, where, plain, replyTo, thread, mentioned, bot, files);
  }
}
