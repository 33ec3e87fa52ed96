package dev.gill.answer.leash;

/**
 * A word, number or sign of a text.
 *
 * @param form by which two of them are compared: in lower case, numbers in digits
 */
record Token(String form, Kind kind) {
  /** Letters that two forms of a word have in common, as in keep and keeping. */
  private static final int STEM = 4;

  /** Letters that one form of a word may have more than what both have in common. */
  private static final int ENDING = 3;

  /** What a token is, and so how it is checked. */
  enum Kind {
    /** Says something; most of these must stand in the passage. */
    WORD,
    /** Says little, such as an article. */
    FILLER,
    NUMBER,
    NAME,
    /** A word with a capital letter that begins a sentence, which may be a name. */
    OPENING,
    /** A path, an address, a version, an identifier. */
    CODE,
    NEGATION,
    /** Turns a sentence into another one: before and after, may and must. */
    TURN,
    /** A unit, or whether something must or may be: there, and beside one of the same words. */
    UNIT,
    /** A Chinese character. */
    HAN
  }

  /** Whether it is a Chinese character that turns a sentence into another one. */
  boolean isHanTurn() {
    return kind == Kind.TURN && Character.isIdeographic(form.codePointAt(0));
  }

  boolean says() {
    return kind != Kind.FILLER && kind != Kind.NEGATION;
  }

  /** Whether both are the same word, perhaps in two forms. */
  boolean matches(Token other) {
    if (form.equals(other.form)) {
      return true;
    }
    boolean exact =
        kind == Kind.NUMBER
            || kind == Kind.CODE
            || kind == Kind.HAN
            || other.kind == Kind.NUMBER
            || isHanTurn();
    return !exact && sameStem(form, other.form);
  }

  private static boolean sameStem(String one, String other) {
    int common = 0;
    while (common < Math.min(one.length(), other.length())
        && one.charAt(common) == other.charAt(common)) {
      common++;
    }
    if (common < STEM) {
      return common >= 2 && (plural(one, other) || plural(other, one));
    }
    return Endings.isOne(one.substring(common))
        && Endings.isOne(other.substring(common))
        && Math.max(one.length(), other.length()) - common <= ENDING;
  }

  private static boolean plural(String one, String other) {
    return one.equals(other + "s") || one.equals(other + "es");
  }
}
