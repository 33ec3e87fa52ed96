package dev.gill.parse.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Block;
import dev.gill.model.Content;
import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files whose names end in more than their format, or in none. */
@Tag("slow")
class WrappedFormatsTest {
  private static Document parsed(String name, String text) throws ParseException {
    return new Formats().parse(Content.file(name, text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({
    "index.html.md.erb, Markdown file",
    "page.md.j2, Markdown file",
    "page.md.tmpl, Markdown file",
    "page.md.txt, Markdown file",
    "page.markdown, Markdown file",
    "page.html.erb, web page",
    "page.rst.txt, reStructuredText file",
    "page.adoc.j2, AsciiDoc file",
    "notes.txt.erb, text file",
    "rates.csv.txt, table",
    "letter.pdf.txt, text file",
    "v1.2.txt, text file"
  })
  void anEndingThatWrapsAnotherIsReadAsWhatItWraps(String name, String noun) {
    assertThat(Formats.known("docs/" + name)).isTrue();
    assertThat(KnownFormat.ofName(name).orElseThrow().noun()).isEqualTo(noun);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "settings.yml.erb",
        "app.js.j2",
        "erb",
        "page.erb",
        "a.md.gz",
        "a.txt.gz",
        "letter.docx.erb",
        ".md.erb",
        "mail.eml.j2"
      })
  void whatWrapsNoTextIsNotRead(String name) {
    assertThat(Formats.known(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README",
        "docs/README",
        "Readme",
        "readme",
        "LICENSE",
        "LICENSE-MIT",
        "COPYING",
        "CHANGELOG",
        "NOTICE",
        "AUTHORS",
        "CONTRIBUTING",
        "INSTALL",
        "TODO",
        "MAINTAINERS",
        ".github/CODEOWNERS"
      })
  void textsWithoutAnEndingAreRead(String name) {
    assertThat(Formats.known(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"install", "Makefile", "a", "run", "notes", "READMEFIRSTORNOT", "news"})
  void otherNamesWithoutAnEndingAreNot(String name) {
    assertThat(Formats.known(name)).isFalse();
  }

  @Test
  void aReadmeIsMarkdownOrTextByWhatItHolds() throws ParseException {
    Document markdown = parsed("README", "# Bells\n\nThe bell is rung at **noon**.\n");
    assertThat(markdown.title()).contains("Bells");
    assertThat(markdown.text()).contains("rung at noon");

    Document text = parsed("README", "The readme without extension says noon.\n");
    assertThat(text.text()).isEqualTo("The readme without extension says noon.");

    Document rst = parsed("README", "Bells\n=====\n\n.. note:: Rung at noon.\n");
    assertThat(rst.title()).contains("Bells");
    assertThat(rst.text()).doesNotContain("..");

    Document owners = parsed("CODEOWNERS", "# docs\n*.md @docs-team\n");
    assertThat(owners.text()).contains("# docs", "*.md @docs-team");
  }

  @Test
  void tagsAreTakenOutOfProseAndCounted() throws ParseException {
    Document page =
        parsed(
            "index.html.md.erb",
            """
            <%= partial "head",
              locals: { a: 1 } %>
            # Leave
            <% if vars.paid %>
            Leave is 25 days<%# ask HR %>, says {{ owner }}.
            <% end %>

            Write `<%= name %>` or {% raw %}{{ x }}{% endraw %}:

            ```
            hello: {{ name }}
            ```
            """);
    assertThat(page.text()).contains("Leave is 25 days, says .", "<%= name %>", "{{ x }}");
    assertThat(page.text()).contains("hello: {{ name }}");
    assertThat(page.text()).doesNotContain("partial", "vars.paid", "ask HR", "owner", "raw");
    assertThat(page.leftOut())
        .containsExactly(new LeftOut("Markdown file", LeftOut.Kind.TEMPLATE, 7));
    assertThat(page.anchors().getFirst().place()).isEqualTo(new dev.gill.model.Place.Line(3));
  }

  @Test
  void tagsOfWebPagesGoAndTheirCodeStays() throws ParseException {
    Document page =
        parsed(
            "page.html.j2",
            "{% extends 'x' %}<h1>Doors</h1><p>The door <b>{{ n }}</b>opens at 7.</p>"
                + "<pre>{{ kept }}</pre>");
    assertThat(page.text()).contains("The door opens at 7.", "{{ kept }}");
    assertThat(page.text()).doesNotContain("extends");
    assertThat(page.blocks()).extracting(block -> block.block().kind()).contains(Block.Kind.CODE);
  }

  @Test
  void whatNeverEndsIsNoTag() throws ParseException {
    Document page = parsed("a.md.j2", "Set {{ before you go.\n\nThe <% gate opens at 7.\n");
    assertThat(page.text()).contains("Set {{ before you go.", "The <% gate opens at 7.");
    assertThat(page.leftOut()).isEmpty();
  }

  @Test
  void anUntouchedMarkdownFileKeepsItsBraces() throws ParseException {
    assertThat(parsed("a.md", "Use {{ name }} here.").text()).isEqualTo("Use {{ name }} here.");
  }

  @Test
  @Timeout(20)
  void tagsWithoutEndTakeNoTimeWithoutEnd() {
    for (String piece : new String[] {"{{", "<%", "~~~ ", "` `` ", "<pre ", "{%", "{# "}) {
      String hostile = piece.repeat(1_000_000);
      assertThat(TemplateTags.strip(hostile.getBytes(StandardCharsets.US_ASCII)).bytes())
          .isNotNull();
    }
  }
}
