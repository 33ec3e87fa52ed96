package dev.gill.model;

import java.util.List;
import java.util.Objects;

/**
 * What a source holds and leaves unread by one of its rules, counted. Unlike with a {@link
 * Failure}, nothing went wrong: it is no document, and nothing of it is in the index.
 *
 * @param ending what the files' names end in, such as {@code .rtf}, where that is the reason; else
 *     empty
 * @param why one sentence about all of them, for a person who wonders where they are
 * @param scope whose readers may know of it
 * @param count how many there are
 * @param first the first of them, in order; never more than {@link #FIRST}
 */
public record PassedOver(
    Reason reason, String ending, String why, Scope scope, int count, List<Item> first) {
  /** The most that are named of one kind. */
  public static final int FIRST = 100;

  /** The rules by which something is left unread. */
  public enum Reason {
    /** A link that leads out of what is followed. */
    LEADS_OUT,
    /** A link where none are followed. */
    LINK,
    /** A recycle bin with what was thrown away. */
    RECYCLED,
    /** A backup, an earlier version, or what a program keeps while it edits. */
    BACKUP,
    /** A second version of a document that a synchronizer could not merge. */
    CONFLICT_COPY,
    /** What is encrypted for others than Gill. */
    ENCRYPTED,
    /** A room that hides from newcomers what was said before they came. */
    RESTRICTED,
    /** A format that Gill does not read. */
    FORMAT,
    /** A picture. */
    PICTURE,
    /** A picture that was read and shows no words. */
    WORDLESS,
    /** Sound or video. */
    RECORDING,
    /** A packed file. */
    ARCHIVE,
    /** A program's source, its data or its settings. */
    PROGRAM,
    /** What a file system or a synchronizer keeps for itself, and what is no file at all. */
    SYSTEM,
    /** Hidden, or a folder of a program's libraries. */
    HIDDEN,
    /** Left out by the source's settings. */
    EXCLUDED;

    /** Whether nobody expects to be answered from it, so that a count says enough. */
    public boolean quiet() {
      return compareTo(PICTURE) >= 0;
    }
  }

  /**
   * One of them.
   *
   * @param doc where it lies; a folder is named as a file would be
   * @param why one sentence about this one
   */
  public record Item(DocId doc, String why) {
    public Item {
      Objects.requireNonNull(doc, "doc");
      Objects.requireNonNull(why, "why");
    }
  }

  public PassedOver {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(ending, "ending");
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(scope, "scope");
    first = List.copyOf(first);
    if (count < 1 || first.isEmpty() || first.size() > Math.min(count, FIRST)) {
      throw new IllegalArgumentException(
          "%d are named of %d passed over".formatted(first.size(), count));
    }
  }

  /** The documents that are named. */
  public List<DocId> docs() {
    return first.stream().map(Item::doc).toList();
  }
}
