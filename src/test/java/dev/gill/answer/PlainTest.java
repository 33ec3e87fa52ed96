package dev.gill.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Chunk;
import dev.gill.model.Range;
import dev.gill.parse.Canonical;
import org.junit.jupiter.api.Test;

class PlainTest {
  private static final String TEXT =
      """
      ## After

      Do this:

      1. Stop it.
        - Wait a bit.

      | Team | Number |
      | Bravo | 4568 |

      ```sh
      make up
      # note
      ```""";

  private static String plain(String from, String to) {
    Chunk chunk = Canonical.chunk(TEXT);
    return Plain.of(chunk, new Range(TEXT.indexOf(from), TEXT.indexOf(to) + to.length()));
  }

  @Test
  void marksAreLeftOutAndWordsKept() {
    assertThat(Plain.of(Canonical.chunk(TEXT)))
        .isEqualTo(
            """
            After

            Do this:

            1. Stop it.
              Wait a bit.

            Team · Number
            Bravo · 4568

            make up
            # note""");
  }

  @Test
  void aStretchIsReadAsFarAsItGoes() {
    assertThat(plain("Stop", "Wait")).isEqualTo("Stop it.\n  Wait");
    assertThat(plain("Bravo", "45")).isEqualTo("Bravo · 45");
    assertThat(plain("4568", "make")).isEqualTo("4568\n\nmake");
    assertThat(plain("this", "this")).isEqualTo("this");
  }
}
