package dev.gill.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EntriesTest {
  static Entries entries(String... lines) {
    return new Entries((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void everyHeadwordIsFoundAndNoOther() {
    Entries entries = entries("a\tone", "ab\ttwo\tdeux", "b c\tthree", "备\tready", "备份\tbackup");
    assertThat(entries.of("a")).containsExactly("one");
    assertThat(entries.of("ab")).containsExactly("two", "deux");
    assertThat(entries.of("b c")).containsExactly("three");
    assertThat(entries.of("备")).containsExactly("ready");
    assertThat(entries.of("备份")).containsExactly("backup");
    for (String none : new String[] {"", "A", "b", "abc", "备份的", "一"}) {
      assertThat(entries.of(none)).isEmpty();
    }
  }

  @Test
  void linesOutOfOrderAreNotTakenForAnIncompleteDictionary() {
    assertThatThrownBy(() -> entries("b\tone", "a\ttwo"))
        .hasMessage("entry 2, 'a', is out of order");
  }
}
