package dev.gill.source.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SmallTalkTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "thanks!",
        "Thank you so much :)",
        "ok, got it",
        "hi all",
        "Good morning everyone",
        "haha lol",
        "👍🎉",
        "@li.na thanks",
        "https://wiki.example/page?id=3",
        "<https://wiki.example/page> 👀",
        "谢谢！",
        "好的，收到",
        "收到，谢谢老师",
        "哈哈哈哈",
        "早上好",
        "…"
      })
  void saysNothing(String text) {
    assertThat(SmallTalk.is(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "No.",
        "是的，周五",
        "不行",
        "ok, the window is Tuesday at 14:00",
        "thanks, but the port is 8443",
        "see https://wiki.example/page for the limits",
        "好的，周三上线",
        "Hilbert has the key",
        "okapi"
      })
  void saysSomething(String text) {
    assertThat(SmallTalk.is(text)).isFalse();
  }
}
