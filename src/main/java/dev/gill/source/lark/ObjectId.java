package dev.gill.source.lark;

/**
 * A document as Lark's drive knows it.
 *
 * @param type {@code docx}, {@code sheet}, {@code bitable}, {@code file} and others
 */
record ObjectId(String type, String token) implements Comparable<ObjectId> {
  @Override
  public int compareTo(ObjectId other) {
    int byToken = token.compareTo(other.token);
    return byToken == 0 ? type.compareTo(other.type) : byToken;
  }
}
