package dev.gill.source.confluence;

/** A page with its text in storage format. */
record Body(Item.Page page, String storage) {
  /** About how many bytes it comes to. */
  long size() {
    return storage.length();
  }
}
