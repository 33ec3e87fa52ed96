package dev.gill.source.lark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Access;
import dev.gill.model.Identity;
import dev.gill.model.Reader;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.Change;
import dev.gill.source.Replica;
import dev.gill.source.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may read a document of Lark, as Gill knows it look by look. */
class LarkRightsTest {
  private static final SourceId TEAM = new SourceId("team");

  @TempDir Path data;
  private final Replica replica = new Replica();
  private Access access = Access.none();
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

  private List<Change> look(Source source) throws Exception {
    larks.pass(Duration.ofSeconds(5));
    List<Change> changes = new ArrayList<>();
    boolean more = true;
    while (more) {
      Batch batch = replica.page(source);
      Rights reported = batch.rights();
      access = access.with(TEAM, reported);
      changes.addAll(batch.changes());
      more = batch.more();
    }
    return changes;
  }

  private boolean reads(String user, String document) {
    return access.mayRead(
        Reader.known(new Identity("team", "ou_" + user)), new Scope(TEAM, document));
  }

  private boolean readsByMail(String user, String document) {
    return access.mayRead(
        Reader.known(Identity.email(user + "@example.org")), new Scope(TEAM, document));
  }

  @Test
  void the_members_of_the_space_read_its_pages_and_nobody_else() throws Exception {
    lark.write("a", "one");
    look(larks.source(lark.url()));

    assertThat(reads("mira", "a")).isTrue();
    assertThat(reads("jonas", "a")).isTrue();
    assertThat(readsByMail("mira", "a")).isTrue();
    assertThat(reads("noor", "a")).isFalse();
    assertThat(access.mayRead(Reader.anyone(), new Scope(TEAM, "a"))).isFalse();
  }

  @Test
  void a_locked_page_is_for_those_whom_it_is_shared_with() throws Exception {
    lark.departments.put("od_ops", List.of("od_night"));
    lark.members.put("od_ops", List.of("openid ou_ada"));
    lark.members.put("od_night", List.of("openid ou_nils"));
    lark.members.put("oc_chat", List.of("openid ou_cleo"));
    lark.members.put("g_leads", List.of("openid ou_lea", "opendepartmentid od_night"));
    lark.write("pay", "By grade.").readers =
        List.of("openid ou_noor", "opendepartmentid od_ops", "openchat oc_chat", "appid cli_x");
    lark.write("lead", "Plan.").readers = List.of("groupid g_leads");
    look(larks.source(lark.url()));

    assertThat(List.of("noor", "ada", "nils", "cleo")).allMatch(user -> reads(user, "pay"));
    assertThat(reads("mira", "pay")).isFalse();
    assertThat(List.of("lea", "nils")).allMatch(user -> reads(user, "lead"));
    assertThat(reads("ada", "lead")).isFalse();
  }

  @Test
  void a_public_space_is_for_the_whole_organization() throws Exception {
    lark.publicSpaces.add(StandInLark.SPACE);
    lark.departments.put("0", List.of("od_ops"));
    lark.members.put("od_ops", List.of("openid ou_ada"));
    lark.write("a", "one");
    look(larks.source(lark.url()));

    assertThat(reads("ada", "a")).isTrue();
    assertThat(reads("stranger", "a")).isFalse();
  }

  @Test
  void a_change_of_readers_holds_with_the_look_that_sees_it_and_reads_no_document()
      throws Exception {
    StandInLark.Doc page = lark.write("a", "one");
    Source source = larks.source(lark.url());
    look(source);
    page.readers = List.of("openid ou_noor");
    lark.calls.clear();
    List<Change> changes = look(source);

    assertThat(changes).isEmpty();
    assertThat(reads("mira", "a")).isFalse();
    assertThat(reads("noor", "a")).isTrue();
    assertThat(lark.asked("/docx/")).isZero();
  }

  @Test
  void a_member_who_leaves_reads_nothing_once_the_members_were_asked_for() throws Exception {
    lark.write("a", "one");
    Source source = larks.source(lark.url(), "members-every", "4s");
    look(source);
    lark.members.put(StandInLark.SPACE, List.of("openid ou_jonas"));
    List<Change> changes = look(source);

    assertThat(changes).isEmpty();
    assertThat(reads("mira", "a")).isFalse();
    assertThat(reads("jonas", "a")).isTrue();
  }

  @Test
  void what_lark_does_not_say_is_nobodys() throws Exception {
    lark.write("a", "one");
    lark.refused.put("/open-apis/drive/v1/permissions", 1063002);
    Source source = larks.source(lark.url());
    look(source);
    assertThat(replica.keys()).containsExactly("a");
    assertThat(reads("mira", "a")).isFalse();

    lark.refused.clear();
    look(source);
    assertThat(reads("mira", "a")).isTrue();
    lark.refused.put("/open-apis/drive/v1/permissions", 1063002);
    look(source);
    assertThat(reads("mira", "a")).isFalse();
  }

  @Test
  void all_below_a_moved_page_is_nobodys_until_it_was_asked_for() throws Exception {
    lark.write("open", "for all");
    lark.write("closed", "for noor").readers = List.of("openid ou_noor");
    StandInLark.Doc moved = lark.write("moved", "text");
    moved.parent = "open";
    StandInLark.Doc below = lark.write("below", "text");
    below.parent = "moved";
    Source source = larks.source(lark.url());
    look(source);
    assertThat(reads("mira", "below")).isTrue();

    moved.parent = "closed";
    moved.readers = List.of("openid ou_noor");
    below.readers = List.of("openid ou_noor");
    look(source);
    assertThat(List.of("moved", "below")).noneMatch(page -> reads("mira", page));
    assertThat(List.of("moved", "below")).allMatch(page -> reads("noor", page));
  }

  @Test
  void after_any_history_everybody_reads_what_lark_lets_them_read() throws Exception {
    Random random = new Random(11);
    List<String> users = List.of("mira", "jonas", "noor", "ada", "nils");
    for (int i = 0; i < 8; i++) {
      lark.write("p" + i, "text " + i);
    }
    Source source = larks.source(lark.url(), "members-every", "1ms");
    look(source);
    for (int step = 0; step < 60; step++) {
      StandInLark.Doc doc = lark.docs.get("p" + random.nextInt(8));
      List<String> some = users.stream().filter(_ -> random.nextBoolean()).toList();
      List<String> members = some.stream().map(user -> "openid ou_" + user).toList();
      switch (random.nextInt(4)) {
        case 0 -> doc.readers = members;
        case 1 -> doc.readers = List.of("wikispaceid " + StandInLark.SPACE);
        case 2 -> lark.members.put(StandInLark.SPACE, members);
        default -> lark.write(doc.token, "step " + step);
      }
      look(source);
      for (StandInLark.Doc each : lark.docs.values()) {
        for (String user : users) {
          String written = "openid ou_" + user;
          boolean allowed =
              each.readers.contains(written)
                  || each.readers.contains("wikispaceid " + StandInLark.SPACE)
                      && lark.members.get(StandInLark.SPACE).contains(written);
          assertThat(reads(user, each.token))
              .as("%s reads %s after step %d", user, each.token, step)
              .isEqualTo(allowed);
        }
      }
    }
  }

  @Test
  void what_is_gone_has_no_readers_left() throws Exception {
    lark.write("a", "one");
    Source source = larks.source(lark.url());
    look(source);
    lark.delete("a");
    look(source);

    assertThat(access.of(TEAM).audiences()).isEmpty();
  }

  @Test
  void a_new_page_is_never_open_before_it_is_known_who_may_read_it() throws Exception {
    lark.write("a", "one");
    Source source = larks.source(lark.url());
    look(source);
    lark.write("secret", "x").readers = List.of("openid ou_noor");
    larks.pass(Duration.ofSeconds(5));
    Batch batch = replica.page(source);

    assertThat(batch.changes()).hasSize(1);
    Access then = access.with(TEAM, batch.rights());
    assertThat(
            then.mayRead(Reader.known(new Identity("team", "ou_mira")), new Scope(TEAM, "secret")))
        .isFalse();
    assertThat(
            then.mayRead(Reader.known(new Identity("team", "ou_noor")), new Scope(TEAM, "secret")))
        .isTrue();
  }
}
