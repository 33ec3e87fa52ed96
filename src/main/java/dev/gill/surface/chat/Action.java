package dev.gill.surface.chat;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a button does. */
public enum Action {
  /** Shows an answer to everybody there. */
  SHARE,
  /** The same, after it was said who would see what they may not read. */
  SHARE_ANYWAY,
  /** It answers. */
  HELPFUL,
  /** It does not. */
  UNHELPFUL,
  /** Why it does not: something else was asked. */
  BESIDE,
  /** Why it does not: it is wrong. */
  WRONG,
  /** Why it does not: something is missing. */
  INCOMPLETE,
  /** What is quoted is outdated. */
  OUTDATED,
  /** Leads whoever may vouch for an answer to where they write it. */
  WRITE,
  /** No more words that something is outdated. */
  MUTE,
  /** Such words again. */
  UNMUTE;

  /** As it stands in a message. */
  public String id() {
    return "gill-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads what {@link #id()} writes. */
  public static Optional<Action> of(String id) {
    return Stream.of(values()).filter(action -> action.id().equals(id)).findFirst();
  }
}
