package dev.gill.source.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gill.model.SourceId;
import dev.gill.source.CheckStep;
import dev.gill.source.Settings;
import dev.gill.source.SourceContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
final class FolderCheckTest {
  @TempDir Path temporary;
  private Path root;

  @BeforeEach
  void makeFolder() throws Exception {
    root = Files.createDirectory(temporary.resolve("documents"));
  }

  private Map<String, CheckStep.Outcome> check(String... settings) throws Exception {
    Map<String, String> all = new HashMap<>(Map.of("path", root.toString()));
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    Map<String, CheckStep.Outcome> steps = new LinkedHashMap<>();
    new FolderType()
        .check(
            new Settings(new SourceId("team"), all),
            new SourceContext(
                temporary.resolve("scratch"), name -> name.endsWith(".md"), InstantSource.system()),
            step -> assertThat(steps.put(step.name(), step.outcome())).isNull());
    assertThat(steps).containsOnlyKeys("folder", "readable", "documents", "changes", "link");
    return steps;
  }

  @Test
  void aFolderThatWorksPassesEveryStep() throws Exception {
    FolderTesting.write(root, "run/值 班.md", "# A");
    FolderTesting.write(root, "b.md", "# B");
    FolderTesting.write(root, "old/c.md", "# C");
    FolderTesting.write(root, "p.PNG", "png");
    FolderTesting.write(root, "q.png", "png");
    FolderTesting.write(root, "Makefile", "all:");
    FolderTesting.write(root, ".hidden/d.md", "# D");

    var steps = check("exclude", "old", "link", "https://files.example.com/{path}");

    assertThat(steps.values()).hasOnlyElementsOfType(CheckStep.Passed.class);
    assertThat(steps.get("folder").sentence()).isEqualTo(root + " is there.");
    assertThat(steps.get("documents").sentence())
        .isEqualTo(
            "2 files would be read; passed over: 3 files of a format that Gill does not know (.png 2, without an extension 1), 1 file left out by include and exclude.");
    assertThat(steps.get("link").sentence())
        .isEqualTo("Citations of b.md lead to https://files.example.com/b.md");
    assertThat(steps.get("changes").sentence()).contains("30s");
  }

  @Test
  void withoutALinkThatStepIsLeftOut() throws Exception {
    FolderTesting.write(root, "b.md", "# B");

    assertThat(check().get("link")).isInstanceOf(CheckStep.Skipped.class);
  }

  @Test
  void aFolderThatIsNotThereIsSaidToBeSoWithoutTheRestOfItsPath() throws Exception {
    var steps = check("path", root.resolve("MARK/deeper").toString());

    assertThat(steps.get("folder"))
        .isEqualTo(
            new CheckStep.Failed(
                "There is no folder %s/…; create it, mount its drive, or correct gill.sources.team.path."
                    .formatted(root)));
    steps.remove("folder");
    assertThat(steps.values()).hasOnlyElementsOfType(CheckStep.Skipped.class);
  }

  @Test
  void aFileIsNoFolder() throws Exception {
    Path file = FolderTesting.write(root, "b.md", "# B");

    assertThat(check("path", file.toString()).get("folder").sentence())
        .contains("is no folder; set gill.sources.team.path to the folder that it lies in");
  }

  @Test
  void whereNothingWouldBeReadTheStepSaysWhatToDo() throws Exception {
    assertThat(check().get("documents"))
        .isEqualTo(
            new CheckStep.Failed(
                "No file would be read; put documents there, or name the place where they are."));
    FolderTesting.write(root, "b.md", "# B");
    assertThat(check("include", "docs").get("documents"))
        .isEqualTo(
            new CheckStep.Failed(
                "No file would be read; passed over: 1 file left out by include and exclude; correct include and exclude."));
  }

  @Test
  void whatCannotBeReadIsCountedAndTheFirstNamed() throws Exception {
    FolderTesting.write(root, "a.md", "# A");
    FolderTesting.write(root, "big.md", "x".repeat(100));

    assertThat(check("max-bytes", "50").get("readable"))
        .isEqualTo(
            new CheckStep.Failed(
                "1 of 2 documents cannot be read, the first: big.md is larger than max-bytes: raise it, or exclude the file."));
  }

  @Test
  void aFolderThatMayNotBeReadSaysSo() throws Exception {
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("-wx------"));
    try {
      assumeThat(Files.isReadable(root)).as("root may read everything").isFalse();
      assertThat(check().get("readable"))
          .isInstanceOf(CheckStep.Failed.class)
          .extracting(CheckStep.Outcome::sentence)
          .asString()
          .contains("may not be read: let the user that Gill runs as read it");
    } finally {
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void linksThatLeadOutAreCounted() throws Exception {
    FolderTesting.write(root, "a.md", "# A");
    Files.createSymbolicLink(
        root.resolve("b.md"), FolderTesting.write(temporary, "elsewhere/b.md", "# B"));

    assertThat(check().get("documents").sentence())
        .isEqualTo("1 file would be read; passed over: 1 link (b.md).");
    assertThat(check("links", "follow").get("documents").sentence())
        .isEqualTo("2 files would be read.");
  }

  @Test
  void nothingIsWritten() throws Exception {
    FolderTesting.write(root, "a.md", "# A");
    check();

    assertThat(temporary.resolve("scratch")).doesNotExist();
    try (var files = Files.list(root)) {
      assertThat(files).hasSize(1);
    }
  }
}
