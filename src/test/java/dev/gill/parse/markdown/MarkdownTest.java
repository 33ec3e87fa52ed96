package dev.gill.parse.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Block;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MarkdownTest {
  private static Document handbook;

  @BeforeAll
  static void parse() throws ParseException {
    handbook = Samples.parsed("handbook.md");
  }

  @Test
  void titleAndAuthorsComeFromTheFrontMatterAndItsOtherFactsStandAtTheTop() {
    assertThat(handbook.title()).contains("恢复归档");
    assertThat(handbook.author()).contains("Operations team, Security");
    assertThat(handbook.text()).startsWith("# Restoring the archive\n\nThe archive");
  }

  @Test
  void proseIsOnOneLineWithoutMarks() {
    assertThat(handbook.text())
        .contains(
            "\n\nThe archive is kept for ninety days; see the policy (https://wiki.example.org/policy) and"
                + " archive restore --help for everything.\n\n")
        .contains("\n\n归档保存九十天，请先联系负责人。\n\n");
  }

  @Test
  void shortcodesVanishOutsideCodeAndStayInside() {
    assertThat(handbook.text())
        .contains("```shell\nmount /dev/sdb1 /restore\n{{< kept >}}\n```")
        .doesNotContain("copyable");
  }

  @Test
  void notesInQuotesReadAsText() {
    assertThat(handbook.text())
        .contains("注意：\n\n- 恢复之前停止服务。\n- Copies keep their dates.\n\n")
        .contains("\n\nWarning: Never restore over a running service.\n\n");
  }

  @Test
  void listsKeepNumbersNestingAndTheirOwnCode() {
    assertThat(handbook.text())
        .contains(
            """
            1. Stop the service.

            ```
            systemctl stop archive
            ```

            2. Mount the volume:
              - read-only
              - [x] on the right host

            The mount takes a minute.

            3. Copy & check.
            """);
  }

  @Test
  void customTagsVanishAndTheirTabsKeepTheirTitles() {
    assertThat(handbook.text())
        .contains("\n\n### Linux\n\nUse rsync.\n\n")
        .doesNotContain("SimpleTab", "nobody sees this", "cellar.png")
        .contains("\n\nPlan of the cellar\n\n");
  }

  @Test
  void tablesOfBothKindsBecomeRows() {
    assertThat(handbook.text())
        .contains("| Kind | Days |\n| Mail | 90 |\n| a | b | one; two |\n\n")
        .contains("| Tape | old |\n| Tape | new |\n\n");
  }

  @Test
  void headingsOfBothKindsMakeThePath() {
    assertThat(Samples.block(handbook, "Write a report.").headings())
        .isEqualTo(List.of("Restoring the archive", "Afterwards"));
    assertThat(Samples.block(handbook, "Write a report.").kind()).isEqualTo(Block.Kind.PARAGRAPH);
  }

  @Test
  void everyPassageKnowsItsLine() {
    assertThat(Samples.position(handbook, "# Restoring")).isEqualTo("line 7");
    assertThat(Samples.position(handbook, "The archive is kept")).isEqualTo("line 9");
    assertThat(Samples.position(handbook, "see the policy")).isEqualTo("line 10");
    assertThat(Samples.position(handbook, "archive restore")).isEqualTo("line 11");
    assertThat(Samples.position(handbook, "--help")).isEqualTo("line 12");
    assertThat(Samples.position(handbook, "请先联系")).isEqualTo("line 15");
    assertThat(Samples.position(handbook, "{{< kept")).isEqualTo("line 21");
    assertThat(Samples.position(handbook, "their dates")).isEqualTo("line 28");
    assertThat(Samples.position(handbook, "systemctl")).isEqualTo("line 40");
    assertThat(Samples.position(handbook, "| Mail")).isEqualTo("line 62");
    assertThat(Samples.position(handbook, "| Tape | new")).isEqualTo("line 67");
    assertThat(Samples.position(handbook, "Write a report")).isEqualTo("line 75");
  }

  @Test
  void aRuleAtTheTopIsNoFrontMatter() throws ParseException {
    Document document =
        Samples.parsed("a.md", "---\n\nSome prose, with a comma.\n\n---\n\nMore.\n");

    assertThat(document.text()).isEqualTo("Some prose, with a comma.\n\nMore.");
  }

  @Test
  void tomlFrontMatterIsReadToo() throws ParseException {
    Document document =
        Samples.parsed("a.md", "+++\ntitle = \"Plan\"\n[params]\nauthor = 'Ops'\n+++\nText.\n");

    assertThat(document.title()).contains("Plan");
    assertThat(document.author()).contains("Ops");
    assertThat(Samples.position(document, "Text.")).isEqualTo("line 6");
  }

  @Test
  void codeThatHoldsAFenceGetsALongerOne() throws ParseException {
    Document document = Samples.parsed("a.md", "````md\n```sh\nls\n```\n````\n\nEnd.\n");

    assertThat(document.text()).isEqualTo("````md\n```sh\nls\n```\n````\n\nEnd.");
    assertThat(document.blocks()).hasSize(2);
  }

  @Test
  void windowsLineEndsCountAsLines() throws ParseException {
    Document document = Samples.parsed("a.md", "# One\r\n\r\ntwo\r\nthree\r\n");

    assertThat(document.text()).isEqualTo("# One\n\ntwo three");
    assertThat(Samples.position(document, "three")).isEqualTo("line 4");
  }

  @Test
  void nothingLiveIsLeftOfAHostilePage() throws ParseException {
    Document document = Samples.parsed("hostile.md");

    assertThat(document.text())
        .isEqualTo(
            """
            # Notes

            Text with a photo and bold, and a link, picture.

            drawn

            ## More

            Hidden no longer.

            <script>alert(6)</script> is shown as text.

            ```html
            <script>alert(7)</script>
            ```""");
  }
}
