package dev.gill.surface.web;

import dev.gill.model.Range;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A block of canonical text as a page shows it; ranges cover what is shown, without markers. */
sealed interface Piece {
  /** A heading; {@code level} from 1 to 6. */
  record Heading(int level, Range shown) implements Piece {}

  /** A line of prose. */
  record Paragraph(Range shown) implements Piece {}

  /** Who said what comes next. */
  record Byline(Range shown) implements Piece {}

  /** Items of a list that follow each other directly. */
  record Items(List<Item> items) implements Piece {
    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * An item of a list.
   *
   * @param depth nesting, from 0
   * @param marker {@code -} for a bullet, else what is printed in front
   */
  record Item(int depth, String marker, Range shown) {
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})\\.");

    /** The number of an item of an ordered list. */
    OptionalInt number() {
      Matcher number = NUMBER.matcher(marker);
      return number.matches()
          ? OptionalInt.of(Integer.parseInt(number.group(1)))
          : OptionalInt.empty();
    }

    /** Whether its marker is none that a list has by itself, such as {@code (b)}. */
    boolean isPrinted() {
      return !marker.equals("-") && number().isEmpty();
    }
  }

  /** Rows of a table, the header first; each row is its cells. */
  record Table(List<List<Range>> rows) implements Piece {
    public Table {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** Code, without its fences; {@code language} may be empty. */
  record Code(String language, Range shown) implements Piece {}
}
