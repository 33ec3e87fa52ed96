package dev.gill.parse.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.gill.model.LeftOut;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that generators of documentation write. */
class HtmlGeneratedTest {
  private static String text(String body) throws ParseException {
    return Samples.parsed("a.html", "<body>" + body + "</body>").text();
  }

  private static Map<LeftOut.Kind, Integer> leftOut(String body) throws ParseException {
    return Samples.parsed("a.html", "<body>" + body + "</body>").leftOut().stream()
        .collect(Collectors.toMap(LeftOut::kind, LeftOut::count));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class=header><p>Next: <a href=b rel=next accesskey=n>The Basics</a>, Up: <a href=c rel=up>Using it</a> [<a href=i rel=index>Index</a>]</p></div>",
        "<div class=header><p>Next: <a href=b>The Basics</a> [<a href=i rel=index>Index</a>]</p></div>",
        "<table class=nav summary='Navigation header'><tr><td><a accesskey=p href=b><img src=p alt=Prev></a></td><th>User Manual</th></tr></table>",
        "<div class=NAVHEADER><table><tr><th colspan=3>User Manual</th></tr><tr><td><a href=b accesskey=P>Prev</a></td></tr></table></div>",
        "<div class=navfooter><hr><table summary='Navigation footer'><tr><td><a accesskey=n href=b>5. Profiler &gt;&gt;</a></td></tr></table></div>",
      })
  void barsOfLinksToOtherPagesAreNotRead(String bar) throws ParseException {
    assertThat(text(bar + "<h1>A</h1><p>Text.</p>" + bar)).isEqualTo("# A\n\nText.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>See the <a href=b rel=next>next page</a> for limits.</p>",
        "<div class=nav><p>The queue holds <a href=b>40 messages</a> per worker, and drops each later one at once without a word to anyone.</p></div>",
        "<p>Read <a href=b accesskey=n>this</a> before <a href=c accesskey=p>that</a>.</p>",
        "<div class=header><p>Release of 1 May</p></div>",
      })
  void textWithLinksIsRead(String text) throws ParseException {
    assertThat(text("<h1>A</h1>" + text)).hasSizeGreaterThan("# A\n\nRelease".length());
  }

  @Test
  void eachVariantOfAnExampleIsCodeOfItsOwn() throws ParseException {
    assertThat(
            text(
                "<pre><input type=checkbox><code class='language-js cjs'>const a = require('a');</code>"
                    + "<code class='language-js mjs'>import a from 'a';</code><button>copy</button></pre>"))
        .isEqualTo("```js\nconst a = require('a');\n```\n\n```js\nimport a from 'a';\n```");
  }

  @Test
  void codeOfOneLineEachStaysTogether() throws ParseException {
    assertThat(text("<pre><code>a</code>\n<code>b</code></pre>")).isEqualTo("```\na\nb\n```");
  }

  @Test
  void aTableCanBeAContentsList() throws ParseException {
    String table =
        "<table><tr><td>&bull; <a href='#a'>Alpha</a></td><td>&nbsp;</td></tr><tr><th colspan=2>More</th></tr><tr><td><a href='#b'>Beta</a></td></tr></table>";
    String page = table + "<h2 id=a>Alpha</h2><p>One.</p><h2 id=b>Beta</h2><p>Two.</p>";

    assertThat(text(page)).isEqualTo("## Alpha\n\nOne.\n\n## Beta\n\nTwo.");
    assertThat(leftOut(page)).containsExactly(entry(LeftOut.Kind.CONTENTS, 1));
    assertThat(text(page.replace("<td>&nbsp;</td>", "<td>40 euros</td>")))
        .contains("| • Alpha | 40 euros |");
  }

  @Test
  void anIndexIsAContentsList() throws ParseException {
    String letters =
        "<table><tr><th>Jump to:</th><td><a class=summary-letter href='#A'>A</a></td></tr></table>";
    String index =
        "<table class=index-cp><tr><td></td><td><a href='#x'>cif</a>:</td><td><a href='b'>Basics</a></td></tr></table>";

    assertThat(text("<h1>A</h1><p>Text.</p>" + letters + index)).isEqualTo("# A\n\nText.");
    assertThat(leftOut("<p>Text.</p>" + letters + index))
        .containsExactly(entry(LeftOut.Kind.CONTENTS, 2));
  }

  @Test
  void theMenuBesideTheTextIsNotRead() throws ParseException {
    String menu =
        "<table><tr><td><b>Menu</b><ul>"
            + "<li><a href=b>Some page</a>".repeat(9)
            + "</ul></td></tr></table>";
    String words = "<h1>A</h1><p>" + "The queue holds messages. ".repeat(9) + "</p>";

    assertThat(text("<table><tr><td>" + menu + "</td><td>" + words + "</td></tr></table>"))
        .startsWith("# A\n\nThe queue")
        .doesNotContain("Menu", "Some page");
    assertThat(text("<table><tr><td>" + menu + "</td><td>Links</td></tr></table>"))
        .contains("Some page");
  }

  @Test
  void aDrawingSaysItsTitleDescriptionAndLabels() throws ParseException {
    String drawing = "<svg><title>Flow</title><desc>How it goes</desc><text>Gateway</text></svg>";

    assertThat(text("<p>See:</p>" + drawing)).isEqualTo("See:\n\nFlow How it goes: Gateway");
    assertThat(leftOut(drawing)).containsExactly(entry(LeftOut.Kind.PICTURE, 1));
    String drawn =
        "<svg><g><text>Queue</text><text>0.5</text></g><foreignObject><div>Order store</div>"
            + "</foreignObject><text>Queue</text></svg>";
    assertThat(text("<p>See:</p>" + drawn)).isEqualTo("See:\n\nQueue, Order store");
    assertThat(text("<p>See: <a href='#'>Home <svg><text>X</text></svg></a></p>"))
        .isEqualTo("See: Home");
  }

  @Test
  void theMenuThatTexinfoWritesIsAListOfContents() throws ParseException {
    String menu =
        "<table class='menu'><tr><td>&bull; <a href='Oars.html#Oars'>Oars</a>:</td><td>&nbsp;</td>"
            + "<td>How they are kept.</td></tr>"
            + "<tr><th colspan='3'><pre class='menu-comment'>Appendices</pre></th></tr></table>";
    assertThat(text("<h1>Boats</h1>" + menu + "<p>They float.</p>"))
        .isEqualTo("# Boats\n\nThey float.");
    assertThat(text("<table class='menu'><tr><td>Soup</td><td>4 euros</td></tr></table>"))
        .contains("Soup");
  }
}
