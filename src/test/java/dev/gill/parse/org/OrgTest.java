package dev.gill.parse.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Block;
import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.DocumentShape;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An outline says what its reader sees. */
@Tag("slow")
class OrgTest {
  private static Document parsed(String source) throws ParseException {
    Document document = Samples.parsed("outline.org", source);
    DocumentShape.check(document);
    return document;
  }

  private static LeftOut left(LeftOut.Kind kind, int count) {
    return new LeftOut("Org file", kind, count);
  }

  @Test
  void headingsSettingsAndWhatIsFoldedAway() throws ParseException {
    Document document =
        parsed(
            """
            #+TITLE: Gate *plan*
            #+author: Ann Lee
            #+date: <2026-03-01 Sun>
            #+OPTIONS: toc:nil
            # a remark
            # of two lines

            * TODO [#A] Paint the gate :urgent:hall_4:
            DEADLINE: <2026-04-02 Thu>
            :PROPERTIES:
            :CUSTOM_ID: gate
            :END:
            The gate is
            3 metres wide.
            ** Colour
            :LOGBOOK:
            - State "DONE"
            :END:
            Green.
            * COMMENT Thrown away
            ** Never read
            Red.
            * Costs
            #+begin_comment
            hidden
            #+end_comment
            40 euros.
            """);

    assertThat(document.title()).contains("Gate plan");
    assertThat(document.author()).contains("Ann Lee");
    assertThat(document.text())
        .isEqualTo(
            """
            Date: 2026-03-01 Sun

            # TODO [#A] Paint the gate (urgent, hall_4)

            DEADLINE: 2026-04-02 Thu

            The gate is 3 metres wide.

            ## Colour

            Green.

            # Costs

            40 euros.""");
    assertThat(Samples.block(document, "Green").headings())
        .containsExactly("TODO [#A] Paint the gate (urgent, hall_4)", "Colour");
    assertThat(Samples.position(document, "3 metres")).isEqualTo("line 14");
    assertThat(document.leftOut())
        .containsExactlyInAnyOrder(left(LeftOut.Kind.COMMENT, 3), left(LeftOut.Kind.DRAWER, 2));
  }

  @Test
  void listsKeepTheirDepthMarkersAndBoxes() throws ParseException {
    assertThat(
            parsed(
                    """
                    Before:
                    - [X] order paint
                      and brushes
                      1) ask Bo
                      2) pay
                         * in cash
                    - [ ] open :: at 9

                      Closed on Sundays.
                    + last
                    """)
                .text())
        .isEqualTo(
            """
            Before:

            - [X] order paint and brushes
              1. ask Bo
              2. pay
                - in cash
            - [ ] open: at 9

            Closed on Sundays.

            - last""");
  }

  @Test
  void tablesHaveTheirHeadings() throws ParseException {
    Document document =
        parsed(
            """
            #+CAPTION: Loads
            |------+------|
            | City | Load |
            | <l>  | <5>  |
            |------+------|
            | Lund | *40* |
            | Ystad | [[https://example.com/y][50]] |
            #+TBLFM: $2=1
            """);

    assertThat(document.text())
        .isEqualTo(
            "Loads\n\n| City | Load |\n| Lund | 40 |\n| Ystad | 50 (https://example.com/y) |");
    assertThat(document.blocks().get(1).kind()).isEqualTo(Block.Kind.HEADING_ROW);
  }

  @Test
  void blocksAreCodeQuotesAndVerse() throws ParseException {
    Document document =
        parsed(
            """
            #+BEGIN_SRC shell :results output
              restart 7
              ,* not a heading
            #+END_SRC
            #+RESULTS:
            : node 7
            :   is up
            #+begin_quote
            Keep the gate
            closed.
            #+end_quote
            #+begin_verse
            One line,
            another one.
            #+end_verse
            #+begin_export html
            <p>From <b>HTML</b>.</p>
            #+end_export
            #+begin_src python
            never closed
            """);

    assertThat(document.text())
        .isEqualTo(
            """
            ```shell
            restart 7
            * not a heading
            ```

            ```
            node 7
              is up
            ```

            Keep the gate closed.

            One line,

            another one.

            From HTML.

            #+begin_src python never closed""");
    assertThat(Samples.position(document, "restart 7")).isEqualTo("line 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "See [[https://example.com/a][the *plan*]].; See the plan (https://example.com/a).",
        "See [[https://example.com/a]].; See https://example.com/a.",
        "See [[file:other.org::*Costs][the costs]].; See the costs.",
        "See [[*Costs]] and [[id:1234][Bo]].; See Costs and Bo.",
        "Write to [[mailto:bo@example.com][Bo]].; Write to Bo (bo@example.com).",
        "A *bold*, /slanted/, _under_ =v*v*= and ~c~ word.; A bold, slanted, under v*v* and c word.",
        "2*3*4 and a/b/c and snake_case_name.; 2*3*4 and a/b/c and snake_case_name.",
        "The port is +7001+ 7443.; The port is 7443.",
        "Open <2026-03-01 Sun 9:00>--<2026-03-02 Mon>.; Open 2026-03-01 Sun 9:00 – 2026-03-02 Mon.",
        "Ten[fn:1] and x[fn:: by Bo].; Ten [1] and x [by Bo].",
        "[fn:1] Counted in March.; [1] Counted in March.",
        "H_{2}O and 10^{6} <<here>>@@html:<br>@@.; H2O and 10^6.",
      })
  void inlineMarkup(String source, String words) throws ParseException {
    assertThat(parsed(source).text()).isEqualTo(words);
  }

  @Test
  void whatIsStruckOrAPictureIsCounted() throws ParseException {
    Document document =
        parsed("The port is +7001+ 7443.\n\n[[file:gate.png]]\n\n[[./a.jpg]] Left.");

    assertThat(document.text()).isEqualTo("The port is 7443.\n\nLeft.");
    assertThat(document.leftOut())
        .containsExactlyInAnyOrder(left(LeftOut.Kind.STRUCK, 1), left(LeftOut.Kind.PICTURE, 2));
  }

  @ParameterizedTest
  @Timeout(30)
  @ValueSource(
      strings = {
        "#+begin_src\n",
        ":A:\n",
        "#+begin_a\n#+begin_b\n",
        "[[a",
        "*a ",
        "- x\n",
        "|",
        "|a\n",
        "* COMMENT\n** b\n"
      })
  void hostileOnesAreReadOrRefused(String piece) {
    assertThatCode(
            () -> {
              try {
                DocumentShape.check(Samples.parsed("a.org", "x\n" + piece.repeat(200_000)));
              } catch (ParseException e) {
                assertThat(e.getMessage()).endsWith(".");
              }
            })
        .doesNotThrowAnyException();
  }

  @Test
  void deepNestingIsRefused() {
    StringBuilder source = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      source.append("#+begin_b").append(i).append('\n');
    }
    source.append("x\n");
    for (int i = 499; i >= 0; i--) {
      source.append("#+end_b").append(i).append('\n');
    }
    assertThatThrownBy(() -> parsed(source.toString())).hasMessageContaining("too deeply");
  }
}
