package dev.gill.answer.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which questions ask for two things. */
class HalvesTest {
  @Test
  void eachPartIsAQuestion() {
    assertThat(Halves.of("How long are backups kept and who restores the database?"))
        .containsExactly("How long are backups kept", "who restores the database?");
    assertThat(Halves.of("How long are backups kept? Who restores them?"))
        .containsExactly("How long are backups kept", "Who restores them?");
    assertThat(Halves.of("备份保留多久，谁负责恢复数据库？")).containsExactly("备份保留多久", "谁负责恢复数据库");
  }

  @Test
  void whatOnlyJoinsWordsIsOneQuestion() {
    assertThat(Halves.of("How do research and development work?")).isEmpty();
    assertThat(Halves.of("Who restores the database?")).isEmpty();
  }
}
