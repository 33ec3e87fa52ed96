package dev.gill.parse.canonical;

import dev.gill.model.LeftOut;
import dev.gill.model.Place;
import dev.gill.parse.Document;
import dev.gill.parse.Headed;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * What is noted of a document beside its text: what it says of itself, where its parts stand in the
 * original, and what is left out.
 */
public abstract sealed class DocumentNotes permits CanonicalText {
  private final PlaceTrack places = new PlaceTrack();
  private final LeftOutTally leftOut = new LeftOutTally();
  private Optional<String> title = Optional.empty();
  private Optional<String> author = Optional.empty();
  private Optional<Instant> written = Optional.empty();

  DocumentNotes() {}

  /** When the document was written, as it says itself; the first time counts. */
  public void written(Instant instant) {
    written = written.or(() -> Optional.of(instant));
  }

  /** The same in words, of which nothing comes if they are no date. */
  public void written(String date) {
    WrittenDate.of(date).ifPresent(this::written);
  }

  /** The same as a program keeps it; null says nothing, nor does the beginning of its calendar. */
  public void written(Date date) {
    if (date != null && date.toInstant().isAfter(Instant.EPOCH)) {
      written(date.toInstant());
    }
  }

  /** The document's title; the first one that is not blank counts. */
  public void title(String name) {
    if (title.isEmpty() && name != null) {
      title = Optional.of(Inline.of(name).toString()).filter(t -> !t.isEmpty());
    }
  }

  /** Whoever wrote it; the first one that is not blank counts. */
  public void author(String name) {
    if (author.isEmpty() && name != null) {
      author = Optional.of(Inline.of(name).toString()).filter(a -> !a.isEmpty());
    }
  }

  /** The next block stands at this position of the original, unless its text says otherwise. */
  public void at(Place next) {
    places.at(next);
  }

  /** It is a page of a system rather than a file: it has sections to lead to, and no lines. */
  public void page() {
    places.page();
  }

  /** On a page, the next blocks stand in the section of this id; the empty one says nothing. */
  public void section(String id) {
    places.section(id);
  }

  /** {@link #at} for formats of lines; 0 says nothing. */
  public void line(int number) {
    places.line(number);
  }

  /** Notes that the original holds something which is not written here. */
  public void leftOut(LeftOut.Kind kind) {
    leftOut.add(kind, 1);
  }

  /** So many pieces of this kind are not in the text. */
  public void leftOut(LeftOut.Kind kind, int pieces) {
    leftOut.add(kind, pieces);
  }

  PlaceTrack places() {
    return places;
  }

  Document build(String format, String text, List<Headed> blocks) {
    return new Document(title, author, written, text, blocks, places.anchors(), leftOut.of(format));
  }
}
