package dev.gill.parse.office.rtf;

/** What takes in the words of a document as they are read. */
interface RtfSink {
  /** Words that look the same and stand in one group. */
  void text(String words, RtfState state);

  /**
   * A control word.
   *
   * @param first whether its group begins with it
   * @param optional whether who does not know it is to pass over its group
   */
  void word(RtfTokens.Word word, boolean first, boolean optional, RtfState state);

  /** A group ends. */
  void close(RtfState inner, RtfState outer);
}
