package dev.gill.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions what has changed; it is a Friday. */
class ChangeQuestionTest {
  private static final Instant FRIDAY = Instant.parse("2026-11-20T09:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Summarise what changed in the handbook since Monday|handbook|2026-11-16",
        "Please summarize what has changed in ops since last Friday.|ops|2026-11-13",
        "What changed since yesterday?||2026-11-19",
        "What's new in the wiki this week?|wiki|2026-11-16",
        "List the changes to deploy runbooks since 2026-11-01|deploy runbooks|2026-11-01",
        "what was updated in the last 10 days||2026-11-10",
        "总结一下自周一以来手册有什么变化|手册|2026-11-16",
        "最近3天有哪些更新？||2026-11-17"
      })
  void aDayIsUnderstood(String text, String about, String day) {
    ChangeQuestion asked = ChangeQuestion.of(text, FRIDAY).orElseThrow();
    assertThat(asked.about()).isEqualTo(about == null ? "" : about);
    assertThat(asked.since()).isEqualTo(day + "T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What changed in Redis 7?",
        "What changed since version 3?",
        "Who is on call since Monday?",
        "How do we list the changes of a release?",
        "What changed in the handbook since 2026-02-31?",
        "数据库有什么变化？"
      })
  void anythingElseIsAskedOfTheDocuments(String text) {
    assertThat(ChangeQuestion.of(text, FRIDAY)).isEmpty();
  }
}
