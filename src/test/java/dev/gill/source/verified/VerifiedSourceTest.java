package dev.gill.source.verified;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Audience;
import dev.gill.model.Dated;
import dev.gill.model.DocId;
import dev.gill.model.Identity;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.model.VerifiedAnswer;
import dev.gill.model.VerifiedAnswer.Drawn;
import dev.gill.model.VerifiedAnswers;
import dev.gill.model.VerifierTurns;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.formats.Formats;
import dev.gill.source.Batch;
import dev.gill.source.Change;
import dev.gill.source.MadeSource;
import dev.gill.source.Settings;
import dev.gill.source.SettingsException;
import dev.gill.source.SourceContext;
import dev.gill.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What verified answers are besides documents of a source. */
class VerifiedSourceTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  private static final SourceId ID = new SourceId("answers");
  private static final Scope OPS = new Scope(new SourceId("wiki"), "ops");

  @TempDir Path data;
  private final VerifiedType type = new VerifiedType();
  private final AtomicReference<Instant> time = new AtomicReference<>(NOW);

  private static Settings settings(Map<String, String> written) {
    return new Settings(ID, written);
  }

  private VerifiedAnswers answers(Map<String, String> written) {
    return type.answers(settings(written), data);
  }

  private MadeSource made() {
    return type.make(settings(Map.of()), new SourceContext(data, _ -> true, time::get));
  }

  private static VerifiedAnswer answer(String question, String text) {
    return new VerifiedAnswer(
        "a1",
        question,
        text,
        "anna@example.org",
        "bo@example.org",
        NOW,
        NOW.plus(Duration.ofDays(90)),
        Audience.of("leads"),
        List.of(new Drawn(DocId.parse("wiki:17"), OPS)),
        Set.of());
  }

  @Test
  void itsDocumentIsDatedByWhoVerifiedItAndReadByThoseOfAllThatItWasDrawnFrom() throws Exception {
    answers(Map.of()).put(answer("Who *rotates* <b>keys</b>?", "# Who\n\nThe platform team does."));
    Batch batch = made().source().poll(Optional.empty());
    Change.Upserted told = (Change.Upserted) batch.changes().getFirst();
    assertThat(told.origin().author()).isEqualTo("bo@example.org");
    assertThat(told.origin().modified()).isEqualTo(NOW);
    assertThat(told.origin().dated()).isEqualTo(Dated.VERIFIED);
    assertThat(batch.rights().audiences())
        .containsExactly(
            Map.entry(
                told.scope(),
                new Audience.AllOf(List.of(Audience.of("leads"), new Audience.ReadersOf(OPS)))));
    assertThat(parsed(told).title()).contains("Who *rotates* <b>keys</b>?");
    assertThat(parsed(told).text()).contains("The platform team does.");
  }

  private static Document parsed(Change.Upserted told) throws ParseException {
    return new Formats().parse(told.content());
  }

  @Test
  void whatIsWrittenIsKeptOverARestartAndWakesTheSource() {
    MadeSource followed = made();
    AtomicInteger woken = new AtomicInteger();
    followed.source().onSignal(woken::incrementAndGet);
    VerifiedAnswer whole =
        answer("Who rotates keys?", "The platform team.\n\n- 每周一\n- \"daily\"")
            .askedOf(new Identity("slack", "U1"))
            .askedOf(Identity.email("li@example.org"));
    answers(Map.of()).put(whole);
    assertThat(woken).hasValue(1);
    assertThat(new VerifiedType().answers(settings(Map.of()), data).all()).containsExactly(whole);
    made().source().close();
    answers(Map.of()).remove("a1");
    assertThat(woken).hasValue(2);
    assertThat(answers(Map.of()).all()).isEmpty();
  }

  @Test
  void oneWhoseTimeIsOverAnswersNoMoreUntilItIsVerifiedAnew() throws Exception {
    VerifiedAnswers answers = answers(Map.of());
    answers.put(answer("Who rotates keys?", "The platform team."));
    Batch first = made().source().poll(Optional.empty());
    time.set(NOW.plus(Duration.ofDays(90)));
    Batch over = made().source().poll(Optional.of(first.next()));
    assertThat(over.changes()).containsExactly(new Change.Deleted(new DocId(ID, "a1")));
    assertThat(over.rights().audiences()).containsEntry(new Scope(ID, "a1"), new Audience.Nobody());
    answers.put(
        answers
            .all()
            .getFirst()
            .verifiedBy("li@example.org", time.get(), time.get().plus(Duration.ofDays(90))));
    Batch anew = made().source().poll(Optional.of(over.next()));
    assertThat(anew.changes())
        .singleElement()
        .isInstanceOfSatisfying(
            Change.Upserted.class,
            told -> assertThat(told.origin().author()).isEqualTo("li@example.org"));
  }

  @Test
  void aDocumentThatMovedTakesTheAnswerAlong() throws Exception {
    VerifiedAnswers answers = answers(Map.of());
    answers.put(answer("Who rotates keys?", "The platform team."));
    Batch first = made().source().poll(Optional.empty());
    Scope secret = new Scope(new SourceId("wiki"), "secret");
    answers.put(answers.all().getFirst().afterMoveOf(DocId.parse("wiki:17"), secret).orElseThrow());
    Batch after = made().source().poll(Optional.of(first.next()));
    assertThat(after.changes()).isEmpty();
    assertThat(after.rights().audiences().get(new Scope(ID, "a1")).toString())
        .contains("readers of wiki:secret")
        .doesNotContain("ops");
    assertThat(answers.all().getFirst().afterMoveOf(DocId.parse("wiki:18"), OPS)).isEmpty();
  }

  @Test
  void aFileThatIsNoneIsNamedAndNothingGoesBecauseOfIt() throws IOException {
    answers(Map.of()).put(answer("Who rotates keys?", "The platform team."));
    Path folder = data.resolve("verified").resolve("answers");
    Files.writeString(folder.resolve("b2.json"), "{\"id\":\"b2\"}");
    assertThatThrownBy(() -> made().source().poll(Optional.empty()))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("b2.json")
        .hasMessageContaining("backup");
  }

  @Test
  void verifiersAreAskedInTurnAndWhoIsAwayIsPassedOver() {
    VerifiedAnswers answers =
        answers(
            Map.of(
                "verifiers", "anna@example.org,bo@example.org,slack:U7",
                "away", "anna@example.org"));
    VerifiedAnswer answer = answer("Who rotates keys?", "The platform team.");
    Instant due = answer.until().minus(VerifierTurns.BEFORE);
    assertThat(VerifierTurns.asked(answer, answers, due.minusSeconds(1))).isEmpty();
    assertThat(VerifierTurns.asked(answer, answers, due))
        .contains(Identity.email("bo@example.org"));
    assertThat(VerifierTurns.asked(answer, answers, due.plus(VerifierTurns.EACH)))
        .contains(new Identity("slack", "U7"));
    assertThat(VerifierTurns.asked(answer, answers, due.plus(VerifierTurns.EACH.multipliedBy(2))))
        .contains(Identity.email("bo@example.org"));
    assertThat(VerifierTurns.asked(answer, answers(Map.of()), due)).isEmpty();
  }

  @Test
  void whatCannotBeReadOfTheSettingsIsNamed() {
    assertThatThrownBy(() -> answers(Map.of("verifiers", "Anna")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("gill.sources.answers.verifiers")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("Anna"));
    assertThatThrownBy(() -> answers(Map.of("days", "9999")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("3650");
    assertThat(answers(Map.of("days", "30")).lasting()).isEqualTo(Duration.ofDays(30));
    assertThat(answers(Map.of()).lasting()).isEqualTo(Duration.ofDays(90));
  }
}
