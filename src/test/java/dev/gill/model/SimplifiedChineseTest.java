package dev.gill.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SimplifiedChineseTest {
  @Test
  void traditionalCharactersAreTurned() {
    assertThat(SimplifiedChinese.of("備份保留多久時間？")).isEqualTo("备份保留多久时间？");
    assertThat(SimplifiedChinese.of("乾淨 ≠ 乾坤")).isEqualTo("干净 ≠ 乾坤");
  }

  @Test
  void otherTextStaysAsItIs() {
    for (String text : new String[] {"", "Fish 🐟", "备份保留多久时间？部份人天干地支。"}) {
      assertThat(SimplifiedChinese.of(text)).isSameAs(text);
    }
  }
}
