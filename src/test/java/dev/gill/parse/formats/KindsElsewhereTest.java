package dev.gill.parse.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.LeftOut;
import dev.gill.model.LeftOut.Kind;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Kinds of faults that are known of one format, in the other formats where they can occur. */
class KindsElsewhereTest {
  private static Document parsed(String name, String source) throws ParseException {
    return Samples.parsed(name, source.getBytes(StandardCharsets.UTF_8));
  }

  private static int count(Document document, Kind kind) {
    return document.leftOut().stream()
        .filter(left -> left.kind() == kind)
        .mapToInt(LeftOut::count)
        .sum();
  }

  @Test
  void struckOutWordsOfAsciiDocAreLeftOutAndRaisedOnesMarked() throws ParseException {
    Document document =
        parsed(
            "a.adoc",
            """
            = Parking
            Ana Bo <ana@example.org>
            v1.2, 2025-03-04: prices

            Parking costs [line-through]#20# [.line-through]#21# 25 euros{empty}footnote:[A month.]
            for 10^6^ cars and 5 m^2^ each, on the 4^th^ of May, with H~2~O.

            [.line-through]
            The garage is closed on Sundays.

            * [line-through]##Badges are blue.##
            * Badges are green.
            """);

    assertThat(document.text())
        .isEqualTo(
            """
            # Parking

            Parking costs 25 euros [1] for 10^6 cars and 5 m^2 each, on the 4th of May, with H2O.

            - Badges are green.

            [1] A month.""");
    assertThat(document.written()).hasToString("Optional[2025-03-04T12:00:00Z]");
    assertThat(count(document, Kind.STRUCK)).isEqualTo(4);
  }

  @Test
  void rolesThatCrossOutAreKnownByTheirNameOrTheirClass() throws ParseException {
    Document document =
        parsed(
            "a.rst",
            """
            Parking
            =======

            .. role:: old
               :class: line-through

            Parking costs :strike:`20` :old:`21` 25 euros.

            .. code-block:: sh
               :caption: open.sh

               lift
            """);

    assertThat(document.text())
        .isEqualTo("# Parking\n\nParking costs 25 euros.\n\nopen.sh\n\n```sh\nlift\n```");
    assertThat(count(document, Kind.STRUCK)).isEqualTo(2);
  }

  @Test
  void whatIsPutAwayInAnOutlineIsLeftOutAndCounted() throws ParseException {
    Document document =
        parsed(
            "a.org",
            """
            * Badges
            Badges are green.
            * Before the move :hall:ARCHIVE:
            Badges are blue.
            ** Colours
            Blue.
            * Keys
            Ask Ira.
            """);

    assertThat(document.text()).isEqualTo("# Badges\n\nBadges are green.\n\n# Keys\n\nAsk Ira.");
    assertThat(count(document, Kind.HIDDEN)).isEqualTo(1);
  }

  @Test
  void contentsAndFormulasOfRichText() throws ParseException {
    Document document =
        parsed(
            "a.rtf",
            """
            {\\rtf1\\ansi{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}{\\s80 Contents Heading;}
            {\\s82 Contents 1;}}
            \\pard\\s80 Contents\\par
            \\pard\\s82 When is breakfast served?\\tab 2\\par
            \\pard\\s1 When is breakfast served?\\par
            \\pard\\s0 At half past six; the price is {\\mmath{\\*\\moMath{\\mf{\\mnum{\\mr cost + margin}}
            {\\mden{\\mr guests}}}}} euros.\\par}
            """);

    assertThat(document.text())
        .isEqualTo(
            "# When is breakfast served?\n\n"
                + "At half past six; the price is (cost + margin)/(guests) euros.");
    assertThat(count(document, Kind.CONTENTS)).isEqualTo(1);
  }
}
