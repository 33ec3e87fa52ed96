package dev.gill.parse.canonical;

import dev.gill.model.Block;
import dev.gill.parse.Headed;
import java.util.regex.Pattern;

/** Recognizes the heading of a list of contents. */
public final class ContentsHeading {
  private static final Pattern WORDS =
      Pattern.compile(
          "(?i)(table of )?contents|toc|on this page|in this (article|page)|inhalt(sverzeichnis)?"
              + "|目录|目次|本页内容");

  private ContentsHeading() {}

  static boolean is(Headed block) {
    return block.kind() == Block.Kind.HEADING && is(block.headings().getLast());
  }

  /** Whether these words head a list of contents. */
  public static boolean is(String words) {
    return WORDS.matcher(words.strip()).matches();
  }
}
