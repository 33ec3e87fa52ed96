package dev.gill.source.lark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.model.Audience;
import dev.gill.model.Place;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.parse.Document;
import dev.gill.parse.formats.Formats;
import dev.gill.source.Batch;
import dev.gill.source.Change;
import dev.gill.source.Replica;
import dev.gill.source.Source;
import dev.gill.source.SourceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a team sees of its wiki in Lark through Gill, over a stand-in. */
@Tag("slow")
class LarkSourceTest {
  private static final SourceId TEAM = new SourceId("team");

  @TempDir Path data;
  private final Replica replica = new Replica();
  private Larks larks;
  private StandInLark lark;

  @BeforeEach
  void begin() throws IOException {
    larks = new Larks(data);
    lark = new StandInLark();
  }

  @AfterEach
  void end() {
    lark.close();
    larks.close();
  }

  private List<Change> follow(Source source) throws Exception {
    larks.pass(Duration.ofSeconds(5));
    return replica.follow(source);
  }

  private static Change.Upserted only(List<Change> changes) {
    return changes.stream()
        .filter(Change.Upserted.class::isInstance)
        .map(Change.Upserted.class::cast)
        .reduce((_, _) -> null)
        .orElseThrow();
  }

  @Test
  void a_page_comes_with_its_author_time_revision_and_link() throws Exception {
    StandInLark.Doc doc = lark.write("wikDeploy", "Every day.");
    doc.title = "Deploy";
    Change.Upserted page = only(follow(larks.source(lark.url())));

    assertThat(page.origin().link()).isEqualTo("https://team.feishu.cn/wiki/wikDeploy");
    assertThat(page.origin().title()).isEqualTo("Deploy");
    assertThat(page.origin().author()).isEqualTo("Mira");
    assertThat(page.origin().modified()).isEqualTo(Instant.ofEpochSecond(doc.edited));
    assertThat(page.revision()).isEqualTo("2");
    Document parsed = new Formats().parse(page.content());
    assertThat(parsed.anchors().getFirst().place()).isEqualTo(new Place.Section("w-wikDeploy"));
  }

  @Test
  void a_look_when_nothing_happened_is_one_request() throws Exception {
    lark.write("a", "one");
    Source source = larks.source(lark.url(), "audience", "staff", "sweep-every", "1h");
    follow(source);
    lark.calls.clear();
    assertThat(follow(source)).isEmpty();

    assertThat(lark.calls).containsExactly("POST /open-apis/drive/v1/metas/batch_query");
  }

  @Test
  void an_edit_is_known_with_the_next_look_and_is_all_that_is_read() throws Exception {
    lark.write("a", "one");
    lark.write("b", "two");
    Source source = larks.source(lark.url(), "audience", "staff", "sweep-every", "1h");
    follow(source);
    lark.calls.clear();
    lark.write("a", "one, edited");
    follow(source);

    assertThat(replica.get("a").text()).startsWith("one, edited");
    assertThat(lark.calls).hasSize(3);
  }

  @Test
  void of_many_documents_those_edited_last_are_asked_for_first_and_all_others_in_turn()
      throws Exception {
    for (int i = 0; i < 450; i++) {
      lark.write("p%03d".formatted(i), "text " + i);
    }
    Source source = larks.source(lark.url(), "audience", "staff", "sweep-every", "1h");
    follow(source);
    lark.write("p449", "hot");
    lark.write("p003", "cold");
    follow(source);
    assertThat(replica.get("p449").text()).startsWith("hot");
    int looks = 1;
    while (!replica.get("p003").text().startsWith("cold")) {
      follow(source);
      looks++;
    }

    assertThat(looks).isBetween(1, 4);
  }

  @Test
  void two_edits_within_one_second_are_both_seen() throws Exception {
    StandInLark.Doc doc = lark.write("a", "one");
    doc.edited = System.currentTimeMillis() / 1000;
    Source source = larks.source(lark.url());
    follow(source);
    doc.blocks = List.of(StandInLark.block("w-a", "text", "two"));
    doc.revision++;

    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              follow(source);
              return replica.get("a").text().startsWith("two");
            });
  }

  @Test
  void what_happens_during_a_first_pass_overtakes_it() throws Exception {
    for (int i = 0; i < 150; i++) {
      lark.write("p%03d".formatted(i), "text " + i);
    }
    Source source = larks.source(lark.url());
    assertThat(replica.page(source).more()).isTrue();
    lark.write("p000", "edited meanwhile");
    lark.delete("p001");
    larks.pass(Duration.ofSeconds(5));
    Batch second = replica.page(source);

    assertThat(second.more()).isTrue();
    assertThat(((Change.Upserted) second.changes().getFirst()).doc().key()).isEqualTo("p000");
    assertThat(replica.get("p000").text()).startsWith("edited meanwhile");
    replica.follow(source);
    assertThat(replica.keys()).hasSize(149).doesNotContain("p001");
  }

  @Test
  void a_first_pass_that_was_cut_goes_on_where_it_was() throws Exception {
    for (int i = 0; i < 150; i++) {
      lark.write("p%03d".formatted(i), "text " + i);
    }
    replica.page(larks.source(lark.url()));
    int read = replica.keys().size();
    lark.calls.clear();
    follow(larks.source(lark.url()));

    assertThat(lark.asked("/blocks")).isEqualTo(150 - read);
    assertThat(replica.keys()).hasSize(150);
  }

  @Test
  void a_changed_time_limit_of_a_token_is_no_trouble() throws Exception {
    lark.write("a", "one");
    Source source = larks.source(lark.url());
    follow(source);
    lark.signOut();
    lark.write("a", "two");
    follow(source);

    assertThat(replica.get("a").text()).startsWith("two");
    assertThat(lark.signIns()).isEqualTo(2);
  }

  @Test
  void each_table_of_a_base_is_a_document_and_only_the_changed_one_is_read_again()
      throws Exception {
    StandInLark.Doc base = lark.put(new StandInLark.Doc("base", "bitable"));
    base.title = "Plans";
    base.parts.put("tbl1", Tabular.base("Tasks", "Rotate keys", "Mira"));
    base.parts.put("tbl2", Tabular.base("Risks", "Fire", "Jonas"));
    Source source = larks.source(lark.url());
    follow(source);
    assertThat(replica.keys()).containsExactly("base/tbl1", "base/tbl2");
    assertThat(replica.get("base/tbl1").title()).isEqualTo("Plans – Tasks");
    assertThat(replica.get("base/tbl1").link())
        .isEqualTo("https://team.feishu.cn/wiki/base?table=tbl1");
    assertThat(replica.get("base/tbl1").text())
        .isEqualTo("| Task | Owner |\n| Rotate keys | Mira |");

    base.parts.put("tbl1", Tabular.base("Tasks", "Rotate all keys", "Mira").put("revision", 2));
    lark.edited(base);
    Change.Upserted changed = only(follow(source));

    assertThat(changed.doc().key()).isEqualTo("base/tbl1");
    assertThat(lark.asked("tbl2/records")).isEqualTo(1);
    assertThat(new Formats().parse(changed.content()).anchors().getFirst().place())
        .isEqualTo(new Place.Row(1, "Tasks", 1));
    base.parts.remove("tbl2");
    lark.edited(base);
    follow(source);
    assertThat(replica.keys()).containsExactly("base/tbl1");
  }

  @Test
  void a_sheet_is_a_document_whose_link_opens_the_row() throws Exception {
    StandInLark.Doc book = lark.put(new StandInLark.Doc("book", "sheet"));
    book.parts.put("0b12", Tabular.sheet("Limits", "api", "120"));
    follow(larks.source(lark.url()));

    assertThat(replica.get("book/0b12").text()).contains("| Service | Limit |\n| api | 120 |");
    assertThat(replica.get("book/0b12").link())
        .isEqualTo("https://team.feishu.cn/wiki/book?sheet=0b12&range=A{row}");
  }

  @Test
  void a_table_within_a_page_is_read_there_and_kept_in_step() throws Exception {
    StandInLark.Doc base = new StandInLark.Doc("base", "bitable");
    base.parts.put("tbl1", Tabular.base("Tasks", "Rotate keys", "Mira"));
    base.space = "elsewhere";
    lark.put(base);
    StandInLark.Doc page = lark.write("page", "See:");
    ObjectNode shown = StandInLark.block("b2", "bitable", "");
    shown.set("bitable", StandInLark.JSON.createObjectNode().put("token", base.object() + "_tbl1"));
    page.blocks.add(shown);
    Source source = larks.source(lark.url());
    follow(source);
    assertThat(replica.keys()).containsExactly("page");
    assertThat(replica.get("page").text()).contains("| Rotate keys | Mira |");
    follow(source);

    base.parts.put("tbl1", Tabular.base("Tasks", "Rotate all keys", "Mira"));
    lark.edited(base);
    follow(source);
    assertThat(replica.get("page").text()).contains("| Rotate all keys | Mira |");
  }

  @Test
  void files_are_read_and_what_is_not_read_is_counted() throws Exception {
    StandInLark.Doc file = lark.put(new StandInLark.Doc("file", "file"));
    file.title = "notes.md";
    file.bytes = "# Notes".getBytes(StandardCharsets.UTF_8);
    lark.put(new StandInLark.Doc("video", "file")).title = "talk.mp4";
    lark.put(new StandInLark.Doc("mind", "mindnote"));
    lark.put(new StandInLark.Doc("short", "docx")).shortcut = true;
    Source source = larks.source(lark.url());
    follow(source);

    assertThat(replica.keys()).containsExactly("file");
    assertThat(replica.get("file").text()).isEqualTo("# Notes");
    assertThat(source.passedOver())
        .extracting(group -> group.reason() + " " + group.count())
        .containsExactlyInAnyOrder("FORMAT 1", "RECORDING 1");
  }

  @Test
  void one_page_that_cannot_be_read_stops_nothing_and_is_tried_again() throws Exception {
    StandInLark.Doc bad = lark.write("bad", "x");
    StandInLark.Doc closed = lark.write("closed", "x");
    lark.write("good", "fine");
    lark.failing.put("/open-apis/docx/v1/documents/docx-bad", 500);
    lark.refused.put("/open-apis/docx/v1/documents/docx-closed", 1770032);
    Source source = larks.source(lark.url());
    follow(source);

    assertThat(replica.get("good").text()).startsWith("fine");
    assertThat(replica.get("bad").cause()).contains("Lark fails when it is asked");
    assertThat(replica.get("closed").cause())
        .contains("share the document, or the page above it, with the app")
        .doesNotContain("tulip");
    assertThat(replica.get("closed").scope()).isEqualTo(new Scope(TEAM, closed.token));
    lark.failing.clear();
    follow(source);
    assertThat(replica.get(bad.token).cause()).isNotEmpty();
    larks.pass(Duration.ofMinutes(2));
    follow(source);
    assertThat(replica.get(bad.token).text()).startsWith("x");
  }

  @Test
  void a_deleted_page_goes_with_the_next_look_and_comes_back_when_it_is_restored()
      throws Exception {
    StandInLark.Doc doc = lark.write("a", "one");
    Source source = larks.source(lark.url(), "sweep-every", "1h");
    follow(source);
    lark.delete("a");
    follow(source);
    assertThat(replica.keys()).isEmpty();

    lark.docs.put("a", doc);
    follow(source);
    assertThat(replica.keys()).containsExactly("a");
  }

  @Test
  void another_title_or_place_is_known_and_the_link_stays() throws Exception {
    StandInLark.Doc doc = lark.write("a", "one");
    lark.write("above", "two");
    Source source = larks.source(lark.url());
    follow(source);
    String link = replica.get("a").link();
    doc.title = "Renamed";
    doc.parent = "above";
    follow(source);

    assertThat(replica.get("a").title()).isEqualTo("Renamed");
    assertThat(replica.get("a").link()).isEqualTo(link);
    assertThat(replica.keys()).containsExactly("a", "above");
  }

  @Test
  void a_host_that_asks_for_a_pause_gets_it() throws Exception {
    lark.write("a", "one");
    lark.failing.put("/open-apis/wiki", 429);

    assertThatThrownBy(() -> follow(larks.source(lark.url())))
        .isInstanceOf(SourceException.Busy.class);
    assertThat(larks.clients.counters().values())
        .allSatisfy(counters -> assertThat(counters.throttled()).isPositive());
  }

  @Test
  void a_long_pass_is_handed_out_in_pages_as_short_as_looks_are_apart() throws Exception {
    for (int i = 0; i < 20; i++) {
      lark.write("p%02d".formatted(i), "text " + i);
    }
    Source source = larks.source(lark.url());
    lark.onRequest = () -> larks.pass(Duration.ofSeconds(1));
    List<Integer> pages = new ArrayList<>();
    Batch batch;
    do {
      batch = replica.page(source);
      pages.add(batch.changes().size());
    } while (batch.more());

    assertThat(pages).hasSizeGreaterThan(5);
    assertThat(replica.keys()).hasSize(20);
  }

  @Test
  void a_new_empty_page_is_no_document_yet() throws Exception {
    lark.write("a", "");
    Source source = larks.source(lark.url());
    follow(source);
    assertThat(replica.keys()).isEmpty();

    lark.write("a", "Words.");
    follow(source);
    assertThat(replica.keys()).containsExactly("a");
  }

  @Test
  void minutes_and_approvals_are_read_where_they_are_named() throws Exception {
    lark.members.put("obc1", List.of("openid ou_mira"));
    lark.approvals.put(
        "inst1",
        StandInLark.JSON
            .createObjectNode()
            .put("approval_name", "Purchase")
            .put("serial_number", "17")
            .put("status", "APPROVED")
            .put("open_id", "ou_jonas")
            .put("start_time", "1772000000000")
            .put("end_time", "1772000100000")
            .put("form", "[{\"name\":\"What\",\"value\":\"A printer\"}]"));
    Source source = larks.source(lark.url(), "minutes", "obc1", "approvals", "code1");
    larks.pass(Duration.ofSeconds(5));
    Batch batch = replica.page(source);

    assertThat(replica.keys()).containsExactly("approval/inst1", "minutes/obc1");
    assertThat(replica.get("minutes/obc1").text()).contains("Backups are kept for 35 days.");
    assertThat(replica.get("minutes/obc1").link()).isEqualTo("https://team.feishu.cn/minutes/obc1");
    assertThat(replica.get("approval/inst1").text()).contains("What: A printer");
    assertThat(replica.get("approval/inst1").title()).isEqualTo("Purchase 17");
    assertThat(batch.rights().audiences())
        .containsEntry(new Scope(TEAM, "inst1"), Audience.parse("team:user ou_jonas"))
        .containsEntry(new Scope(TEAM, "obc1"), Audience.parse("team:user ou_mira"));
  }

  @Test
  void other_spaces_in_the_settings_drop_what_is_no_longer_followed() throws Exception {
    lark.spaces.put("7002", "Other");
    lark.write("a", "one");
    lark.write("b", "two").space = "7002";
    follow(larks.source(lark.url()));
    assertThat(replica.keys()).containsExactly("a", "b");

    follow(larks.source(lark.url(), "spaces", "7002"));
    assertThat(replica.keys()).containsExactly("b");
  }

  @Test
  void trouble_is_said_without_secrets_and_deletes_nothing() throws Exception {
    lark.write("a", "one");
    Source wrong = larks.source(lark.url(), "app-secret", "tulip-wrong");
    assertThatThrownBy(() -> follow(wrong))
        .isInstanceOf(SourceException.Denied.class)
        .hasMessageContaining("check app-id and app-secret")
        .hasMessageNotContaining("tulip");
    lark.refused.put("/open-apis/wiki", 99991400);
    assertThatThrownBy(() -> follow(larks.source(lark.url())))
        .isInstanceOf(SourceException.Busy.class);
    lark.refused.put("/open-apis/wiki", 99991672);
    assertThatThrownBy(() -> follow(larks.source(lark.url())))
        .isInstanceOf(SourceException.Denied.class)
        .hasMessageContaining("grant wiki:wiki:readonly (Permissions & Scopes)")
        .hasMessageNotContaining("tulip");
  }
}
