package dev.gill.model;

/** The languages that have an embedding space and an analyzer of their own. */
public enum Language {
  ENGLISH("en"),
  CHINESE("zh");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** The ISO 639-1 code. */
  public String code() {
    return code;
  }

  /**
   * The language of a text by its script: Chinese when at least one letter in six is a Han
   * character, since one of them carries about as much as a short word and Chinese technical prose
   * is full of English names. A pure function of the text.
   */
  public static Language of(String text) {
    int letters = 0;
    int han = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetter(c)) {
        letters++;
        if (Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN) {
          han++;
        }
      }
    }
    return han > 0 && han * 6 >= letters ? CHINESE : ENGLISH;
  }
}
