package dev.gill.parse.confluence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Block;
import dev.gill.model.Content;
import dev.gill.model.LeftOut;
import dev.gill.model.Place;
import dev.gill.parse.Document;
import dev.gill.parse.DocumentShape;
import dev.gill.parse.Headed;
import dev.gill.parse.ParseException;
import dev.gill.parse.formats.Formats;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page in storage format says what its reader sees in Confluence. */
class StorageFormatTest {
  private static Document page(String source) throws ParseException {
    Document document =
        new Formats()
            .parse(
                new Content.File(
                    "application/x-confluence-storage",
                    "Restore",
                    source.getBytes(StandardCharsets.UTF_8)));
    DocumentShape.check(document);
    return document;
  }

  private static String text(String source) throws ParseException {
    return page(source).text().strip();
  }

  private static String macro(String name, String inner) {
    return "<ac:structured-macro ac:name=\"%s\" ac:schema-version=\"1\" ac:macro-id=\"5d1\">%s</ac:structured-macro>"
        .formatted(name, inner);
  }

  private static String parameter(String name, String value) {
    return "<ac:parameter ac:name=\"%s\">%s</ac:parameter>".formatted(name, value);
  }

  private static String rich(String inner) {
    return "<ac:rich-text-body>" + inner + "</ac:rich-text-body>";
  }

  private static String plain(String inner) {
    return "<ac:plain-text-body><![CDATA[" + inner + "]]></ac:plain-text-body>";
  }

  @ParameterizedTest
  @CsvSource({"info", "note", "warning", "tip", "panel"})
  void a_panel_says_its_title_and_what_is_in_it(String name) throws ParseException {
    assertThat(
            text(
                macro(
                    name,
                    parameter("title", "Before you begin")
                        + rich("<p>Take a <b>snapshot</b>.</p>"))))
        .isEqualTo("Before you begin\n\nTake a snapshot.");
  }

  @Test
  void what_is_folded_away_stands_under_its_title() throws ParseException {
    assertThat(
            text(
                "<h2>Restore</h2>"
                    + macro("expand", parameter("title", "If it hangs") + rich("<p>Call Mira.</p>"))
                    + macro("expand", rich("<p>No title.</p>"))))
        .isEqualTo("## Restore\n\n### If it hangs\n\nCall Mira.\n\nNo title.");
  }

  @Test
  void code_keeps_its_language_and_every_character() throws ParseException {
    assertThat(
            text(
                macro(
                        "code",
                        parameter("language", "bash")
                            + parameter("title", "restore.sh")
                            + plain("if a < b &amp;&amp; c; then\n  ./gill up\nfi"))
                    + macro("noformat", plain("  as it is"))))
        .isEqualTo(
            "restore.sh\n\n```bash\nif a < b &amp;&amp; c; then\n  ./gill up\nfi\n```\n\n```\n  as it is\n```");
  }

  @Test
  void tasks_say_whether_they_are_done() throws ParseException {
    assertThat(
            text(
                """
                <ac:task-list>
                <ac:task><ac:task-id>1</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body><span class="placeholder-inline-tasks">Order disks</span></ac:task-body></ac:task>
                <ac:task><ac:task-id>2</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>Ask <ac:link><ri:user ri:account-id="5b1" ri:display-name="Mira"/></ac:link> by <time datetime="2026-03-01"/></ac:task-body></ac:task>
                </ac:task-list>
                """))
        .isEqualTo("- [x] Order disks\n- [ ] Ask Mira by 2026-03-01");
  }

  @Test
  void a_table_stays_a_table_with_its_labels() throws ParseException {
    Document page =
        page(
            """
            <table class="wrapped"><colgroup><col/><col/></colgroup><tbody>
            <tr><th><p>Service</p></th><th>Keeps</th><th>State</th></tr>
            <tr><td><p>Billing</p></td><td rowspan="2">35&nbsp;days</td><td>%s</td></tr>
            <tr><td>Search</td><td>%s</td></tr>
            </tbody></table>
            """
                .formatted(
                    macro("status", parameter("colour", "Green") + parameter("title", "DONE")),
                    macro("status", parameter("title", "OPEN"))));

    assertThat(page.text().strip())
        .isEqualTo(
            "| Service | Keeps | State |\n| Billing | 35 days | DONE |\n| Search | 35 days | OPEN |");
    assertThat(page.blocks())
        .extracting(Headed::kind)
        .containsExactly(Block.Kind.HEADING_ROW, Block.Kind.TABLE_ROW, Block.Kind.TABLE_ROW);
  }

  @Test
  void layouts_and_columns_are_read_one_after_the_other() throws ParseException {
    assertThat(
            text(
                """
                <ac:layout><ac:layout-section ac:type="two_equal">
                <ac:layout-cell><p>Left.</p></ac:layout-cell><ac:layout-cell><p>Right.</p></ac:layout-cell>
                </ac:layout-section></ac:layout>
                """
                    + macro("section", rich(macro("column", rich("<p>Below.</p>"))))))
        .isEqualTo("Left.\n\nRight.\n\nBelow.");
  }

  @Test
  void links_read_as_they_are_shown() throws ParseException {
    assertThat(
            text(
                """
                <p>See <ac:link><ri:page ri:content-title="Rollback &amp; more" ri:space-key="OPS"/></ac:link>,
                <ac:link ac:anchor="steps"><ri:page ri:content-title="X"/><ac:plain-text-link-body><![CDATA[the <steps>]]></ac:plain-text-link-body></ac:link>,
                <ac:link><ri:page ri:content-title="Y"/><ac:link-body><em>these</em> notes</ac:link-body></ac:link>,
                <ac:link><ri:attachment ri:filename="plan.pdf"/></ac:link>,
                <a href="https://ci.example.org" data-card-appearance="inline">the server</a> &mdash; or %s.</p>
                """
                    .formatted(macro("jira", parameter("key", "OPS-12")))))
        .isEqualTo(
            "See Rollback & more, the <steps>, these notes, plan.pdf, the server (https://ci.example.org) — or OPS-12.");
  }

  @Test
  void what_confluence_lists_by_itself_is_not_read() throws ParseException {
    Document page =
        page(
            macro("toc", parameter("maxLevel", "2"))
                + macro("children", "")
                + macro("contributors", parameter("limit", "5"))
                + macro("gliffy", parameter("name", "plan"))
                + "<p>Kept.<ac:placeholder>Type here</ac:placeholder></p>"
                + macro("excerpt", parameter("hidden", "true") + rich("<p>Hidden.</p>"))
                + macro("style", plain("p {color: red}")));

    assertThat(page.text().strip()).isEqualTo("Kept.");
    assertThat(page.leftOut())
        .extracting(LeftOut::kind)
        .containsExactlyInAnyOrder(
            LeftOut.Kind.CONTENTS, LeftOut.Kind.PICTURE, LeftOut.Kind.HIDDEN);
  }

  @Test
  void an_excerpt_reads_where_it_stands_and_where_it_is_shown() throws ParseException {
    String reference = parameter("", "<ac:link><ri:page ri:content-title=\"Contacts\"/></ac:link>");
    assertThat(
            text(
                "<p>Keep it for "
                    + macro(
                        "excerpt",
                        parameter("atlassian-macro-output-type", "INLINE") + rich("35 days"))
                    + ".</p>"
                    + macro("include", reference + rich("<p>Call Mira.</p>"))
                    + "<p>Also: "
                    + macro("excerpt-include", reference)
                    + "</p>"))
        .isEqualTo("Keep it for 35 days.\n\nCall Mira.\n\nAlso: Contacts");
  }

  @Test
  void what_clouds_editor_adds_reads_as_its_fallback() throws ParseException {
    assertThat(
            text(
                """
                <ac:adf-extension><ac:adf-node type="decision-list"><ac:adf-node type="decision-item"><ac:adf-attribute key="state">DECIDED</ac:adf-attribute><ac:adf-content>We keep 35 days.</ac:adf-content></ac:adf-node></ac:adf-node><ac:adf-fallback><ul class="decision-list"><li>We keep 35 days.</li></ul></ac:adf-fallback></ac:adf-extension>
                <ac:adf-extension><ac:adf-node type="panel"><ac:adf-attribute key="panel-type">note</ac:adf-attribute><ac:adf-content><p>Ask first.</p></ac:adf-content></ac:adf-node></ac:adf-extension>
                """))
        .isEqualTo("- We keep 35 days.\n\nAsk first.");
  }

  @Test
  void pictures_and_signs_say_what_they_mean() throws ParseException {
    assertThat(
            text(
                """
                <p><ac:emoticon ac:name="tick"/> Done <ac:emoticon ac:emoji-fallback="🎉" ac:name="blue-star"/></p>
                <ac:image ac:alt="The racks of hall 4"><ri:attachment ri:filename="a.png"/><ac:caption><p>Hall 4</p></ac:caption></ac:image>
                <p>a <ac:inline-comment-marker ac:ref="7">remark</ac:inline-comment-marker> and <del>old</del> new</p>
                """))
        .isEqualTo("✔ Done 🎉\n\nThe racks of hall 4\n\nHall 4\n\na remark and new");
  }

  @Test
  void sections_have_the_ids_that_each_edition_gives_them() throws ParseException {
    String headings = "<h1>First step</h1><p>x</p><h2>First step</h2><p>y</p>";

    assertThat(page(headings + "<ac:page ac:anchors=\"words\" ac:title=\"Restore\"/>").anchors())
        .extracting(anchor -> anchor.place())
        .containsExactly(new Place.Section("First-step"), new Place.Section("First-step.1"));
    assertThat(
            page(headings + "<ac:page ac:anchors=\"title\" ac:title=\"How to restore\"/>")
                .anchors())
        .extracting(anchor -> anchor.place())
        .containsExactly(
            new Place.Section("Howtorestore-Firststep"),
            new Place.Section("Howtorestore-Firststep.1"));
    assertThat(
            page("<h1>A</h1><p>x</p><ac:page ac:anchors=\"title\" ac:title=\"1. Begin\"/>")
                .anchors())
        .extracting(anchor -> anchor.place())
        .containsExactly(new Place.Section("id-1.Begin-A"));
  }

  @Test
  @Timeout(20)
  void a_hostile_page_ends_in_a_refusal_or_a_text() throws ParseException {
    assertThatThrownBy(() -> text("<ac:layout>".repeat(5000) + "x"))
        .isInstanceOf(ParseException.class);
    assertThatThrownBy(
            () ->
                text(
                    "<ac:structured-macro ac:name=\"info\"><ac:rich-text-body>".repeat(5000) + "x"))
        .isInstanceOf(ParseException.class);
    assertThat(text("<p>a</ac:link></p><ac:link>b &nosuch; <")).startsWith("a");
    assertThat(text("<p>a<![CDATA[ never closed")).startsWith("a");
    assertThat(
            text(
                "<p>x</p><script>alert(1)</script>"
                    + macro("html", plain("<script>y</script><p>z"))))
        .isEqualTo("x\n\nz");
  }
}
