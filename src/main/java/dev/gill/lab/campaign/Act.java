package dev.gill.lab.campaign;

/** Something that people do to the documents of a system. */
enum Act {
  CREATE(6),
  EDIT(8),
  MOVE(3),
  DELETE(3),
  RESTORE(2),
  /** Another one may read a document than before. */
  RESTRICT(3),
  /** Somebody joins or leaves a group. */
  REMEMBER(2),
  /** Somebody answers in a conversation, however old. */
  REPLY(6),
  /** An edit is taken back. */
  REDACT(2),
  /** Somebody comes into a room. */
  INVITE(3),
  /** Somebody is taken out of a room. */
  REMOVE(3),
  /** A room is closed to new messages. */
  ARCHIVE(1);

  private final int weight;

  Act(int weight) {
    this.weight = weight;
  }

  /** How often it is done, against the others. */
  int weight() {
    return weight;
  }
}
