package dev.gill.parse.rst;

/**
 * A directive as it is written.
 *
 * @param described whether it describes a part of a program by its signatures
 * @param line that it begins on, from 0
 * @param end the line before which it ends
 * @param depth levels of blocks that it stands within
 */
record RstDirective(
    String name, String argument, RstHead head, boolean described, int line, int end, int depth) {
  /** The line on which its body begins. */
  int body() {
    return head.body();
  }

  /** What an option says; empty if it is not there. */
  String option(String option) {
    return head.options().getOrDefault(option, "");
  }
}
