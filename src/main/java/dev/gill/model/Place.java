package dev.gill.model;

import java.time.Instant;
import java.util.Objects;

/** A place in the original that a reader can find without Gill. Numbers count from 1. */
public sealed interface Place {
  /** A line of a file. */
  record Line(int number) implements Place {
    public Line {
      require(number);
    }

    @Override
    public String toString() {
      return "line " + number;
    }
  }

  /** A page of a paged document. */
  record Page(int number) implements Place {
    public Page {
      require(number);
    }

    @Override
    public String toString() {
      return "page " + number;
    }
  }

  /** A slide of a presentation. */
  record Slide(int number) implements Place {
    public Slide {
      require(number);
    }

    @Override
    public String toString() {
      return "slide " + number;
    }
  }

  /**
   * A row of a sheet.
   *
   * @param sheet its number
   * @param name what the sheet is called; may be empty
   * @param number the row's
   */
  record Row(int sheet, String name, int number) implements Place {
    public Row {
      require(sheet);
      require(number);
      Objects.requireNonNull(name, "name");
    }

    @Override
    public String toString() {
      return "sheet %s, row %d".formatted(name.isEmpty() ? sheet : name, number);
    }
  }

  /**
   * A section of a page.
   *
   * @param id as the page itself names it, so that {@code #id} leads there
   */
  record Section(String id) implements Place {
    public Section {
      if (id.isEmpty()) {
        throw new IllegalArgumentException("a section has an id");
      }
    }

    @Override
    public String toString() {
      return "section " + id;
    }
  }

  /**
   * A message of a conversation, which has a link, an author and a time of its own.
   *
   * @param link empty if there is none
   * @param author empty if unknown
   */
  record Message(String link, String author, Instant at) implements Place {
    public Message {
      Objects.requireNonNull(link, "link");
      Objects.requireNonNull(author, "author");
      Objects.requireNonNull(at, "at");
    }

    @Override
    public String toString() {
      return author.isEmpty() ? "message" : "message of " + author;
    }
  }

  private static void require(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("places count from 1, not " + number);
    }
  }
}
