package dev.gill.lab.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionFileTest {
  private static final String HEADER = "question\tdocument\tanswer\n";

  @TempDir private Path folder;

  private List<Asked> read(String name, String content) throws IOException {
    return QuestionFile.read(Files.writeString(folder.resolve(name), content));
  }

  @Test
  void aTableSaysWhereTheAnswerStands() throws Exception {
    List<Asked> read =
        read("a.tsv", HEADER + "How many days?\tleave.md\t28 days\nHow tall is it?\t\t\n");
    assertThat(read.getFirst())
        .isEqualTo(
            new Asked("2", "How many days?", Set.of("leave.md"), List.of("28 days"), "", ""));
    assertThat(read.getFirst().answerable()).isTrue();
    assertThat(read.getLast().answerable()).isFalse();
  }

  @Test
  void linesOfJsonSayMore() throws Exception {
    List<Asked> read =
        read(
            "a.jsonl",
            """
            {"id":"x-1","question":"how many days","answerable":true,"files":["leave.md","b.md"],"answers":["28"],"passage":"You have 28 days.","kind":"fact"}
            {"id":"x-2","question":"how tall","answerable":false,"files":["near.md"],"answers":[],"kind":"fact"}
            """);
    assertThat(read.getFirst())
        .isEqualTo(
            new Asked(
                "x-1",
                "how many days",
                Set.of("leave.md", "b.md"),
                List.of("28"),
                "You have 28 days.",
                "fact"));
    assertThat(read.getLast().answerable()).isFalse();
  }

  @Test
  void aTableOfAHeaderAloneAsksNothing() throws Exception {
    assertThat(read("a.tsv", HEADER)).isEmpty();
  }

  @Test
  void whatCannotBeReadIsShown() {
    assertThatThrownBy(() -> read("a.tsv", HEADER + "How many days?\tleave.md\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("three cells parted by tabs, not 'How many days?\tleave.md'");
    assertThatThrownBy(() -> read("a.jsonl", "{\"question\":\"how many\"}\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 1: give 'question' and, unless 'answerable' is false, 'files'");
    assertThatThrownBy(() -> read("b.jsonl", "\n{oops\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 2 is no JSON object");
    assertThatThrownBy(() -> QuestionFile.read(folder.resolve("none.tsv")))
        .hasMessageContaining("no readable questions at");
  }
}
