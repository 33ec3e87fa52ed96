package dev.gill.source.mail;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What is known of a message before it is read.
 *
 * @param ref where it lies in its folder; another one after every change
 * @param id its Message-ID without brackets, or one that was made of its head if it has none
 * @param references the ids of the messages before it in its thread, the first one first
 * @param people the addresses of who wrote it and to whom, in lower case
 * @param at when it was written
 * @param size in bytes
 */
record Head(
    String ref,
    String id,
    List<String> references,
    String subject,
    Set<String> people,
    Instant at,
    long size,
    List<Attached> attached) {
  /**
   * A file that it carries.
   *
   * @param number which one, from 0
   */
  record Attached(int number, String name, long size) {
    Attached {
      Objects.requireNonNull(name, "name");
    }
  }

  Head {
    references = List.copyOf(references);
    people = Set.copyOf(people);
    attached = List.copyOf(attached);
  }
}
