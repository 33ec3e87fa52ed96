package dev.gill.parse.canonical;

import dev.gill.model.Anchor;
import dev.gill.model.Place;
import java.util.ArrayList;
import java.util.List;

/** Where a text in the making stands in its original: an anchor wherever the place changes. */
final class PlaceTrack {
  private final List<Anchor> anchors = new ArrayList<>();
  private Place position;
  private Place anchored;
  private boolean page;

  /** It is a page of a system rather than a file: it has sections, and no lines. */
  void page() {
    page = true;
  }

  /** What is written next stands here. */
  void at(Place next) {
    position = next;
  }

  /**
   * On a page, what is written next stands in the section of this id; the empty one says nothing.
   */
  void section(String id) {
    if (page && !id.isEmpty()) {
      at(new Place.Section(id));
    }
  }

  /** What is written next stands on this line, unless it is a page; 0 says nothing. */
  void line(int number) {
    if (number > 0 && !page) {
      at(new Place.Line(number));
    }
  }

  /** What begins at this offset with a line stands where the line's first word does. */
  void begin(Inline line, int offset) {
    if (!page && !line.marks().isEmpty() && line.marks().getFirst().offset() == 0) {
      position = line.marks().getFirst().place();
    }
    anchor(offset);
  }

  /** The words of a line stand where its marks say. */
  void follow(Inline line, int offset) {
    if (!page) {
      for (Anchor mark : line.marks()) {
        position = mark.place();
        anchor(offset + mark.offset());
      }
    }
  }

  /** From this offset on the text stands at the present place. */
  void anchor(int offset) {
    if (position != null && !position.equals(anchored)) {
      anchors.add(new Anchor(offset, position));
      anchored = position;
    }
  }

  /** The text ends at this offset again. */
  void cutTo(int offset) {
    anchors.removeIf(anchor -> anchor.offset() >= offset);
    anchored = anchors.isEmpty() ? null : anchors.getLast().place();
  }

  List<Anchor> anchors() {
    return anchors;
  }
}
