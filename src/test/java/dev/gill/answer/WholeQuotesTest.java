package dev.gill.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Answer;
import dev.gill.model.Citation;
import dev.gill.model.NearPassage;
import dev.gill.model.Part;
import dev.gill.model.Part.Kind;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.Statement;
import dev.gill.retrieve.Shelf;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is one piece in a document is quoted as one piece. */
class WholeQuotesTest {
  private static final String CERTIFICATE =
      """
      # Certificates

      The certificate covers all theatres.

      To renew the certificate:

      1. Open the log of the last renewal.

         ```sh
         journalctl -u certbot
         ```

      2. Try to renew the certificate without changing anything.
         - Read what the dry run says.
      3. Reload the web server.

      Nobody renews by hand otherwise.
      """;

  private final Shelf shelf = new Shelf();

  @AfterEach
  void close() {
    shelf.close();
  }

  private Answer ask(String question) throws InterruptedException {
    return new QuotingAnswerer(shelf.retriever(), source -> Optional.empty())
        .answer(new Question(question, Reader.anyone()));
  }

  private Answer.Grounded answer(String question) throws InterruptedException {
    Answer answer = ask(question);
    assertThat(answer).isInstanceOf(Answer.Grounded.class);
    return (Answer.Grounded) answer;
  }

  private static String marked(List<Part> parts) {
    return parts.stream().filter(Part::marked).map(Part::text).collect(Collectors.joining("|"));
  }

  private static String text(List<Part> parts) {
    return parts.stream().map(Part::text).collect(Collectors.joining("|"));
  }

  @Test
  void stepsAreQuotedFromTheFirstToTheLast() throws InterruptedException {
    shelf.put("wiki:cert.md", CERTIFICATE);
    Answer.Grounded answer = answer("How do I try to renew the certificate without changing it?");
    assertThat(answer.statements()).hasSize(1);
    assertThat(answer.text())
        .startsWith("To renew the certificate:")
        .containsSubsequence("1. Open", "journalctl -u certbot", "2. Try", "Read what", "3. Reload")
        .doesNotContain("```", "Nobody renews");
    Citation citation = answer.citations().getFirst();
    assertThat(marked(citation.excerpt())).contains("Try to renew the certificate");
    assertThat(text(citation.excerpt())).contains("Open the log");
  }

  @Test
  void aFactAmongStepsIsQuotedByItself() throws InterruptedException {
    shelf.put(
        "wiki:door.md",
        "# Door\n\n1. Ring the bell.\n2. Wait for 45 seconds at the door.\n3. Walk in.\n");
    Answer.Grounded answer = answer("How many seconds does one wait at the door?");
    assertThat(answer.citations().getFirst().quote()).doesNotContain("Ring");
  }

  @Test
  void codeIsQuotedAsOneBlockAndStaysCode() throws InterruptedException {
    shelf.put(
        "wiki:code.md",
        "# Setting up\n\nTo set up the code, run this.\n\n```sh\ncd curtain\n./bin/setup\n\n./bin/test\n```\n\nThen rest.\n");
    Statement said = answer("How do I set up the code?").statements().getFirst();
    assertThat(said.parts())
        .contains(new Part(Kind.CODE, "cd curtain\n./bin/setup\n\n./bin/test", false));
    assertThat(said.citations()).hasSize(1);
    assertThat(said.citations().getFirst().quote()).contains("```sh\ncd curtain");
  }

  @Test
  void quotesOfASectionStandInItsOrderWhereAnExplanationIsAskedFor() throws InterruptedException {
    String filler = "Nothing else is written down in this part, and there are many of them. ";
    shelf.put(
        "wiki:backups.md",
        "# Kept\n\nThe backups of the shop are kept for days in Zurich.\n\n"
            + filler.repeat(4)
            + "\n\nThe backups of the shop are kept for thirty days.\n");
    Answer.Grounded answer = answer("How are the backups of the shop kept?");
    assertThat(answer.citations()).hasSizeGreaterThan(1);
    assertThat(answer.citations()).extracting(Citation::start).isSorted();
    assertThat(
            answer("How many days are the backups of the shop kept?")
                .citations()
                .getFirst()
                .quote())
        .contains("thirty days");
    assertThat(answer.citations())
        .extracting(Citation::marker)
        .isEqualTo(IntStream.rangeClosed(1, answer.citations().size()).boxed().toList());
  }

  @Test
  void aVeryLongListIsQuotedByWholeStepsAroundTheOneThatFits() throws InterruptedException {
    String steps =
        IntStream.rangeClosed(1, 30)
            .mapToObj(i -> "%d. Turn switch number %d to the left and wait for it.".formatted(i, i))
            .collect(Collectors.joining("\n"));
    shelf.put(
        "wiki:long.md",
        "# Start\n\n"
            + steps.replace("Turn switch number 17 to the left", "Polish the magenta lantern")
            + "\n");
    Citation cited = answer("How do I polish the magenta lantern?").citations().getFirst();
    assertThat(cited.quote()).contains("magenta").hasSizeBetween(300, 650).endsWith("wait for it.");
    assertThat(cited.quote()).contains("\n18. Turn");
  }

  @Test
  void aTitleIsNeverQuotedAsASentence() throws InterruptedException {
    shelf.put(
        "wiki:certificate-renewal.txt",
        "CERTIFICATE RENEWAL\n\nOwner: platform engineer.\n\nCertificate renewal runs twice a day.\n");
    for (Citation cited : answer("When does the certificate renewal run?").citations()) {
      assertThat(cited.quote()).doesNotContain("CERTIFICATE RENEWAL");
    }
  }

  @Test
  void aRowIsReadAsASentence() throws InterruptedException {
    shelf.put(
        "wiki:phones.md",
        "# Phones\n\n| Role | Extension |\n|---|---|\n| Reception | 100 |\n| Security | 112 |\n");
    shelf.put("wiki:电话.md", "# 电话\n\n| 岗位 | 分机 |\n|---|---|\n| 前台 | 100 |\n| 保安 | 112 |\n");
    assertThat(answer("What is the extension of security?").text())
        .startsWith("Security: Extension 112");
    assertThat(answer("保安的分机是多少？").text()).startsWith("保安：分机 112");
  }

  @Test
  void aSentenceIsShownMarkedInItsParagraph() throws InterruptedException {
    shelf.put(
        "wiki:leave.md",
        "# Leave\n\nTalk to your team. Everyone has 28 days of leave a year. "
            + "This long sentence speaks of something else, ".repeat(5)
            + "and ends.\n");
    List<Part> excerpt =
        answer("How many days of leave a year does everyone have?")
            .citations()
            .getFirst()
            .excerpt();
    assertThat(text(excerpt))
        .startsWith("Talk to your team. |Everyone has 28 days of leave a year.");
    assertThat(marked(excerpt)).isEqualTo("Everyone has 28 days of leave a year.");
  }

  @Test
  void whatCameNearestBeginsWithItsBestSentenceAndHasNoMarkup() throws InterruptedException {
    shelf.put(
        "wiki:desk.md",
        "# Desk\n\n## Lamps\n\nSwitch them off at night.\n\n- The `tall` lamp hums a tune.\n\n## Chairs\n\nThey turn.\n");
    Answer answer = ask("Which tune would an elephant hum in Paris?");
    assertThat(answer).isInstanceOf(Answer.Unknown.class);
    List<NearPassage> nearest = ((Answer.Unknown) answer).nearest();
    assertThat(nearest)
        .anySatisfy(
            near -> assertThat(text(near.excerpt())).isEqualTo("The tall lamp hums a tune."));
    assertThat(nearest)
        .allSatisfy(near -> assertThat(text(near.excerpt())).doesNotContain("#", "`", "Desk"));
  }
}
