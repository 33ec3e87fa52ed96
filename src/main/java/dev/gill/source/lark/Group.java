package dev.gill.source.lark;

/**
 * A group that the app's bot is in.
 *
 * @param id such as {@code oc_…}
 * @param name as people read it; empty if it has none
 */
record Group(String id, String name) {
  String title() {
    return name.isEmpty() ? id : name;
  }
}
