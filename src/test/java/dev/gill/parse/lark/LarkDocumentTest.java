package dev.gill.parse.lark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.gill.model.Content;
import dev.gill.model.LeftOut;
import dev.gill.model.Place;
import dev.gill.parse.Document;
import dev.gill.parse.DocumentShape;
import dev.gill.parse.ParseException;
import dev.gill.parse.formats.Formats;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Pages, tables and sheets of Lark say what their reader sees. */
class LarkDocumentTest {
  private static Document parse(String json) throws ParseException {
    Document document =
        new Formats()
            .parse(
                new Content.File(
                    "application/vnd.lark+json", "page", json.getBytes(StandardCharsets.UTF_8)));
    DocumentShape.check(document);
    return document;
  }

  /** A page with these blocks below each other; {@code more} are blocks within these. */
  private static Document page(String children, String... blocks) throws ParseException {
    return parse(
        """
        {"kind":"docx","zone":"Asia/Shanghai","names":{"ou_1":"Mira"},"embedded":{},"blocks":[
         {"block_id":"doc","block_type":1,"children":[%s],"page":{"elements":[{"text_run":{"content":"Deploy"}}]}},
         %s]}\
        """
            .formatted(children, String.join(",", blocks)));
  }

  private static String block(String id, String kind, String words) {
    return """
    {"block_id":"%s","parent_id":"doc","block_type":2,"%s":{"elements":[{"text_run":{"content":"%s","text_element_style":{}}}],"style":{}}}\
    """
        .formatted(id, kind, words);
  }

  private static String holding(String block, String children) {
    return block.replaceFirst("\\{", "{\"children\":[%s],".formatted(children));
  }

  @Test
  void headings_lead_to_their_own_blocks() throws ParseException {
    Document document =
        page(
            "\"b1\",\"b2\",\"b3\"",
            block("b1", "heading1", "Rollback"),
            block("b2", "text", "Press the button."),
            block("b3", "heading2", "After"));

    assertThat(document.title()).contains("Deploy");
    assertThat(document.text().strip()).isEqualTo("# Rollback\n\nPress the button.\n\n## After");
    assertThat(document.anchors())
        .extracting(anchor -> anchor.place())
        .containsExactly(new Place.Section("b1"), new Place.Section("b2"), new Place.Section("b3"));
  }

  @Test
  void lists_nest_and_go_on_counting_and_tasks_say_whether_they_are_done() throws ParseException {
    Document document =
        page(
            "\"a\",\"b\",\"c\",\"d\"",
            holding(block("a", "ordered", "build"), "\"a1\""),
            block("a1", "bullet", "on the server"),
            block("b", "ordered", "ship"),
            block("c", "todo", "announce"),
            block("d", "todo", "rest").replace("\"style\":{}", "\"style\":{\"done\":true}"));

    assertThat(document.text().strip())
        .isEqualTo("1. build\n  - on the server\n2. ship\n[ ] announce\n[x] rest");
  }

  @Test
  void code_quotes_callouts_and_formulas_are_read() throws ParseException {
    Document document =
        page(
            "\"a\",\"b\",\"c\",\"d\",\"e\"",
            block("a", "code", "make\\n  all")
                .replace("\"style\":{}", "\"style\":{\"language\":7}"),
            holding("{\"block_id\":\"b\",\"block_type\":34,\"quote_container\":{}}", "\"b1\""),
            block("b1", "text", "Said so."),
            holding(
                "{\"block_id\":\"c\",\"block_type\":19,\"callout\":{\"emoji_id\":\"bulb\"}}",
                "\"c1\""),
            block("c1", "text", "Never on Fridays."),
            "{\"block_id\":\"d\",\"block_type\":2,\"text\":{\"elements\":[{\"text_run\":{\"content\":\"So"
                + " \"}},{\"equation\":{\"content\":\"E=mc^2\\n"
                + "\"}}]}}",
            "{\"block_id\":\"e\",\"block_type\":22,\"divider\":{}}");

    assertThat(document.text().strip())
        .isEqualTo("```bash\nmake\n  all\n```\n\nSaid so.\n\nNever on Fridays.\n\nSo E=mc^2");
    assertThat(document.leftOut()).isEmpty();
  }

  @Test
  void mentions_links_and_dates_read_as_on_the_page() throws ParseException {
    Document document =
        page(
            "\"a\"",
            """
            {"block_id":"a","block_type":2,"text":{"elements":[
             {"text_run":{"content":"Ask "}},{"mention_user":{"user_id":"ou_1"}},
             {"text_run":{"content":" or read "}},
             {"mention_doc":{"title":"the guide","url":"https%3A%2F%2Fteam.feishu.cn%2Fwiki%2Fwik1"}},
             {"text_run":{"content":" and "}},
             {"text_run":{"content":"CI","text_element_style":{"link":{"url":"https%3A%2F%2Fci.example.org%2Fx"}}}},
             {"text_run":{"content":" by "}},
             {"reminder":{"expire_time":"1772294400000","is_whole_day":true}},
             {"text_run":{"content":" not this","text_element_style":{"strikethrough":true}}},
             {"text_run":{"content":"."}}]}}\
            """);

    assertThat(document.text().strip())
        .isEqualTo(
            "Ask @Mira or read the guide (https://team.feishu.cn/wiki/wik1) and CI"
                + " (https://ci.example.org/x) by 2026-03-01.");
    assertThat(document.leftOut()).extracting(LeftOut::kind).containsExactly(LeftOut.Kind.STRUCK);
  }

  @Test
  void a_table_keeps_its_columns_and_merged_cells() throws ParseException {
    StringBuilder cells = new StringBuilder();
    for (String word :
        new String[] {"Env", "Owner", "Keep", "prod", "Mira", "35 days", "test", "", "7 days"}) {
      int at = cells.toString().split("table_cell", -1).length;
      cells.append(
          ",{\"block_id\":\"t%d\",\"block_type\":32,\"table_cell\":{},\"children\":[\"w%d\"]},%s"
              .formatted(at, at, block("w" + at, "text", word)));
    }
    Document document =
        page(
            "\"t\"",
            """
            {"block_id":"t","block_type":31,"table":{"cells":["t1","t2","t3","t4","t5","t6","t7","t8","t9"],
             "property":{"row_size":3,"column_size":3,"header_row":true,"merge_info":[
              {"row_span":1,"col_span":1},{"row_span":1,"col_span":1},{"row_span":1,"col_span":1},
              {"row_span":1,"col_span":1},{"row_span":2,"col_span":1},{"row_span":1,"col_span":1},
              {"row_span":1,"col_span":1},{"row_span":1,"col_span":1},{"row_span":1,"col_span":1}]}}}\
            """
                + cells);

    assertThat(document.text().strip())
        .isEqualTo("| Env | Owner | Keep |\n| prod | Mira | 35 days |\n| test | Mira | 7 days |");
    assertThat(document.anchors())
        .extracting(anchor -> anchor.place())
        .containsExactly(new Place.Section("w1"), new Place.Section("w4"), new Place.Section("w7"));
  }

  @Test
  void what_cannot_be_read_is_counted_and_navigation_is_no_text() throws ParseException {
    Document document =
        page(
            "\"a\",\"b\",\"c\",\"d\",\"e\",\"f\"",
            block("a", "text", "Words."),
            "{\"block_id\":\"b\",\"block_type\":27,\"image\":{\"token\":\"x\"}}",
            "{\"block_id\":\"c\",\"block_type\":23,\"file\":{\"token\":\"x\",\"name\":\"plan.pdf\"}}",
            "{\"block_id\":\"d\",\"block_type\":43,\"board\":{\"token\":\"x\"}}",
            "{\"block_id\":\"e\",\"block_type\":42,\"wiki_catalog\":{\"wiki_token\":\"x\"}}",
            "{\"block_id\":\"f\",\"block_type\":30,\"sheet\":{\"token\":\"not_there\"}}");

    assertThat(document.text().strip()).isEqualTo("Words.\n\nplan.pdf");
    assertThat(document.leftOut())
        .extracting(left -> left.kind() + " " + left.count())
        .containsExactlyInAnyOrder("PICTURE 1", "ATTACHMENT 1", "OBJECT 2", "CONTENTS 1");
  }

  @Test
  void a_block_that_holds_itself_does_not_go_round() throws ParseException {
    Document document = page("\"a\"", holding(block("a", "bullet", "one"), "\"a\""));

    assertThat(document.text()).startsWith("- one");
  }

  private static final String TASKS =
      """
      {"kind":"bitable","number":2,"name":"Tasks","zone":"Asia/Shanghai","fields":[
       {"field_name":"Task","type":1},{"field_name":"Owner","type":11},
       {"field_name":"Due","type":5,"property":{"date_formatter":"yyyy/MM/dd"}},
       {"field_name":"Share","type":2,"property":{"formatter":"0.00%"}},
       {"field_name":"Tags","type":4},{"field_name":"Done","type":7},{"field_name":"Page","type":15},
       {"field_name":"Sum","type":20}],
       "records":[
       {"record_id":"rec1","fields":{"Task":[{"type":"text","text":"Renew the "},{"type":"text","text":"certificate"}],
        "Owner":[{"id":"ou_1","name":"Mira"},{"id":"ou_2","name":"Jonas"}],"Due":1772294400000,"Share":0.25,
        "Tags":["ops","tls"],"Done":true,"Page":{"text":"guide","link":"https://g.example.org/"},
        "Sum":{"type":2,"value":[12.50]}}},
       {"record_id":"rec2","fields":{"Task":[{"type":"text","text":"Rotate keys"}],"Share":null}}]}\
      """;

  @Test
  void a_record_is_a_row_below_the_names_of_its_fields() throws ParseException {
    Document document = parse(TASKS);

    assertThat(document.text().strip())
        .isEqualTo(
            """
            | Task | Owner | Due | Share | Tags | Done | Page | Sum |
            | Renew the certificate | Mira, Jonas | 2026-03-01 | 25% | ops, tls | TRUE | guide (https://g.example.org/) | 12.5 |
            | Rotate keys |  |  |  |  |  |  |  |\
            """);
    assertThat(document.anchors())
        .extracting(anchor -> anchor.place())
        .containsExactly(new Place.Row(2, "Tasks", 1), new Place.Row(2, "Tasks", 2));
  }

  @Test
  void a_sheet_is_read_row_by_row_with_its_merged_cells() throws ParseException {
    Document document =
        parse(
            """
            {"kind":"sheet","number":1,"name":"Limits","rows":[
             ["Service","Limit","Note"],["api",120,null],[null,60,[{"type":"url","text":"why","link":"https://w.example.org/"}]]],
             "merges":[{"start_row_index":1,"end_row_index":2,"start_column_index":0,"end_column_index":0}]}\
            """);

    assertThat(document.text().strip())
        .isEqualTo(
            "# Limits\n\n"
                + "| Service | Limit | Note |\n"
                + "| api | 120 |\n"
                + "| api | 60 | why (https://w.example.org/) |");
    assertThat(document.anchors())
        .extracting(anchor -> anchor.place())
        .contains(new Place.Row(1, "Limits", 2), new Place.Row(1, "Limits", 3));
  }

  @Test
  void a_table_within_a_page_stands_where_it_shows() throws ParseException {
    Document document =
        parse(
            """
            {"kind":"docx","names":{},"embedded":{"app_tbl":%s},"blocks":[
             {"block_id":"doc","children":["a","b"],"page":{"elements":[]}},%s,
             {"block_id":"b","block_type":18,"bitable":{"token":"app_tbl"}}]}\
            """
                .formatted(TASKS, block("a", "text", "See:")));

    assertThat(document.text()).contains("See:").contains("| Rotate keys |");
    assertThat(document.anchors().getLast().place()).isEqualTo(new Place.Section("b"));
  }

  @Test
  void an_application_says_what_was_asked_for_and_what_came_of_it() throws ParseException {
    Document document =
        parse(
            """
            {"kind":"approval","zone":"Asia/Shanghai","names":{"ou_1":"Mira"},"instance":{
             "approval_name":"Purchase","status":"APPROVED","form":%s,
             "timeline":[{"type":"PASS","open_id":"ou_1","comment":"For two years."}]}}\
            """
                .formatted(
                    new TextNode(
                        "[{\"name\":\"What\",\"type\":\"input\",\"value\":\"A printer\"},"
                            + "{\"name\":\"Items\",\"type\":\"fieldList\",\"value\":[[{\"name\":\"Item\",\"value\":\"Toner\"},{\"name\":\"Price\",\"value\":\"90\"}]]}]")));

    assertThat(document.text().strip())
        .isEqualTo(
            "Status: approved\n\n"
                + "What: A printer\n\n"
                + "| Item | Price |\n"
                + "| Toner | 90 |\n\n"
                + "Mira\nFor two years.");
  }

  @Test
  void nonsense_is_refused_in_a_sentence() {
    assertThatThrownBy(() -> parse("{\"kind\":\"okr\"}"))
        .hasMessageContaining("The file is broken");
    assertThatThrownBy(() -> parse("{}{}")).isInstanceOf(ParseException.class);
    assertThatThrownBy(
            () ->
                page("\"t\"", "{\"block_id\":\"t\",\"table\":{\"cells\":[\"x\"],\"property\":{}}}"))
        .isInstanceOf(ParseException.class);
  }
}
