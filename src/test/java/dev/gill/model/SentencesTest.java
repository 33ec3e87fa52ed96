package dev.gill.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
  /** Sentences are parted by a bar. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "One.| Two!| Three?",
        "No end mark",
        "Is it down?!| Page somebody.",
        "Wait...| Then retry.",
        "Use e.g. a replica, i.e. a copy, vs. the primary.",
        "Ask Dr. Adams or J. Smith.| They know.",
        "See fig. 3 (approx. half a page).",
        "The answer is no.| Then stop.",
        "See no. 5 in the list.",
        "Logs, traces, etc. are kept.| They expire.",
        "Logs, traces, etc.| They expire.",
        "It starts at 9 a.m. on Monday.| Be there.",
        "It ends at 5 p.m.| Be there.",
        "1. Stop the service.| 2. Start it.",
        "It took 3.5 hours.| We waited.",
        "We have five.| That is enough.",
        "Released in 2024.| Retired since.",
        "Open config.yml or v1.2.3 now.| Save it.",
        "Read https://example.org/a?b=c!d first.| Then go on.",
        "He said \"stop.\"| Then we stopped.",
        "(This is aside.)| This is not.",
        "So did I.| It worked.",
        "先备份数据库。| 再停止服务！| 好了吗？| 好了；| 结束",
        "真的吗？！| 是的……| 好。",
        "他说：“先备份。”| 然后停止。",
        "（见附录。）| 继续。",
        "请使用 v1.2 版本。| 重启 Redis。",
        "Ready?|开始吧!|然后结束。",
      })
  void partsSentences(String barred) {
    String text = barred.replace("|", "");
    List<String> expected = Stream.of(barred.split("\\|")).map(String::strip).toList();
    assertThat(in(text)).isEqualTo(expected);
  }

  @Test
  void aLineEndsItsSentence() {
    assertThat(in("- first item\n- second item\n\nA paragraph\n"))
        .containsExactly("- first item", "- second item", "A paragraph");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n", " \t\n "})
  void whiteSpaceHoldsNoSentence(String blank) {
    assertThat(Sentences.in(blank)).isEmpty();
  }

  @Test
  void sentencesLeaveOutNothingButWhiteSpace() {
    String text = "  A b.  C d!\n\n e…… f?? 备份。。 g. H. i";
    assertThat(String.join("", in(text)).replaceAll("\\s", ""))
        .isEqualTo(text.replaceAll("\\s", ""));
  }

  private static List<String> in(String text) {
    return Sentences.in(text).stream().map(range -> range.of(text)).toList();
  }
}
