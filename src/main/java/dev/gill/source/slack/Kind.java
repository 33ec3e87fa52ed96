package dev.gill.source.slack;

/** What a conversation is to Slack. */
enum Kind {
  /** A channel that every full member of the workspace may read. */
  PUBLIC("public_channel"),
  /** A channel of its members. */
  PRIVATE("private_channel"),
  /** A direct message among several. */
  GROUP("mpim"),
  /** A direct message between two. */
  DIRECT("im");

  private final String type;

  Kind(String type) {
    this.type = type;
  }

  /** The name that Slack's methods know. */
  String type() {
    return type;
  }

  /** Whether it is read only where somebody switched that on. */
  boolean direct() {
    return this == GROUP || this == DIRECT;
  }
}
