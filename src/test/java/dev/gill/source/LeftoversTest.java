package dev.gill.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.PassedOver.Reason;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeftoversTest {
  private static final PathFilter FILTER =
      new PathFilter(List.of(), List.of(), name -> !name.endsWith(".xyz"));

  @ParameterizedTest
  @CsvSource({
    "#recycle, RECYCLED",
    "@Recycle, RECYCLED",
    "$RECYCLE.BIN, RECYCLED",
    "$Recycle.Bin, RECYCLED",
    ".Trash-1000, RECYCLED",
    ".Trash, RECYCLED",
    ".Trashes, RECYCLED",
    "Trash, RECYCLED",
    "System Volume Information, SYSTEM",
    "@eaDir, SYSTEM",
    "lost+found, SYSTEM",
    ".snapshots, BACKUP",
    "~snapshot, BACKUP",
    "#snapshot, BACKUP",
    ".sync, BACKUP",
    ".stversions, BACKUP",
    ".dropbox.cache, BACKUP",
    "docs.bak, BACKUP",
    "old~, BACKUP"
  })
  void aFolderOfThisNameIsNotEnteredAndReported(String name, Reason reason) {
    for (String path : List.of(name, "team/share/" + name)) {
      assertThat(reason(FILTER.folder(path))).as(path).isEqualTo(reason);
      assertThat(FILTER.takes(path + "/deep/a.md")).as(path).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plan.md.bak",
        "plan.md.bak2",
        "plan.md.bak-2025-03-01",
        "plan.md.orig",
        "plan.md.old",
        "plan.md.rej",
        "plan.md~",
        "plan.md.~1~",
        ".plan.md.swp",
        "plan.md.swo",
        "plan.tmp",
        "~WRL0003.tmp",
        "~$plan.docx",
        ".~lock.plan.odt#",
        "#plan.md#",
        ".#plan.md"
      })
  void aBackupOrATemporaryFileIsReported(String name) {
    assertThat(reason(FILTER.file(name))).isEqualTo(Reason.BACKUP);
    assertThat(reason(FILTER.file("docs/" + name))).isEqualTo(Reason.BACKUP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trash/a.md",
        "docs/recycling/a.md",
        "backup/a.md",
        "Backups/a.md",
        "snapshots/a.md",
        "sync/a.md",
        "backup.md",
        "how to restore a.bak.md",
        "temp.md",
        "old.md"
      })
  void whatOnlySpeaksOfSuchThingsIsRead(String path) {
    assertThat(FILTER.takes(path)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "a.xyz, FORMAT, .xyz",
    "shapes/b.XYZ.xyz, FORMAT, .xyz",
  })
  void aFormatThatIsNotReadIsReportedByItsEnding(String path, Reason reason, String ending) {
    Verdict.PassedOver passed = (Verdict.PassedOver) FILTER.file(path);
    assertThat(passed.reason()).isEqualTo(reason);
    assertThat(passed.ending()).isEqualTo(ending);
    assertThat(passed.why()).contains("save them as .docx or .pdf");
  }

  @ParameterizedTest
  @CsvSource({
    "a.png, PICTURE, .png",
    "a.JPG, PICTURE, .jpg",
    "a.mp4, RECORDING, .mp4",
    "a.zip, ARCHIVE, .zip",
    "A.java, PROGRAM, .java",
    "values.yaml, PROGRAM, .yaml",
    "Makefile, PROGRAM, ''",
    "minutes, FORMAT, ''",
    "budget.numbers, FORMAT, .numbers"
  })
  void theKindsThatNobodyExpectsAnswersFromAreTheirOwn(String path, Reason reason, String ending) {
    PathFilter reads = new PathFilter(List.of(), List.of(), name -> name.endsWith(".md"));
    Verdict.PassedOver passed = (Verdict.PassedOver) reads.file(path);
    assertThat(passed.reason()).isEqualTo(reason);
    assertThat(passed.ending()).isEqualTo(ending);
  }

  @ParameterizedTest
  @ValueSource(strings = {".hidden.md", ".git/objects/a", "node_modules/lost+found/a.xyz"})
  void ofWhatIsHiddenNothingIsSaid(String path) {
    assertThat(FILTER.file(path)).isInstanceOf(Verdict.Ignored.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"drafts/#recycle/a.md", "drafts/a.xyz", "drafts/a.md.bak"})
  void norOfWhatTheSettingsLeaveOut(String path) {
    PathFilter excluding = new PathFilter(List.of(), List.of("drafts"), name -> true);
    assertThat(excluding.file(path)).isInstanceOf(Verdict.Ignored.class);
    PathFilter including = new PathFilter(List.of("docs"), List.of(), name -> false);
    assertThat(including.file("a.xyz")).isInstanceOf(Verdict.Ignored.class);
  }

  private static Reason reason(Verdict verdict) {
    return ((Verdict.PassedOver) verdict).reason();
  }
}
