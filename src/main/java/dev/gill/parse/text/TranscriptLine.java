package dev.gill.parse.text;

/**
 * A line that was said.
 *
 * @param number its line in the file
 * @param from the second at which its cue begins
 * @param to the second at which its cue ends
 * @param first whether it is the first one of its cue
 * @param voice who says it; empty if that is not marked
 * @param turn whether another one begins to speak
 */
record TranscriptLine(
    int number, double from, double to, boolean first, String voice, boolean turn, String words) {
  TranscriptLine of(String speaker, String said) {
    return new TranscriptLine(number, from, to, first, speaker, turn, said);
  }

  TranscriptLine until(double end) {
    return new TranscriptLine(number, from, Math.max(to, end), first, voice, turn, words);
  }

  /** The same words, at the place where the first of them were said. */
  TranscriptLine at(TranscriptLine before) {
    return new TranscriptLine(
        before.number, before.from, to, before.first, voice, before.turn, words);
  }

  boolean says(TranscriptLine other) {
    return words.equals(other.words) && voice.equals(other.voice);
  }

  /** Whether it is another line with more words after it. */
  boolean goesOnFrom(TranscriptLine other) {
    return voice.equals(other.voice)
        && words.length() > other.words.length()
        && words.startsWith(other.words)
        && !Character.isLetterOrDigit(words.charAt(other.words.length()));
  }
}
