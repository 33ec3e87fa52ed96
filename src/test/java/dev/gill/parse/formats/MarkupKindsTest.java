package dev.gill.parse.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Block;
import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.Headed;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupKindsTest {
  private static String rst(String source) throws ParseException {
    return Samples.parsed("a.rst", source).text();
  }

  private static String adoc(String source) throws ParseException {
    return Samples.parsed("a.adoc", source).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Open :menuselection:`File --> Save`.|Open File > Save.",
        "See :ref:`the rota <rota>` and :term:`Lashing`.|See the rota and Lashing.",
        "Use :abbr:`LIFO (last in, first out)`.|Use LIFO (last in, first out).",
        "About 10\\ :sup:`6` rows.|About 10^6 rows.",
        "Read `the page <https://a.example/x>`_.|Read the page (https://a.example/x).",
        ".. note:: Keep~   it dry.|Note: Keep it dry.",
        ".. note::~~   Keep it dry.|Note: Keep it dry.",
        ".. versionadded:: 2.1~   The lamp.|Added in 2.1: The lamp.",
        ".. deprecated:: 3~   Use the lamp.|Deprecated since 3: Use the lamp.",
        ".. only:: html and not latex~~   Shown.|Shown.",
        "Lashing~    Tying down.|Lashing: Tying down.",
        "A. First~B. Second|A. First~B. Second",
      })
  void restructuredText(String source, String words) throws ParseException {
    assertThat(rst(source.replace('~', '\n'))).isEqualTo(words.replace('~', '\n'));
  }

  @Test
  void lineBlocksKeepTheirLines() throws ParseException {
    assertThat(rst("| One Street 1\n| Graz\n")).isEqualTo("One Street 1\n\nGraz");
  }

  @Test
  void aReferenceToASectionReadsAsItsTitle() throws ParseException {
    assertThat(rst("See :ref:`rota`.\n\n.. _rota:\n\nThe rota\n--------\n\nBo.\n"))
        .startsWith("See The rota.");
  }

  @Test
  void simpleTablesHaveHeadingsAndSpans() throws ParseException {
    Document document =
        Samples.parsed(
            "a.rst",
            "=====  =====  =====\n   Input      Out\n------------  -----\nA      B      C\n"
                + "=====  =====  =====\nno     no     no\n=====  =====  =====\n\nEnd.\n");

    assertThat(document.blocks().getFirst().kind()).isEqualTo(Block.Kind.HEADING_ROW);
    assertThat(document.text())
        .isEqualTo("| Input A | Input B | Out C |\n| no | no | no |\n\nEnd.");
  }

  @Test
  void listTablesHaveHeadings() throws ParseException {
    Document document =
        Samples.parsed(
            "a.rst",
            ".. list-table::\n   :header-rows: 1\n\n   * - Role\n     - Phone\n   * - Gate\n     - 1\n");

    assertThat(document.blocks())
        .extracting(Headed::kind)
        .containsExactly(Block.Kind.HEADING_ROW, Block.Kind.TABLE_ROW);
  }

  @Test
  void gridTablesOfWideCharactersAreRead() throws ParseException {
    assertThat(
            rst(
                "+------+------+\n| 仓库 | 分机 |\n+======+======+\n| 东库 | 3321 |\n|      +------+\n"
                    + "|      | 3322 |\n+------+------+\n"))
        .isEqualTo("| 仓库 | 分机 |\n| 东库 | 3321 |\n| 东库 | 3322 |");
  }

  @Test
  void whatIsLeftOutOfRestructuredTextIsCounted() throws ParseException {
    Document document =
        Samples.parsed(
            "a.rst",
            ".. toctree::\n\n   a\n\n.. a comment\n\n.. literalinclude:: x.py\n\n.. image:: a.png\n\n"
                + ".. only:: latex\n\n   Printed.\n\nEnd.\n");

    assertThat(document.text()).isEqualTo("End.");
    assertThat(document.leftOut())
        .extracting(LeftOut::kind)
        .containsExactlyInAnyOrder(
            LeftOut.Kind.CONTENTS,
            LeftOut.Kind.COMMENT,
            LeftOut.Kind.OBJECT,
            LeftOut.Kind.PICTURE,
            LeftOut.Kind.CONDITION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ":a: 1~~ifdef::a,b[Yes.]|Yes.",
        ":a: 1~~ifdef::a+b[No.]~ifndef::b[Yes.]|Yes.",
        ":v: 2~~ifeval::[{v} >= 10]~No.~endif::[]~Yes.|Yes.",
        "One~ifdef::x[]~two~endif::x[]~three.|One three.",
        "ifdef::x[]~ifndef::y[]~No.~endif::y[]~endif::x[]~Yes.|Yes.",
        "ifdef::backend-html5[Yes.]|Yes.",
        ":a: 1~:!a:~~ifndef::a[Yes.]|Yes.",
        ":a: x~:b: {a}y~~It is {b}, \\{a}.|It is xy, {a}.",
        "Press kbd:[Ctrl+S] or btn:[OK] or menu:File[Save > As].|Press Ctrl+S or OK or File > Save > As.",
        "Read https://a.example/x[the page].|Read the page (https://a.example/x).",
        "Write mailto:bo@example.org[Bo].|Write Bo (bo@example.org).",
        "Step {counter:n}, step {counter:n}.|Step 1, step 2.",
        "See <<rota>>.~~[[rota]]~== The rota~~Bo.|See The rota.~~## The rota~~Bo.",
        "Ten.footnote:[Or 11.] More.|Ten. [1] More.~~[1] Or 11.",
      })
  void asciiDoc(String source, String words) throws ParseException {
    assertThat(adoc(source.replace('~', '\n'))).isEqualTo(words.replace('~', '\n'));
  }

  @Test
  void asciiDocTablesHaveHeadingsAndSpans() throws ParseException {
    Document document =
        Samples.parsed(
            "a.adoc",
            "[%header,cols=\"1,1,1\"]\n|===\n|Zone |Permit |Days\n.2+|Dock |Blue |30\n|Gold |365\n"
                + "2+|Yard |7\n|===\n\n,===\nA,\"B, C\"\n,===\n");

    assertThat(document.blocks().getFirst().kind()).isEqualTo(Block.Kind.HEADING_ROW);
    assertThat(document.text())
        .isEqualTo(
            "| Zone | Permit | Days |\n| Dock | Blue | 30 |\n| Dock | Gold | 365 |\n"
                + "| Yard | Yard | 7 |\n\n| A | B, C |");
  }

  @Test
  void attributesThatGrowEnd() throws ParseException {
    StringBuilder source = new StringBuilder(":a0: xxxxxxxxxx\n");
    for (int i = 1; i < 60; i++) {
      source.append(":a%d: {a%d}{a%d}{a%d}%n".formatted(i, i - 1, i - 1, i - 1));
    }
    assertThat(adoc(source + "\nIt is {a59}.").length()).isLessThan(5000);
    StringBuilder names = new StringBuilder();
    for (int i = 1; i < 60; i++) {
      names.append(".. |a%d| replace:: |a%d||a%d|%n".formatted(i, i - 1, i - 1));
    }
    assertThat(rst(names + "\nIt is |a59|.").length()).isLessThan(5000);
  }
}
