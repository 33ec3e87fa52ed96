package dev.gill.parse.wiki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Content;
import dev.gill.model.Place;
import dev.gill.parse.Document;
import dev.gill.parse.DocumentShape;
import dev.gill.parse.ParseException;
import dev.gill.parse.formats.Formats;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A wiki page says what its reader sees. */
class WikiTextTest {
  private static Document page(String source) throws ParseException {
    Document document =
        new Formats()
            .parse(
                new Content.File("text/x-wiki", "page", source.getBytes(StandardCharsets.UTF_8)));
    DocumentShape.check(document);
    return document;
  }

  private static String text(String source) throws ParseException {
    return page(source).text().strip();
  }

  @Test
  void markup_leaves_no_noise_in_a_line() throws ParseException {
    assertThat(
            text(
                """
                '''Deploy''' is ''daily''; see [[Rollback guide|the guide]]s, [[Steps]], [[:Category:Runs]]
                and [https://ci.example.org the server].<!-- hidden -->
                It's a '''''must'''''. <nowiki>''raw'' [[x]]</nowiki>, if a < b then <unknown>.
                [[Category:Runbooks]]
                [[de:Ausrollen]]
                __NOTOC__
                """))
        .isEqualTo(
            "Deploy is daily; see the guides, Steps, Category:Runs and the server (https://ci.example.org)."
                + " It's a must. ''raw'' [[x]], if a < b then <unknown>.");
  }

  @Test
  void lists_nest_and_terms_are_explained() throws ParseException {
    assertThat(
            text(
                """
                # build
                ## on the [[CI|server]]
                # ship
                * one
                ; Owner : Mira
                ; Backup
                : Jonas
                """))
        .isEqualTo(
            "1. build\n  1. on the server\n2. ship\n\n- one\n\nOwner: Mira\n\nBackup: Jonas");
  }

  @Test
  void a_table_stays_a_table() throws ParseException {
    assertThat(
            text(
                """
                {| class="wikitable" style="x"
                |+ Times
                ! Step !! Time
                |-
                | build || 5 min
                |-
                | align=right | ship
                | rowspan=2 | 3 min [[a|b]]
                |-
                | rest
                |}
                """))
        .isEqualTo(
            "Times\n\n| Step | Time |\n| build | 5 min |\n| ship | 3 min b |\n| rest | 3 min b |");
  }

  @Test
  void a_template_that_nobody_expanded_reads_as_what_it_is_called_with() throws ParseException {
    assertThat(
            text(
                """
                {{Infobox
                | owner = Mira
                | port  = {{Port|8080}}
                | empty =
                }}
                Kept for {{Days|42}}{{#if:x|y}}{{PAGENAME}} days, {{{1|or more}}}.
                """))
        .isEqualTo("owner: Mira\n\nport: 8080\n\nKept for 42 days, or more.");
  }

  @Test
  void notes_stand_where_they_are_listed_and_code_is_code() throws ParseException {
    assertThat(
            text(
                """
                Runs daily.<ref name="log">See the ''log''.</ref><ref name="log" />
                <references />
                <syntaxhighlight lang="bash">
                ./gill up < in
                </syntaxhighlight>
                 indented ''code''
                [[File:plan.png|thumb|200px|The plan of [[Hall]] 4]]
                """))
        .isEqualTo(
            "Runs daily.\n\n1. See the log.\n\n```bash\n./gill up < in\n```\n\n```\nindented code\n```\n\nThe plan of Hall 4");
  }

  @Test
  void what_a_wiki_puts_around_a_page_is_not_read() throws ParseException {
    assertThat(
            text(
                "<div class=\"navbox\">More runbooks</div>\n<span style=\"display:none\">no</span>Yes."
                    + "<includeonly>elsewhere</includeonly><noinclude> Here.</noinclude>"))
        .isEqualTo("Yes. Here.");
  }

  @Test
  void sections_have_the_ids_that_the_wiki_gives_them() throws ParseException {
    assertThat(
            page("== Steps & more ==\nx\n== steps & more ==\ny\n== A ''b'' [[C|d e]] 回滚 ==\nz")
                .anchors())
        .extracting(anchor -> anchor.place())
        .containsExactly(
            new Place.Section("Steps_&_more"),
            new Place.Section("steps_&_more_2"),
            new Place.Section("A_b_d_e_回滚"));
  }

  @Test
  @Timeout(20)
  void a_hostile_page_ends_in_a_refusal_or_a_text() throws ParseException {
    assertThatThrownBy(() -> text("{{a|".repeat(5000) + "x" + "}}".repeat(5000)))
        .isInstanceOf(ParseException.class);
    assertThat(text("x [[a|".repeat(20_000))).contains("x");
    assertThat(text("x\n" + "{|\n|".repeat(50) + "deep")).contains("deep");
    assertThat(text("a {{b".repeat(20_000))).contains("a");
    assertThat(text("<ref>".repeat(20_000) + "end")).contains("end");
    assertThat(text("'".repeat(200_000) + "end")).contains("end");
  }
}
