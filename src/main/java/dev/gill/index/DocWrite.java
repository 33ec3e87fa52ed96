package dev.gill.index;

import java.util.List;

/**
 * A whole document that replaces whatever the index held under its id, a failure of it included.
 */
public record DocWrite(DocHead head, String text, List<Embedded> chunks) {
  /** Changes whenever engines keep more of a document. */
  public static final String RECIPE = "found-3";

  public DocWrite {
    chunks = List.copyOf(chunks);
  }
}
