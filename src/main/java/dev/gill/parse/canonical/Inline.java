package dev.gill.parse.canonical;

import dev.gill.model.Anchor;
import dev.gill.model.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of canonical text in the making: white space runs become one space, line breaks of
 * wrapped prose are joined, and it remembers at which of its characters a new position of the
 * original begins.
 */
public final class Inline {
  private enum Gap {
    NONE,
    SOFT,
    SPACE
  }

  private final StringBuilder text = new StringBuilder();
  private final List<Anchor> marks = new ArrayList<>();
  private final List<Integer> breaks = new ArrayList<>();
  private Gap gap = Gap.NONE;
  private Place position;
  private boolean moved;
  private boolean omitted;

  public static Inline of(String text) {
    return new Inline().text(text);
  }

  /** What is added from here on stands at this position of the original. */
  public Inline at(Place next) {
    if (!next.equals(position)) {
      position = next;
      moved = true;
    }
    return this;
  }

  /** What is added from here on stands on this line of the original; 0 says nothing. */
  public Inline line(int number) {
    return number > 0 ? at(new Place.Line(number)) : this;
  }

  /** Adds text; line breaks in it are those of wrapped prose. */
  public Inline text(CharSequence added) {
    for (int i = 0; i < added.length(); i++) {
      char c = added.charAt(i);
      if (c == '\n' || c == '\r' || c == '\u2028') {
        softBreak();
      } else if (Characters.isSpace(c)) {
        space();
      } else if (!Characters.isInvisible(c)) {
        close(added, i);
        text.append(c);
      }
    }
    return this;
  }

  /** Adds another line's text with its marks, as a word of this one; its breaks are spaces. */
  public Inline append(Inline other) {
    int from = 0;
    for (Anchor mark : other.marks) {
      text(other.text.substring(from, mark.offset()));
      at(mark.place());
      from = mark.offset();
    }
    return text(other.text.substring(from));
  }

  public Inline space() {
    gap = Gap.SPACE;
    return this;
  }

  /** The end of a wrapped line: a space, or nothing between two Chinese or Japanese characters. */
  public Inline softBreak() {
    if (gap == Gap.NONE) {
      gap = Gap.SOFT;
    }
    return this;
  }

  /**
   * A line break that the author set: what follows is a line of its own where that means something,
   * which {@link #parted()} decides.
   */
  public Inline lineBreak() {
    if (!text.isEmpty() && (breaks.isEmpty() || breaks.getLast() < text.length())) {
      breaks.add(text.length());
    }
    return space();
  }

  /**
   * Its lines as the author broke them. Running prose is not parted: a long line that ends in
   * mid-sentence goes on in the next one.
   */
  List<Inline> parted() {
    List<Inline> parts = new ArrayList<>();
    int from = 0;
    for (int at : breaks) {
      if (at < text.length() && LineBreaks.part(text.substring(from, at), text.substring(at))) {
        parts.add(part(from, at));
        from = at;
      }
    }
    parts.add(parts.isEmpty() ? this : part(from, text.length()));
    return parts.stream().filter(part -> !part.isEmpty()).toList();
  }

  /** The same in one line: what {@link #parted()} would part has a semicolon between. */
  public Inline joined() {
    List<Inline> parts = parted();
    if (parts.size() < 2) {
      return this;
    }
    Inline whole = new Inline();
    for (Inline part : parts) {
      boolean ended = whole.isEmpty() || ".!?;:,。！？；：，、".indexOf(whole.tail(1)) >= 0;
      whole.text(ended ? "" : ";").space().append(part);
    }
    return whole;
  }

  private Inline part(int from, int to) {
    Inline part = new Inline();
    int at = from;
    for (Anchor mark : marks) {
      if (mark.offset() <= from) {
        part.at(mark.place());
      } else if (mark.offset() < to) {
        part.text(text.substring(at, mark.offset())).at(mark.place());
        at = mark.offset();
      }
    }
    return part.text(text.substring(at, to));
  }

  /**
   * Where a link leads, after the words that are linked: in parentheses, unless the words are the
   * target itself. Only what can be opened from anywhere is written.
   */
  public Inline target(String url) {
    String shown = LinkTargets.shown(url);
    if (!shown.isEmpty() && !text.toString().endsWith(shown)) {
      space().text("(" + shown + ")");
    }
    return this;
  }

  /** Raised text: {@code 10^6}; the mark of a note stands apart instead: {@code 14 [1]}. */
  public Inline raised(String words, boolean note) {
    if (words.isBlank()) {
      return this;
    }
    if (note) {
      boolean first = text.isEmpty();
      space().text("[" + words.strip().replaceAll("^\\[|]$", "") + "]");
      return first ? space() : this;
    }
    boolean power = gap == Gap.NONE && Powers.isOne(text, words.strip());
    return text(power ? "^" : "").text(words);
  }

  /** Something was left out here: what follows must read on as if it had never been there. */
  public Inline omitted() {
    omitted = true;
    return this;
  }

  /** What is added next follows without a space. */
  public Inline glue() {
    gap = Gap.NONE;
    return this;
  }

  private void close(CharSequence added, int i) {
    if (omitted) {
      closeOmitted(added.charAt(i));
    }
    if (gap != Gap.NONE && !text.isEmpty()) {
      boolean joined =
          gap == Gap.SOFT
              && Characters.joinsWithoutSpace(
                  Character.codePointBefore(text, text.length()), Character.codePointAt(added, i));
      if (!joined) {
        text.append(' ');
      }
    }
    gap = Gap.NONE;
    if (moved) {
      marks.add(new Anchor(text.length(), position));
      moved = false;
    }
  }

  private void closeOmitted(char next) {
    omitted = false;
    boolean ends = ".,;:!?)]".indexOf(next) >= 0;
    if (ends || (!text.isEmpty() && "([".indexOf(text.charAt(text.length() - 1)) >= 0)) {
      gap = Gap.NONE;
    }
  }

  /** Takes the last characters away, and white space before them. */
  public void cutTo(int length) {
    int end = length;
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    text.setLength(end);
    int kept = end;
    marks.removeIf(mark -> mark.offset() >= kept);
    breaks.removeIf(at -> at >= kept);
  }

  /** Its last characters, at most so many. */
  public String tail(int most) {
    return text.substring(Math.max(0, text.length() - most));
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  public int length() {
    return text.length();
  }

  public List<Anchor> marks() {
    return marks;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
