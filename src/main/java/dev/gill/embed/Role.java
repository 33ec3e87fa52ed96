package dev.gill.embed;

/** What a text is to be embedded as; some models put a prefix before questions. */
public enum Role {
  QUESTION,
  PASSAGE
}
