package dev.gill.parse.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Block;
import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTML can say besides running text, as a reader of the page sees it. */
class HtmlPartsTest {
  private static String text(String body) throws ParseException {
    return Samples.parsed("a.html", "<body>" + body + "</body>").text();
  }

  private static Map<LeftOut.Kind, Integer> leftOut(String body) throws ParseException {
    return Samples.parsed("a.html", "<body>" + body + "</body>").leftOut().stream()
        .collect(Collectors.toMap(LeftOut::kind, LeftOut::count));
  }

  private static List<String> path(String body, String beginning) throws ParseException {
    return Samples.block(Samples.parsed("a.html", "<body>" + body + "</body>"), beginning)
        .headings();
  }

  @ParameterizedTest
  @CsvSource({
    "<p>Costs <del>35</del> 42 euros.</p>, Costs 42 euros.",
    "<p>Closed <s>on Sundays</s>.</p>, Closed.",
    "<p>Now <ins>42</ins> euros.</p>, Now 42 euros.",
    "<style>.old{color:red;text-decoration:line-through}</style><p>A <b class=old>x</b> y</p>, A y",
    "<style>@media print{.b{display:none}}</style><p class=b>Text.</p>, Text.",
    "<p>14<sup><a href='#n'>1</a></sup> days</p>, 14 [1] days",
    "<p>14<sup class=footnote-ref>1</sup> days</p>, 14 [1] days",
    "<p>14<sup>[2]</sup> days</p>, 14 [2] days",
    "<p>10<sup>6</sup> of H<sub>2</sub>O in m<sup>2</sup></p>, 10^6 of H2O in m^2",
    "<p>x<span style='vertical-align: super'>2</span></p>, x^2",
    "<p>the 3<sup>rd</sup> day</p>, the 3rd day",
    "<p>Call <a href='tel:+4930555'>the desk</a>.</p>, Call the desk (+4930555).",
    "<p><a href='https://x.example'><img src=a alt=Logo></a> Hi</p>, Logo Hi",
    "<p>E = <math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac></math></p>, E = (a + b)/c",
    "<p><math><msup><mi>x</mi><mn>2</mn></msup></math></p>, x^2",
    "<iframe title='Site map' src='https://m.example/1'></iframe>, Site map (https://m.example/1)",
    "<dl><dt>Tape</dt><dd>Green.</dd></dl>, Tape: Green.",
    "<dl><div><dt>Tape</dt><dd><p>Green.</p></dd></div></dl>, Tape: Green.",
    "<ol type=a><li>x</li></ol>, a. x",
    "<address>Dock 4<br>Harbour</address>, 'Dock 4\n\nHarbour'",
  })
  void wordsStandAsTheyAreSeen(String body, String words) throws ParseException {
    assertThat(text(body.replace("'", "\""))).isEqualTo(words);
  }

  @Test
  void whatIsStruckOutAsAWholeIsGoneAndCounted() throws ParseException {
    String body =
        "<p><del>Gone.</del></p><ul><li><s>Old</s></li><li>New</li></ul>"
            + "<table><tr><th>A</th><th>B</th></tr><tr><td><del>x</del></td><td><del>y</del></td></tr>"
            + "<tr><td>1</td><td>2</td></tr></table>";

    assertThat(text(body)).isEqualTo("- New\n\n| A | B |\n| 1 | 2 |");
    assertThat(leftOut(body)).containsEntry(LeftOut.Kind.STRUCK, 4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<h2>Contents</h2><ul><li><a href='#f'>Fees</a><ul><li><a href='#w'>Who pays?</a></li></ul></li></ul>",
        "<div id='toc'><h2>Contents</h2><ul><li><a href='#f'>1 Fees</a></li></ul></div>",
        "<nav class='table-of-contents'><a href='#f'>Fees</a></nav>",
        "<p><a href='#f'>Fees</a> | <a href='#w'>Who pays?</a></p>"
      })
  void listsOfTheOwnHeadingsAreLeftOut(String contents) throws ParseException {
    String rest = "<h2 id='f'>Fees</h2><p>Ten.</p><h2><a name='w'></a>Who pays?</h2><p>Ana.</p>";

    assertThat(text(contents + rest)).isEqualTo("## Fees\n\nTen.\n\n## Who pays?\n\nAna.");
    assertThat(leftOut(contents + rest)).containsEntry(LeftOut.Kind.CONTENTS, 1);
  }

  @Test
  void aListOfLinksThatSaysMoreStays() throws ParseException {
    assertThat(text("<ul><li><a href='#f'>Fees</a> are due</li></ul><h2 id='f'>Fees</h2>"))
        .startsWith("- Fees are due");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<details><summary>Who pays?</summary><p>Ana.</p></details>",
        "<button>Who pays?</button><div style='display:none'><p>Ana.</p></div>",
        "<button aria-controls='x'>Who pays?</button><div id='x' hidden>Ana.</div>",
        "<a data-toggle='collapse' href='#x'>Who pays?</a><div id='x' class='collapse'>Ana.</div>",
        "<button onclick=\"show('x')\">Who pays?</button><div id='x' style='display:none'>Ana.</div>",
        "<style>.panel{display:none}</style><button class='accordion'>Who pays?</button><div class='panel'>Ana.</div>",
        "<div role='tablist'><button role='tab'>Who pays?</button></div><div role='tabpanel' hidden>Ana.</div>",
        "<ul role='tablist'><li><a id='t' role='tab' href='#x'>Who pays?</a></li></ul><div id='x' role='tabpanel' aria-labelledby='t' hidden>Ana.</div>",
        "<div class='tabs'><input type='radio' id='a' name='n'><label for='a'>Who pays?</label><div class='content'>Ana.</div></div>",
        "<div class='tabbed-set'><input type='radio' id='a' name='n'><div class='tabbed-labels'><label for='a'>Who pays?</label></div><div class='tabbed-content'><div class='tabbed-block'>Ana.</div></div></div>",
        "<h3><button aria-expanded='false' aria-controls='x'>Who pays?</button></h3><div id='x' hidden>Ana.</div>",
        "<h3 class='faq-q'>Who pays?</h3><div class='faq-answer' style='display:none'>Ana.</div>"
      })
  void closedPartsStandUnderTheirTitles(String part) throws ParseException {
    String body = "<h2>Fees</h2>" + part;

    assertThat(text(body)).isEqualTo("## Fees\n\n### Who pays?\n\nAna.");
    assertThat(path(body, "Ana.")).containsExactly("Fees", "Who pays?");
  }

  @Test
  void whatFollowsAClosedPartStandsOutsideOfIt() throws ParseException {
    String body =
        "<h2>Fees</h2><div><h3>One</h3><p>Two.</p></div>"
            + "<details><summary>Three?</summary>Four.</details><p>Five.</p>";

    assertThat(path(body, "Four.")).containsExactly("Fees", "Three?");
    assertThat(path(body, "Five.")).containsExactly("Fees");
  }

  @Test
  void otherHiddenThingsStayHiddenAndAreCounted() throws ParseException {
    String body =
        "<p>Seen.</p><p hidden>One.</p><div style='display: none'>Two.</div>"
            + "<style>.x{visibility:hidden}</style><span class='x'>Three.</span>";

    assertThat(text(body)).isEqualTo("Seen.");
    assertThat(leftOut(body)).containsEntry(LeftOut.Kind.HIDDEN, 3);
  }

  @Test
  void asidesWithinTheTextAreReadAndThoseOfTheSiteAreNot() throws ParseException {
    assertThat(
            text(
                "<aside class='sidebar'><p>Menu</p></aside><h1>Kiln</h1><p>Heat it.</p>"
                    + "<aside><p>Never above 90.</p></aside><footer>Imprint</footer>"))
        .isEqualTo("# Kiln\n\nHeat it.\n\nNever above 90.");
  }

  @Test
  void formsShowTheirLabelsAndValues() throws ParseException {
    assertThat(
            text(
                "<form><label>Name <input value='Ana'></label><label for='c'>Colour</label>"
                    + "<select id='c'><option>red<option>green</select>"
                    + "<input type='checkbox' checked><label>Night work</label>"
                    + "<input type='password' value='secret'></form>"))
        .isEqualTo("Name: Ana\n\nColour: red, green\n\n[x] Night work");
  }

  @Test
  void whatACellHoldsStaysInTheCell() throws ParseException {
    Document document =
        Samples.parsed(
            "a.html",
            "<table><caption>Codes</caption><tr><th><h3>Code</h3></th><th>Steps</th></tr>"
                + "<tr><td rowspan=2>P1</td><td><ul><li>Stop.</li><li>Call</li></ul></td></tr>"
                + "<tr><td><pre>reset\n --now</pre></td></tr>"
                + "<tr><td>P2</td><td><p>One.</p><p>Two.</p></td></tr>"
                + "<tr><td>P3</td><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>");

    assertThat(document.text())
        .isEqualTo(
            """
            Codes

            | Code | Steps |
            | P1 | Stop. Call |
            | P1 | reset; --now |
            | P2 | One. Two. |
            | P3 | a b |""");
    assertThat(Samples.block(document, "| Code").kind()).isEqualTo(Block.Kind.HEADING_ROW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<table role='presentation'><tr><td>Menu</td><td><h1>Title</h1><p>Text.</p></td></tr></table>",
        "<table><tr><td>Menu</td></tr><tr><td><table><tr><td><h1>Title</h1>Text.</td></tr></table></td></tr></table>"
      })
  void tablesThatOnlyLayOutThePageAreReadAsItsText(String page) throws ParseException {
    assertThat(text(page)).isEqualTo("Menu\n\n# Title\n\nText.");
  }

  @Test
  void numbersOfLinesAreNoCode() throws ParseException {
    assertThat(
            text(
                "<table class='highlighttable'><tr><td class='linenos'><pre>1\n2</pre></td>"
                    + "<td class='code'><pre>ls\npwd</pre></td></tr></table>"))
        .isEqualTo("```\nls\npwd\n```");
  }

  @Test
  void picturesWithoutADescriptionAreCounted() throws ParseException {
    String body =
        "<p>Text</p><img src=a><img src=b alt=''><figure><img src=c><figcaption>Plan</figcaption></figure>";

    assertThat(text(body)).isEqualTo("Text\n\nPlan");
    assertThat(leftOut(body)).containsEntry(LeftOut.Kind.PICTURE, 1);
  }

  @Test
  void hugeSpansAndDeepNestsEnd() throws ParseException {
    String table = "<table><tr>" + "<td colspan=99999 rowspan=99999>x</td>".repeat(3) + "</table>";

    assertThat(text(table)).startsWith("| x |");
    assertThat(text("<p>" + "<sup>".repeat(300) + "1")).isNotBlank();
  }
}
