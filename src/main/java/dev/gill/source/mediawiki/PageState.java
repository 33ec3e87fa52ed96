package dev.gill.source.mediawiki;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How a page is listed.
 *
 * @param revision its present one; {@link #BROKEN} if it could not be read
 * @param touched when its rendering last became invalid: by an edit of it or of a template
 * @param length of its source, in bytes
 * @param restricted whether a visitor of an open wiki cannot read it
 */
record PageState(String title, long revision, String touched, long length, boolean restricted) {
  static final long BROKEN = -1;

  private static final int FNV_BASIS = 0x811c9dc5;
  private static final int FNV_PRIME = 0x01000193;

  static PageState of(JsonNode page, boolean restricted) {
    return new PageState(
        page.path("title").asText(),
        page.path("lastrevid").asLong(),
        page.path("touched").asText(),
        page.path("length").asLong(),
        restricted);
  }

  /** Whether a listed page is a document: there, readable, text, and no redirect. */
  static boolean isDocument(JsonNode page) {
    return !page.path("missing").asBoolean()
        && !page.path("invalid").asBoolean()
        && !page.path("redirect").asBoolean()
        && page.path("contentmodel").asText("wikitext").equals("wikitext")
        && page.path("actions").path("read").asBoolean(true);
  }

  boolean isBroken() {
    return revision == BROKEN;
  }

  /** A hash of all of it, never 0. */
  int mark() {
    int hash =
        hash("%s\n%d\n%s\n%s".formatted(title, revision, touched, restricted ? "restricted" : ""));
    return hash == 0 ? 1 : hash;
  }

  /** FNV-1a, 32 bits. */
  static int hash(String text) {
    int hash = FNV_BASIS;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash ^ hash >>> 15;
  }
}
