package dev.gill.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.PassedOver.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaleCopyTest {
  @ParameterizedTest
  @CsvSource({
    "rota.sync-conflict-20250301-101010-ABCDEFG.md, rota.md",
    "rota.sync-conflict-20250301-101010.md, rota.md",
    "README.sync-conflict-20250301-101010-ABCDEFG, README",
    "page.sync-conflict-20250301-101010-ABCDEFG.html.md.erb, page.html.md.erb",
    "heating (Jon's conflicted copy 2025-03-01).md, heating.md",
    "heating (Jon’s conflicted copy 2025-03-01 1).md, heating.md",
    "heating (conflicted copy 2025-03-01 101010).md, heating.md",
    "heating (Conflicted copy LAPTOP 202503011010).md, heating.md",
    "heating (LAPTOP's Case Conflict).md, heating.md",
    "heating (Case Conflict 1).md, heating.md",
    "heating (SFConflict jon@example.com 2025-03-01-10-10-10).md, heating.md",
    "heating [conflicted].md, heating.md",
    "heating_conflict-20250301-101010.md, heating.md",
    "heating.Conflict.md, heating.md",
    "Heizung (In Konflikt stehende Kopie von Jon 2025-03-01).md, Heizung.md",
    "Heizung (Konfliktkopie von Jon 2025-03-01).md, Heizung.md",
    "chauffage (Copie en conflit de Jon 2025-03-01).md, chauffage.md",
    "calefacción (Copia en conflicto de Jon 2025-03-01).md, calefacción.md",
    "aquecimento (Cópia em conflito de Jon 2025-03-01).md, aquecimento.md",
    "riscaldamento (Copia in conflitto di Jon 2025-03-01).md, riscaldamento.md",
    "värme (Jons konfliktkopia 2025-03-01).md, värme.md",
    "отопление (конфликтующая копия Jon 2025-03-01).md, отопление.md",
    "值班表 (Jon 的冲突副本 2025-03-01).md, 值班表.md",
    "值班表（冲突副本 2025-03-01）.md, 值班表.md",
    "当番 (Jonの競合コピー 2025-03-01).md, 当番.md",
    "당번 (Jon의 충돌된 복사본 2025-03-01).md, 당번.md",
    "plan_BACKUP_4711.md, plan.md",
    "plan_REMOTE_4711.md, plan.md",
    "notes (draft) (conflicted copy 2025-03-01).md, notes (draft).md"
  })
  void aConflictCopyNamesItsOriginal(String copy, String original) {
    StaleCopy found = StaleCopy.of(copy).orElseThrow();
    assertThat(found.originals()).endsWith(original);
    assertThat(found.reason()).isEqualTo(Reason.CONFLICT_COPY);
    assertThat(found.judge(original).why()).contains(original);
  }

  @Test
  void aCopyOfACopyHasTwoOriginals() {
    String twice =
        "rota.sync-conflict-20250301-101010-ABCDEFG.sync-conflict-20250302-101010-ABCDEFG.md";
    assertThat(StaleCopy.of(twice).orElseThrow().originals())
        .containsExactly("rota.md", "rota.sync-conflict-20250301-101010-ABCDEFG.md");
  }

  @Test
  void whatLiesInTheConflictCopyOfAFolderIsACopyOfTheSameNameInThatFolder() {
    String path = "team/Plans (Jon's conflicted copy 2025-03-01)/May/rota.md";
    StaleCopy found = StaleCopy.of(path).orElseThrow();
    assertThat(found.originals()).containsExactly("team/Plans/May/rota.md");
    assertThat(found.judge("team/Plans/May/rota.md").why())
        .contains("conflict copy of a folder", "team/Plans/May/rota.md");
    assertThat(StaleCopy.of("team/Plans (draft)/rota.md")).isEmpty();
  }

  @Test
  void withinAFolderTheOriginalIsNamedByItsPathAndShownByItsName() {
    StaleCopy found = StaleCopy.of("team/plan.bak.md").orElseThrow();
    assertThat(found.originals()).containsExactly("team/plan.md");
    assertThat(found.judge("team/plan.md").why()).contains("backup of plan.md, which");
  }

  @Test
  void aBackupBetweenNameAndEndingHasAnOriginalToo() {
    StaleCopy found = StaleCopy.of("plan.bak.md").orElseThrow();
    assertThat(found.originals()).containsExactly("plan.md");
    assertThat(found.reason()).isEqualTo(Reason.BACKUP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rota.md",
        "rota (1).md",
        "rota - Copy.md",
        "Copy of rota.md",
        "rota-LAPTOP.md",
        "rota 2.md",
        "policy (conflict of interest).md",
        "how to merge conflicted copies.md",
        "conflict (2025-03-01).md",
        "minutes (2025-03-01).md",
        "(conflicted copy 2025-03-01).md",
        "solving-conflicts.md",
        "disk.backup.md",
        ".conflict.md"
      })
  void aNameThatProvesNothingIsADocuments(String name) {
    assertThat(StaleCopy.of(name)).isEmpty();
  }
}
