package dev.gill.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Anchor;
import dev.gill.model.Block;
import java.util.ArrayList;
import java.util.List;

/** What holds for every parsed document, whatever its format. */
public final class DocumentShape {
  private static final int DEEPEST_HEADING = 6;

  private DocumentShape() {}

  public static void check(Document document) {
    assertThat(document.text()).isNotBlank().doesNotContain("\r", "\ufeff", "\0");
    blocks(document);
    headings(document);
    anchors(document);
  }

  private static void blocks(Document document) {
    String text = document.text();
    int end = 0;
    for (Headed block : document.blocks()) {
      assertThat(block.start()).isGreaterThanOrEqualTo(end);
      assertThat(text.substring(end, block.start())).isBlank();
      String words = text.substring(block.start(), block.end());
      assertThat(words).isEqualTo(words.strip());
      if (block.kind() == Block.Kind.CODE) {
        assertThat(words).startsWith("```").endsWith("```");
      } else {
        assertThat(words).doesNotContain("\n");
      }
      end = block.end();
    }
    assertThat(end).isEqualTo(text.length());
  }

  private static void headings(Document document) {
    List<Integer> levels = new ArrayList<>();
    List<String> path = new ArrayList<>();
    for (Headed block : document.blocks()) {
      if (block.kind() == Block.Kind.HEADING) {
        String line = document.text().substring(block.start(), block.end());
        int level = line.indexOf(' ');
        assertThat(level).isBetween(1, DEEPEST_HEADING);
        while (!levels.isEmpty() && levels.getLast() >= level) {
          levels.removeLast();
          path.removeLast();
        }
        levels.add(level);
        path.add(line.substring(level + 1));
      }
      leave(block, path, levels);
      assertThat(block.headings()).isEqualTo(path);
    }
  }

  /** What follows a part that a reader opens and closes, such as a tab, stands outside of it. */
  private static void leave(Headed block, List<String> path, List<Integer> levels) {
    boolean outside =
        block.kind() != Block.Kind.HEADING
            && block.headings().size() < path.size()
            && path.subList(0, block.headings().size()).equals(block.headings());
    if (outside) {
      path.subList(block.headings().size(), path.size()).clear();
      levels.subList(block.headings().size(), levels.size()).clear();
    }
  }

  private static void anchors(Document document) {
    int offset = -1;
    for (Anchor anchor : document.anchors()) {
      assertThat(anchor.offset()).isGreaterThan(offset).isLessThan(document.text().length());
      offset = anchor.offset();
    }
  }
}
