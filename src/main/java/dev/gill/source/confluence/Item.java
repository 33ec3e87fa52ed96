package dev.gill.source.confluence;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What a list of Confluence names. */
sealed interface Item {
  /** The content's id, which stays when it is moved or renamed. */
  String id();

  /** What a content hangs on: a page, or on Cloud a folder, whiteboard, database or embed. */
  record Parent(String id, String type) {
    boolean page() {
      return type.equals("page");
    }
  }

  /**
   * A page.
   *
   * @param author an account's id on Cloud, the name that is shown on Data Center
   * @param readers whom its own restrictions let read; empty if the list does not say
   */
  record Page(
      String id,
      String space,
      String title,
      Optional<Parent> parent,
      int version,
      Instant modified,
      String author,
      Optional<Readers> readers)
      implements Item {
    public Page {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(space, "space");
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(parent, "parent");
      Objects.requireNonNull(modified, "modified");
      Objects.requireNonNull(author, "author");
      Objects.requireNonNull(readers, "readers");
    }

    Page withoutReaders() {
      return new Page(id, space, title, parent, version, modified, author, Optional.empty());
    }
  }

  /** What pages hang on that is no page itself. */
  record Holder(String id, Optional<Parent> parent) implements Item {}

  /**
   * A file.
   *
   * @param page that it is attached to
   * @param download where its content is, relative to the address of the site
   */
  record Attachment(
      String id,
      String page,
      String title,
      int version,
      long size,
      Instant modified,
      String author,
      String download)
      implements Item {}

  /** Something that lies in the trash. */
  record Trashed(String id) implements Item {}
}
