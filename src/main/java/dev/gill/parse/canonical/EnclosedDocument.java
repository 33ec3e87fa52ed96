package dev.gill.parse.canonical;

import dev.gill.model.Block;
import dev.gill.parse.Document;
import dev.gill.parse.Headed;

/** Copies a document into the text of the one that holds it. */
final class EnclosedDocument {
  private EnclosedDocument() {}

  /** Below a heading of that level. */
  static void write(Document other, CanonicalText text, BlockWriter writer, int level) {
    int at = -1;
    for (Headed block : other.blocks()) {
      String words = other.text().substring(block.start(), block.end());
      if (block.kind() == Block.Kind.HEADING) {
        int marks = words.indexOf(' ');
        text.heading(level + marks, Inline.of(words.substring(marks)));
      } else {
        boolean first = at < 0 || text.isEmpty();
        String before = first ? "\n\n" : other.text().substring(at, block.start());
        writer.copy(block.kind(), before, words);
      }
      at = block.end();
    }
  }
}
