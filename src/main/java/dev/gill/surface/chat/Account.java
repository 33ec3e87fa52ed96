package dev.gill.surface.chat;

import dev.gill.model.Identity;
import java.util.Set;

/**
 * Somebody as a chat knows them.
 *
 * @param id the chat's own
 * @param identities all that belong to them for certain; none of whom the chat only passes on, such
 *     as a guest of another workspace
 * @param locale the language that they use the chat in, as a BCP 47 tag; empty if unknown
 * @param person whether it is a person, rather than a program
 */
public record Account(String id, Set<Identity> identities, String locale, boolean person) {
  public Account {
    identities = Set.copyOf(identities);
  }
}
