package dev.gill.parse.office;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.Refused;
import dev.gill.parse.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;

/** The words of one paragraph, or of one cell, and what stands beside them. */
public final class OfficeLine {
  /** Stands for a page number in {@link #raw()}. */
  static final char PAGE = '\u0001';

  private final CanonicalText text;
  private final Inline line = new Inline();
  private final StringBuilder raw = new StringBuilder();
  private final StringBuilder raised = new StringBuilder();
  private final StringBuilder reading = new StringBuilder();
  private final List<XmlNode> boxes = new ArrayList<>();
  private final List<Runnable> after = new ArrayList<>();
  private LeftOut.Kind leaving;
  private boolean contents;
  private boolean picture;
  private boolean plain;
  private boolean bold = true;

  public OfficeLine(CanonicalText text) {
    this.text = text;
  }

  /** Words as they stand; between two raised ones nothing else may be added. */
  public void words(String words) {
    if (!words.isEmpty()) {
      settle();
      if (picture && Character.isLetterOrDigit(words.codePointAt(0))) {
        line.space();
      }
      picture = false;
      line.text(words.replace('\n', ' '));
      raw.append(words);
      if (raw.length() > text.limits().textChars()) {
        throw Refused.tooLong(text.limits());
      }
    }
  }

  /** What a picture shows, as words of its own. */
  public void picture(String description) {
    words(" " + description);
    picture = true;
  }

  public void raised(String words) {
    settleReading();
    raised.append(words);
    raw.append(words);
    leaving = null;
  }

  /** The mark of a note. */
  public void mark(String mark) {
    settle();
    line.raised(mark, true);
    raw.append('[').append(mark).append(']');
  }

  /** Words with their pronunciation, which follows in parentheses after all that have one. */
  public void ruby(String words, String pronunciation) {
    settleRaised();
    line.text(words);
    raw.append(words);
    reading.append(reading.isEmpty() ? "" : " ").append(pronunciation);
    leaving = null;
  }

  public void lineBreak() {
    settle();
    line.lineBreak();
    raw.append('\n');
  }

  public void tab() {
    settle();
    line.space();
    raw.append('\t');
  }

  public void page() {
    raw.append(PAGE);
  }

  public void target(String url) {
    settle();
    line.target(url);
  }

  /** Words that are left out; those that follow each other are one passage. */
  public void drop(LeftOut.Kind kind, String words) {
    if (!words.isBlank() && leaving != kind) {
      text.leftOut(kind);
      leaving = kind;
    }
  }

  /** It is a part of a list of contents. */
  public void contents() {
    contents = true;
  }

  public boolean isContents() {
    return contents;
  }

  /** Whether words that are seen are bold. */
  public void weight(boolean isBold) {
    plain = true;
    bold &= isBold;
  }

  public boolean isBold() {
    return plain && bold;
  }

  /** Adds another one's words and what stands beside them. */
  public void append(OfficeLine other) {
    settle();
    line.append(other.inline().joined());
    raw.append(other.raw);
    boxes.addAll(other.boxes);
    after.addAll(other.after);
  }

  /** A text box that is anchored in it. */
  public void box(XmlNode content) {
    boxes.add(content);
  }

  /** The text boxes; from then on it has none. */
  public List<XmlNode> takeBoxes() {
    List<XmlNode> all = List.copyOf(boxes);
    boxes.clear();
    return all;
  }

  /** What is written when its paragraph, or its table, is. */
  public void after(Runnable action) {
    after.add(action);
  }

  public List<Runnable> after() {
    return after;
  }

  /** Its text with tabs, line breaks and all spaces. */
  public String raw() {
    return raw.toString();
  }

  public Inline inline() {
    settle();
    return line;
  }

  private void settle() {
    settleRaised();
    settleReading();
    leaving = null;
  }

  private void settleRaised() {
    if (!raised.isEmpty()) {
      line.raised(raised.toString(), false);
      raised.setLength(0);
    }
  }

  private void settleReading() {
    if (!reading.isEmpty()) {
      line.text("(" + reading + ")");
      reading.setLength(0);
    }
  }
}
