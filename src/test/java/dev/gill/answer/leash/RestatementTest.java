package dev.gill.answer.leash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be taken for a question of a conversation. */
class RestatementTest {
  private static boolean holds(String before, String asked, String restated) {
    return Restatement.holds(restated, asked, List.of(before));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How long are backups kept?|And who restores them?|Who restores the backups?",
        "How many days of leave does everyone have?|What about contractors?|How many days of leave do contractors have?",
        "How long are backups kept?|Why?|Why are backups kept?",
        "Is Redis 7.2 supported?|And 8.0?|Is Redis 8.0 supported?",
        "备份保留多久？|谁负责恢复？|谁负责恢复备份？",
        "How long are backups kept?|Who is on call?|Who is on call?"
      })
  void whatWasAskedBeforeMayBeTakenOver(String before, String asked, String restated) {
    assertThat(holds(before, asked, restated)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How long are backups kept?|And who restores them?|Who restores the backups in Berlin?",
        "How long are backups kept?|And who restores them?|Who restores the backups after 30 days?",
        "How long are backups kept?|And who restores them?|What are the salary bands of directors?",
        "How long are backups kept?|And who restores them?|How long are backups kept?",
        "Is Redis 7.2 supported?|And 8.0?|Is Redis 7.2 supported?",
        "May guests enter?|And without a badge?|May guests enter with a badge?",
        "备份保留多久？|谁负责恢复？|谁负责删除工资单？"
      })
  void nothingMayBeAddedOrLost(String before, String asked, String restated) {
    assertThat(holds(before, asked, restated)).isFalse();
  }
}
