package dev.gill.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.app.cli.CommandLineTool;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./gill check-source}, as a user runs it. */
class CheckSourceCommandTest {
  @TempDir private Path temporary;
  private final Map<String, String> set = new TreeMap<>();
  private String printed;

  private int run(String name) {
    set("gill.data", temporary.resolve("data").toString());
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream caught = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    System.setOut(caught);
    System.setErr(caught);
    try {
      return CommandLineTool.run("check-source", name);
    } finally {
      System.setOut(out);
      System.setErr(err);
      printed = bytes.toString(StandardCharsets.UTF_8);
    }
  }

  private void set(String key, String value) {
    System.setProperty(key, value);
    set.put(key, value);
  }

  @AfterEach
  void unset() {
    set.keySet().forEach(System::clearProperty);
  }

  @Test
  void aSourceThatWorksExitsWithZeroAndWritesNothing() throws Exception {
    Files.writeString(temporary.resolve("a.md"), "# A");
    set("gill.sources.notes.type", "folder");
    set("gill.sources.notes.path", temporary.toString());

    assertThat(run("notes")).as(printed).isZero();
    assertThat(printed.lines())
        .hasSize(7)
        .first()
        .asString()
        .matches("(✓|ok  ) configured +All settings of type folder can be read\\.");
    assertThat(printed).contains("1 file would be read.").endsWith("notes can be followed.\n");
    assertThat(temporary.resolve("data")).doesNotExist();
  }

  @Test
  void aSourceThatDoesNotExitsWithOneAndNamesTheStep() {
    set("gill.sources.notes.type", "folder");
    set("gill.sources.notes.path", temporary.resolve("nothing").toString());

    assertThat(run("notes")).as(printed).isEqualTo(1);
    assertThat(printed)
        .containsPattern("(?m)^(✗|NO  ) folder +There is no folder ")
        .endsWith("notes is not right yet: see folder.\n");
  }

  @Test
  void aWrongSettingExitsWithOneAndIsSaid() {
    set("gill.sources.notes.type", "folder");
    set("gill.sources.notes.path", temporary.toString());
    set("gill.sources.notes.pasword", "MARK");

    assertThat(run("notes")).as(printed).isEqualTo(1);
    assertThat(printed)
        .containsPattern(
            "(?m)^(✗|NO  ) configured +Gill knows no setting gill.sources.notes.pasword")
        .doesNotContain("MARK");
  }

  @Test
  void anUnknownNameExitsWithTwoAndListsThoseThatThereAre() {
    set("gill.sources.notes.type", "folder");
    set("gill.sources.docs.type", "git");

    assertThat(run("note")).as(printed).isEqualTo(2);
    assertThat(printed)
        .isEqualTo(
            "gill: No source of that name is configured; there are: docs, notes (did you mean notes?).\n");
  }

  @Test
  void withNothingConfiguredTheSampleTeamIsChecked() {
    assertThat(run("sample")).as(printed).isZero();
    assertThat(printed).contains("files would be read");
  }
}
