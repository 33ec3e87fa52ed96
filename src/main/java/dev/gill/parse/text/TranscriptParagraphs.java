package dev.gill.parse.text;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import java.util.regex.Pattern;

/** Writes lines that were said as paragraphs under the names of their speakers. */
final class TranscriptParagraphs {
  private static final Pattern ENDED = Pattern.compile(".*[.!?。！？…][\"'”’)）]*", Pattern.DOTALL);

  /** UTF-16 units from which on a paragraph ends with its sentence, and in any case. */
  private static final int LONG = 500;

  private static final int LONGEST = 2000;

  /** Seconds of silence after which something new begins. */
  private static final double PAUSE = 5;

  private static final String UNKNOWN = "Unknown";

  private final CanonicalText text;
  private Inline paragraph = new Inline();
  private String speaker = "";
  private double until;

  TranscriptParagraphs(CanonicalText text) {
    this.text = text;
    text.flat();
  }

  void add(TranscriptLine line) {
    boolean other = line.turn() || isOther(line);
    if (other || isFull() || (!paragraph.isEmpty() && line.from() - until >= PAUSE)) {
      end();
    }
    if (other) {
      boolean unnamed = !speaker.isEmpty() && line.voice().isEmpty();
      speaker = unnamed ? UNKNOWN : line.voice();
      text.line(line.number());
      if (!speaker.isEmpty()) {
        text.byline(speaker + ":");
      }
    }
    paragraph.line(line.number()).text(line.words()).softBreak();
    until = line.to();
  }

  /** A name holds until another one is given. */
  private boolean isOther(TranscriptLine line) {
    return !line.voice().isEmpty() && !line.voice().equals(speaker);
  }

  private boolean isFull() {
    return paragraph.length() > LONGEST
        || (paragraph.length() > LONG && ENDED.matcher(paragraph.tail(10)).matches());
  }

  /** Writes what is left. */
  void end() {
    text.paragraph(paragraph);
    paragraph = new Inline();
  }
}
