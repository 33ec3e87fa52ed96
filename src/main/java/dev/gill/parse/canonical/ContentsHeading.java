package dev.gill.parse.canonical;

import dev.gill.model.Block;
import dev.gill.parse.Headed;
import java.util.regex.Pattern;

/** Recognizes the heading of a list of contents. */
final class ContentsHeading {
  private static final Pattern WORDS =
      Pattern.compile(
          "(?i)(table of )?contents|toc|on this page|in this (article|page)|inhalt(sverzeichnis)?"
              + "|目录|目次|本页内容");

  private ContentsHeading() {}

  static boolean is(Headed block) {
    return block.kind() == Block.Kind.HEADING
        && WORDS.matcher(block.headings().getLast()).matches();
  }
}
