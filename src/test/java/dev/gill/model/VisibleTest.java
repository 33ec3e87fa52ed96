package dev.gill.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {
  @Test
  void whatChangesDirectionOrHidesIsShownByItsNumber() {
    assertThat(Visible.of("keep for \u202Eenin\u202C days"))
        .isEqualTo("keep for ⟨U+202E⟩enin⟨U+202C⟩ days");
    assertThat(Visible.of("a\u2066b\u2069c")).isEqualTo("a⟨U+2066⟩b⟨U+2069⟩c");
    assertThat(Visible.of("red\u001B[2J")).isEqualTo("red⟨U+001B⟩[2J");
    assertThat(Visible.of("a\u3164b")).isEqualTo("a⟨U+3164⟩b");
    assertThat(Visible.of("hi" + new String(Character.toChars(0xE0041)).repeat(100)))
        .isEqualTo("hi⟨U+E0041 +99⟩");
    assertThat(Visible.of("x\uFE01\uFE02\uFE03")).isEqualTo("x\uFE01⟨U+FE02 +1⟩");
  }

  @Test
  void whatIsOnlyInvisibleIsLeftOut() {
    assertThat(Visible.of("pass\u00ADword\u200Bs\u2060 \uFEFFa\u200Db\u200Cc\u200E"))
        .isEqualTo("passwords abc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "👩‍💻 👨‍👩‍👧‍👦 ❤️‍🔥 👍🏽 🏳️‍🌈 1️⃣",
        "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F",
        "می‌خواهم",
        "क्‍ष श्‌र",
        "مرحبا \u200Fabc\u200F.",
        "ภาษา\u200Bไทย",
        "葛\uDB40\uDD00城",
        "one\n\ttwo é e\u0301 ümlaut 中文"
      })
  void whatAScriptOrAnEmojiNeedsIsKept(String text) {
    assertThat(Visible.of(text)).isEqualTo(text);
  }
}
