package dev.gill.parse.markdown;

import java.util.Set;

/** What the parts of Markdown documents are called by their marks and tags. */
final class MarkdownPartNames {
  /** A reader opens and closes these. */
  private static final Set<String> PANELS =
      Set.of(
          ("tab tabitem tab-item codetab details dropdown expand expander collapse "
                  + "accordion accordion-item accordionitem spoiler tabpanel disclosure "
                  + "toggle faq codegroupitem")
              .split(" "));

  private static final Set<String> BOXES =
      Set.of(
          ("note tip info warning danger caution important hint attention error "
                  + "success question example quote bug failure abstract summary seealso "
                  + "admonition callout alert notice pageinfo aside todo remark "
                  + "versionadded versionchanged deprecated")
              .split(" "));

  /** These say no more than that they are boxes. */
  private static final Set<String> PLAIN =
      Set.of(("admonition callout alert notice pageinfo aside quote remark").split(" "));

  private MarkdownPartNames() {}

  static boolean isPanel(String name) {
    return PANELS.contains(name);
  }

  static boolean isBox(String name) {
    return BOXES.contains(name);
  }

  /** Whether the name of such a box says nothing to a reader. */
  static boolean isPlain(String name) {
    return PLAIN.contains(name);
  }
}
