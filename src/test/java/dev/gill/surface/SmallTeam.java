package dev.gill.surface;

import dev.gill.model.Audience;
import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.model.Failure;
import dev.gill.model.Location;
import dev.gill.model.Origin;
import dev.gill.model.PassedOver;
import dev.gill.model.Scopes;
import dev.gill.model.SourceId;
import dev.gill.model.Traffic;
import dev.gill.sync.Breath;
import dev.gill.sync.SourceStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A small team's documents and sources, for the small house. */
public final class SmallTeam {
  /** A runbook that everyone may read. */
  public static final String RESTORE = "handbook:runbooks/restore.md";

  /** What the runbook says of the writer, as it is quoted. */
  public static final String STOP =
      "Stop the writer before you restore. A restore into a database that is being written to leaves both copies unusable.";

  /** A question that the runbook comes near to, but does not answer. */
  public static final String NEAR = "How long does the writer stop?";

  /** A page in Chinese. */
  public static final String LEAVE = "handbook:人事/请假.md";

  /** A page whose text tries to run scripts. */
  public static final String HOSTILE = "handbook:odd/a b%2F?#<x>.md";

  /** A page for the group {@code leads} alone. */
  public static final String SALARIES = "board:salaries.md";

  /** That group. */
  public static final Audience LEADS = Audience.of("leads");

  private static final Audience ALL = new Audience.Everyone();
  private static final Instant WRITTEN = Instant.parse("2026-11-18T16:20:00Z");

  private SmallTeam() {}

  /** The team moves in. */
  public static void moveInto(SmallHouse house) {
    house.clear();
    house.put(
        RESTORE,
        "4f2a91c07be344d2a1f0c2de9b7a6c5d4e3f2a1b",
        origin(
                "https://git.example.org/handbook/blob/main/runbooks/restore.md#L{line}",
                "Restoring the database",
                "Platform team")
            .withRevisionLink(
                "https://git.example.org/handbook/blob/4f2a91c0/runbooks/restore.md#L{line}"),
        ALL,
        text("restore.md"));
    house.put(LEAVE, "9c01d4", origin("/wiki/leave", "请假与年假", "人事组"), ALL, text("leave.md"));
    house.put(
        HOSTILE,
        "1",
        origin("javascript:alert(document.cookie)", "<img src=x onerror=alert(1)>", "\"><script>"),
        ALL,
        text("hostile.md"));
    house.put(SALARIES, "7", origin("", "Salary bands", ""), LEADS, text("salaries.md"));
    house.open(new SourceId("wiki"));
    SourceStatus handbook = handbook();
    handbook.failures().forEach(house::fail);
    house.sources.statuses.addAll(List.of(board(), handbook, wiki()));
    house.sources.breaths.addAll(
        List.of(
            breath(RESTORE, Breath.Kind.UPSERTED, ALL, 14, 1, 58, 4),
            breath(SALARIES, Breath.Kind.UPSERTED, LEADS, 3, 3, 91, 30),
            breath("handbook:plans/2025.md", Breath.Kind.DELETED, ALL, 0, 0, 12, 95),
            breath("handbook:plans/budget.pdf", Breath.Kind.FAILED, ALL, 0, 0, 7, 4000),
            breath(LEAVE, Breath.Kind.UPSERTED, ALL, 6, 0, 9, 90_000)));
  }

  private static Origin origin(String link, String title, String author) {
    return new Origin(link, title, author, WRITTEN);
  }

  private static String text(String name) {
    try (InputStream in = SmallTeam.class.getResourceAsStream("/surface/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Breath breath(
      String doc, Breath.Kind kind, Audience who, int chunks, int embedded, int millis, int ago) {
    return new Breath(
        DocId.parse(doc),
        kind,
        Scopes.of(DocId.parse(doc), who),
        chunks,
        embedded,
        Duration.ofMillis(millis),
        SmallHouse.NOW.minusSeconds(ago));
  }

  private static SourceStatus board() {
    return new SourceStatus(
        new SourceId("board"),
        "git",
        new Location("git.example.org", "main"),
        SourceStatus.State.FAILING,
        412,
        5_120,
        Optional.of(new Cursor("e83c5163316f89bfbde7d9ab23ca2e25604af290")),
        "commit e83c516331",
        Optional.of(SmallHouse.NOW.minusSeconds(5400)),
        Optional.of(Duration.ofMillis(2_500)),
        Optional.of(new Traffic(1_204, 3, Duration.ofMinutes(2))),
        Optional.of(
            new SourceStatus.Trouble(
                "The repository refuses the token; give gill.sources.board.token one that may read.",
                SmallHouse.NOW.minusSeconds(5370),
                Optional.of(SmallHouse.NOW.plusSeconds(240)))),
        OptionalLong.empty(),
        12,
        340,
        List.of(),
        Map.of(),
        List.of());
  }

  /** A source of a name, in step. */
  public static SourceStatus status(String name) {
    SourceStatus like = handbook();
    return new SourceStatus(
        new SourceId(name),
        like.type(),
        like.location(),
        like.state(),
        like.documents(),
        like.chunks(),
        like.cursor(),
        like.upTo(),
        like.inStepAt(),
        like.lagP99(),
        like.traffic(),
        like.trouble(),
        like.remaining(),
        like.embedded(),
        like.reused(),
        List.of(),
        Map.of(),
        List.of());
  }

  /** A source as it is when it stands still for five minutes. */
  public static SourceStatus standing(SourceStatus status) {
    return new SourceStatus(
        status.source(),
        status.type(),
        status.location(),
        SourceStatus.State.FAILING,
        status.documents(),
        status.chunks(),
        status.cursor(),
        status.upTo(),
        status.inStepAt(),
        status.lagP99(),
        status.traffic(),
        Optional.of(
            new SourceStatus.Trouble(
                "The folder is not there; mount its drive.",
                SmallHouse.NOW.minusSeconds(300),
                Optional.empty())),
        status.remaining(),
        status.embedded(),
        status.reused(),
        status.failures(),
        status.nextTries(),
        status.passedOver());
  }

  private static SourceStatus handbook() {
    return new SourceStatus(
        new SourceId("handbook"),
        "folder",
        new Location("/srv/team/handbook", ""),
        SourceStatus.State.IN_STEP,
        86,
        731,
        Optional.of(new Cursor("2026-11-20T09:00:00Z")),
        "86 files",
        Optional.of(SmallHouse.NOW.minusSeconds(3)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.of(0),
        95,
        2_310,
        List.of(
            failure(
                "handbook:plans/budget.pdf",
                ALL,
                "The file is protected by a password; store it without one."),
            failure("handbook:plans/raises.pdf", LEADS, "The file ends early; export it again.")),
        Map.of(DocId.parse("handbook:plans/budget.pdf"), SmallHouse.NOW.plusSeconds(1200)),
        List.of(passedOver("handbook:shared.md", ALL), passedOver("handbook:raises.md", LEADS)));
  }

  private static Failure failure(String doc, Audience audience, String cause) {
    return new Failure(
        DocId.parse(doc),
        "3",
        Failure.Stage.PARSE,
        cause,
        Scopes.of(DocId.parse(doc), audience),
        SmallHouse.NOW.minusSeconds(4000),
        "p1");
  }

  private static PassedOver passedOver(String doc, Audience audience) {
    String why = "It is a link that leads out of the folder; set links=follow for this source.";
    return new PassedOver(
        PassedOver.Reason.LEADS_OUT,
        "",
        why,
        Scopes.of(DocId.parse(doc), audience),
        1,
        List.of(new PassedOver.Item(DocId.parse(doc), why)));
  }

  private static SourceStatus wiki() {
    return new SourceStatus(
        new SourceId("wiki"),
        "mediawiki",
        Location.NONE,
        SourceStatus.State.READING,
        1_240,
        9_870,
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.of(3_760),
        9_870,
        0,
        List.of(),
        Map.of(),
        List.of());
  }
}
