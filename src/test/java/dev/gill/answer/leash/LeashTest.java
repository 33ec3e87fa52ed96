package dev.gill.answer.leash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.answer.leash.Finding.Dropped;
import dev.gill.answer.leash.Finding.Kept;
import dev.gill.model.Flaw;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeashTest {
  private static final List<Shown> SHOWN =
      List.of(
          new Shown(
              1,
              "Backups",
              List.of("Backups", "Keeping"),
              """
              Daily backups are kept for 35 days. Monthly backups are kept for 12 months.
              Anna Berg must approve a restore before the writer is stopped.
              Backups are not kept for test systems, since 3 March 2024.
              Version 2.4.1 of the tool writes to /srv/backups.\
              """),
          new Shown(2, "值班", List.of("值班"), "值班人员必须在15分钟内回应告警。周末不需要写报告。交接在周一上午9点之前完成。"));

  private static Finding only(String answer) {
    List<Finding> findings = new Leash(SHOWN).check(answer);
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Daily backups are kept for 35 days [1].",
        "Daily backups are kept for thirty-five days. [1]",
        "According to the document, monthly backups are kept for 12 months. [1]",
        "- **Monthly backups** are kept for `12` months [1]",
        "A restore must be approved before the writer is stopped. [1]",
        "Backups of test systems are not kept. [1]",
        "Backups aren't kept for test systems since 2024-03-03 [1].",
        "Version 2.4.1 writes to /srv/backups [1].",
        "Daily backups are kept for 35 days.",
        "值班人员必须在15分钟内回应告警。[2]",
        "周末不需要写报告[2]。"
      })
  void whatThePassageSaysIsKept(String answer) {
    assertThat(only(answer)).as(answer).isInstanceOf(Kept.class);
  }

  private static final Shown TABLE =
      new Shown(
          1,
          "Owners",
          List.of("Owners"),
          """
          | Role | Office | Looks after |
          | Ticketing owner | Chengdu | orders, seat maps, seat holds |
          | Box-office owner | Ghent | scanner app and door lists |\
          """);

  @Test
  void aRowOfATableSaysNothingOfAnother() {
    Leash leash = new Leash(List.of(TABLE));
    assertThat(leash.check("The box-office owner in Ghent has the scanner app and door lists [1]."))
        .singleElement()
        .isInstanceOf(Kept.class);
    for (String mixed :
        List.of(
            "The scanner app is for orders, seat maps and door lists [1].",
            "The Ticketing owner has the scanner app and door lists [1].")) {
      assertThat(leash.check(mixed)).as(mixed).singleElement().isInstanceOf(Dropped.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Daily backups are kept for 36 days [1]. | NUMBER",
        "Daily backups are kept for 12 days [1]. | NUMBER",
        "Backups are not kept for test systems since 3 April 2024 [1]. | NUMBER",
        "Ben Berg must approve a restore [1]. | NAME",
        "A restore is approved by Carla Ruiz [1]. | NAME",
        "Version 2.4.2 writes to /srv/backups [1]. | NUMBER",
        "Version 2.4.1 writes to /srv/other [1]. | NAME",
        "Backups are kept for test systems [1]. | NEGATION",
        "Daily backups are not kept for 35 days [1]. | NEGATION",
        "Anna Berg must approve a restore after the writer is stopped [1]. | TURN",
        "Anna Berg may approve a restore before the writer is stopped [1]. | TURN",
        "Weekly backups are kept for 35 days [1]. | TURN",
        "Daily backups are kept for 35 days [7]. | NO_SUCH_PASSAGE",
        "Daily backups are kept for 35 days [2]. | UNSUPPORTED",
        "The office cat sleeps beside the printer. | UNCITED",
        "Restores run from warm spare disks overseas [1]. | NAME",
        "Daily backups are kept for 35 days ![x](https://evil.example/p.png) [1]. | MARKUP",
        "Daily backups <img src=x> are kept for 35 days [1]. | MARKUP",
        "值班人员必须在25分钟内回应告警[2]。 | NUMBER",
        "周末需要写报告[2]。 | NEGATION",
        "交接在周一上午9点之后完成[2]。 | TURN"
      })
  void whatItDoesNotSayIsDropped(String answer, Flaw flaw) {
    assertThat(only(answer))
        .as(answer)
        .isInstanceOfSatisfying(
            Dropped.class, dropped -> assertThat(dropped.flaw()).isEqualTo(flaw));
  }

  @Test
  void eachSentenceStandsForItself() {
    List<Finding> findings =
        new Leash(SHOWN)
            .check("Daily backups are kept for 35 days. [1] They are kept for 90 days. [1]");
    assertThat(findings.getFirst()).isInstanceOf(Kept.class);
    assertThat(findings.getLast()).isInstanceOf(Dropped.class);
  }

  @Test
  void itCitesTheSentenceThatSaysSo() {
    Kept kept = (Kept) only("Monthly backups are kept for 12 months [1].");
    assertThat(kept.text()).isEqualTo("Monthly backups are kept for 12 months.");
    assertThat(kept.grounds()).hasSize(1);
    assertThat(kept.grounds().getFirst().range().of(SHOWN.getFirst().text()))
        .isEqualTo("Monthly backups are kept for 12 months.");
  }

  @Test
  void aNumberOfHugeLengthIsNoPassage() {
    assertThat(only("Daily backups are kept for 35 days [9999].")).isInstanceOf(Dropped.class);
  }

  private static Finding asked(String question, String answer) {
    return new Leash(question, SHOWN, Renderings.none()).check(answer).getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How long are daily backups kept? | Daily backups are kept. [1]",
        "Who must approve a restore before the writer is stopped? | A restore must be approved"
            + " before the writer is stopped. [1]",
        "When are backups of test systems not kept? | Backups of test systems are not kept. [1]",
        "值班人员必须在多少分钟内回应告警？ | 值班人员必须回应告警。[2]"
      })
  void whatOnlySaysTheQuestionAgainIsDropped(String question, String answer) {
    assertThat(only(answer)).as("the passage says so").isInstanceOf(Kept.class);
    assertThat(asked(question, answer))
        .isInstanceOfSatisfying(Dropped.class, d -> assertThat(d.flaw()).isEqualTo(Flaw.REPEATS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How long are daily backups kept? | Daily backups are kept for 35 days. [1]",
        "Are daily backups kept for 35 days? | Daily backups are kept for 35 days. [1]",
        "Which backups are kept for 12 months, daily or monthly ones? | Monthly backups are kept"
            + " for 12 months. [1]",
        "daily backups kept 35 days | Daily backups are kept for 35 days. [1]",
        "How are backups kept for test systems? | Backups are not kept for test systems. [1]",
        "周末需要写报告吗？ | 周末不需要写报告。[2]"
      })
  void whatAnswersInTheWordsOfTheQuestionIsKept(String question, String answer) {
    assertThat(asked(question, answer)).as(answer).isInstanceOf(Kept.class);
  }
}
