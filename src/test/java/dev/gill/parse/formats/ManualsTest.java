package dev.gill.parse.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the manuals of programs hold, as their authors write it. */
class ManualsTest {
  private static String rst(String source) throws ParseException {
    return Samples.parsed("a.rst", source).text();
  }

  private static String adoc(String source) throws ParseException {
    return Samples.parsed("a.adoc", source).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        ".. confval:: size~   :type: :code-py:`int`~   :default: ``12``~~   The size."
            + "|size (type: int; default: 12)~~The size.",
        ".. confval:: copyright~             project_copyright~   :type: text~~   Who owns it."
            + "|copyright~~project_copyright (type: text)~~Who owns it.",
        ".. py:function:: add(a, \\~                 b)~~   Adds.|add(a, b)~~Adds.",
        ".. topic:: Care~   Keep it~   dry.|Care~~Keep it dry.",
        "limit : int~    At most.|limit (int): At most.",
        ".. glossary::~~   rate~   tariff~      What it costs.|rate, tariff: What it costs.",
        "Write ``:func:`spam```, or ``x``.|Write :func:`spam`, or x.",
        "See `the docs`__ and `more`__.~~.. __: https://a.example/1~.. __: https://a.example/2"
            + "|See the docs (https://a.example/1) and more (https://a.example/2).",
        "See `one`__ or two__.~~__ https://a.example/1~__ https://a.example/2~~End."
            + "|See one (https://a.example/1) or two (https://a.example/2).~~End.",
        "Read :doc:`the guide~</guide>`.|Read the guide.",
        "Read :doc:`/guides/deploy-to_production`, :doc:`../keys/index`.|Read deploy to production, keys.",
        "See :ref:`boat-house-rules` and :ref:`genindex`.|See boat house rules and genindex.",
        "As :pep:`8` and :rfc:`2822` say.|As PEP 8 and RFC 2822 say.",
        "Call :meth:`.App.add` or :func:`!run`.|Call App.add or run.",
        ".. highlight:: yaml~~Set::~~   a: 1|Set:~~```yaml~a: 1~```",
        ".. math:: a^2~~   b_1 * c_2|a^2~~```~b_1 * c_2~```",
        ".. cssclass:: wide~~   Shown.|Shown.",
        ":param a: First.~~   * one~   * two|param a: First.~~- one~- two",
      })
  void restructuredText(String source, String words) throws ParseException {
    assertThat(rst(source.replace('~', '\n'))).isEqualTo(words.replace('~', '\n'));
  }

  @Test
  void footnotesWithoutNumbersAreCounted() throws ParseException {
    String source =
        "One [#]_, two [#late]_, three [#]_, four [1]_.\n\n"
            + ".. [#] First.\n.. [1] Fixed.\n.. [#late] Late.\n.. [#] Last.\n";

    assertThat(rst(source))
        .isEqualTo(
            "One [2], two [3], three [4], four [1].\n\n"
                + "[2] First.\n\n[1] Fixed.\n\n[3] Late.\n\n[4] Last.");
  }

  @Test
  void whatIsDrawnOrTakenFromProgramsIsCounted() throws ParseException {
    Document document =
        Samples.parsed(
            "a.rst",
            ".. graphviz::\n   :caption: The flow\n\n   digraph { a -> b }\n\n"
                + ".. autosummary::\n\n   app.run\n   ~app.stop\n");

    assertThat(document.text()).isEqualTo("The flow\n\n- app.run\n- app.stop");
    assertThat(document.leftOut())
        .containsExactly(new LeftOut("reStructuredText file", LeftOut.Kind.OBJECT, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '^',
      value = {
        ":url-a: https://a.example~~See {url-a}[the site^] and {url-b}/x[the other]."
            + "!See the site (https://a.example) and the other.",
        ":ge: &#8805;~~Ruby {ge} 2.7 &#x2013; or `{ge}`.!Ruby ≥ 2.7 – or ≥.",
        "The file [.path]_a.txt_ in [.term]*scope*.!The file a.txt in scope.",
        "Say \"`hello`\" and '`bye`', users`' way.!Say “hello” and ‘bye’, users’ way.",
        "First line~// not shown~goes on.!First line goes on.",
        "[%linenums,ruby]~----~puts 1~----!```ruby~puts 1~```",
        "[source%linenums,ruby]~----~puts 1~----!```ruby~puts 1~```",
        "Term::~~  What it means.!Term: What it means.",
        "See xref:ops:boat-house.adoc[], xref:rules.adoc#_safe_rowing[] and <<who-pays>>.!See boat house, safe rowing and who pays.",
        "See xref:#keys[].~~[#keys]~== The keys~~Here.!See The keys.~~## The keys~~Here.",
        "Press kbd:[Ctrl,P].!Press Ctrl+P.",
        "See image:a.png[The plan,100,link=\"https://a.example\"].!See The plan.",
      })
  void asciiDoc(String source, String words) throws ParseException {
    assertThat(adoc(source.replace('~', '\n'))).isEqualTo(words.replace('~', '\n'));
  }

  @Test
  void cellsOfATableHoldBlocks() throws ParseException {
    String source =
        """
        [cols="1,1a"]
        |===
        |Name |Use

        |run
        // not shown
        |[,shell]
        ----
        run --all
        ----
        Starts *all* +
        at once.
        |===
        """;

    assertThat(adoc(source)).contains("| run | run --all; Starts all; at once. |");
  }

  @Test
  void whatIsIncludedIsCountedWhereverItStands() throws ParseException {
    Document document =
        Samples.parsed(
            "a.adoc",
            "Before.\n\n----\ninclude::example$a.rb[]\n----\n\n----\n\\include::b.rb[]\n----\n");

    assertThat(document.text()).isEqualTo("Before.\n\n```\ninclude::b.rb[]\n```");
    assertThat(document.leftOut())
        .containsExactly(new LeftOut("AsciiDoc file", LeftOut.Kind.OBJECT, 1));
  }
}
