package dev.gill.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Chunk;
import dev.gill.model.Content;
import dev.gill.model.Message;
import dev.gill.model.Place;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.formats.Formats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Chunks of conversations, drawn by lot: who said what is never lost. */
class TurnsTest {
  private static final Pattern BYLINE = Pattern.compile("(?m)^person(\\d+):$");
  private static final Pattern WORD = Pattern.compile("word(\\d+)of(\\d+)\\b");

  /** Every word of a message names who said it. */
  private static Document conversation(Random random) throws ParseException {
    List<Message> messages = new ArrayList<>();
    int words = 0;
    for (int i = 0; i < 1 + random.nextInt(30); i++) {
      int author = random.nextInt(5);
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(4) == 0 ? random.nextInt(400) : random.nextInt(30);
      for (int w = 0; w <= length; w++) {
        text.append("word").append(words++).append("of").append(author);
        text.append(random.nextInt(9) == 0 ? ".\n\n" : random.nextInt(5) == 0 ? ". " : " ");
      }
      messages.add(
          new Message(
              "m" + i,
              "person" + author,
              Instant.EPOCH.plusSeconds(i),
              "https://chat/" + i,
              text.toString(),
              Optional.empty()));
    }
    return new Formats().parse(new Content.Conversation(messages));
  }

  @Test
  void aChunkNeverJoinsWhatTwoPeopleSaidWithoutSayingWho() throws Exception {
    for (int seed = 0; seed < 100; seed++) {
      Document document = conversation(new Random(seed));
      StringBuilder all = new StringBuilder();
      for (Chunk chunk : Cutting.cut(document)) {
        all.append(chunk.text()).append('\n');
        List<String> lines = chunk.text().lines().toList();
        String author = null;
        boolean joined = chunk.text().lines().anyMatch(line -> BYLINE.matcher(line).matches());
        for (String line : lines) {
          var byline = BYLINE.matcher(line);
          author = byline.matches() ? byline.group(1) : author;
          var word = WORD.matcher(line);
          while (word.find()) {
            if (joined) {
              assertThat(word.group(2)).as(chunk.text()).isEqualTo(author);
            }
          }
        }
        if (!joined) {
          assertThat(WORD.matcher(chunk.text()).results().map(m -> m.group(2)).distinct())
              .as(chunk.text())
              .hasSize(1);
        }
        assertThat(chunk.anchors().getFirst().place()).isInstanceOf(Place.Message.class);
      }
      assertThat(words(all.toString())).isEqualTo(words(document.text()));
    }
  }

  @Test
  void aThreadOfTenMessagesIsOneChunk() throws Exception {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      said.add("sentence%d ".formatted(i) + "says something about it ".repeat(6).strip() + ".");
    }
    assertThat(Cutting.cut(said(said))).hasSize(1);
  }

  @Test
  void whatIsSaidShortlyBeforeALongTurnStandsWithIt() throws Exception {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      said.add("Short%d.".formatted(i));
      said.add("It was long%d. ".formatted(i).repeat(100).strip());
    }
    List<Chunk> chunks = Cutting.cut(said(said));
    assertThat(chunks)
        .extracting(chunk -> Cutting.WORDS.count(chunk.text()))
        .allSatisfy(words -> assertThat(words).isGreaterThan(50));
  }

  @Test
  void whatIsSaidLaterChangesTheLastTwoChunksAtMost() throws Exception {
    Random random = new Random(7);
    List<String> said = new ArrayList<>();
    List<Chunk> before = List.of();
    for (int i = 0; i < 120; i++) {
      said.add("word%d ".formatted(i).repeat(1 + random.nextInt(60)).strip() + ".");
      List<Chunk> after = Cutting.cut(said(said));
      int kept = Math.max(0, before.size() - 2);
      assertThat(after.subList(0, kept)).isEqualTo(before.subList(0, kept));
      before = after;
    }
    assertThat(before).hasSizeGreaterThan(5);
  }

  @Test
  void anEditOfAMessageLeavesMostChunksAsTheyWere() throws Exception {
    Random random = new Random(7);
    List<String> said = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      said.add("word%d ".formatted(i).repeat(1 + random.nextInt(40)).strip() + ".");
    }
    List<Chunk> before = Cutting.cut(said(said));
    int fresh = 0;
    for (int edit = 0; edit < 50; edit++) {
      List<String> edited = new ArrayList<>(said);
      edited.set(random.nextInt(said.size()), "other%d ".formatted(edit).repeat(50).strip());
      fresh += Cutting.without(Cutting.cut(said(edited)), before).size();
    }
    assertThat(before).hasSizeGreaterThan(25);
    assertThat(fresh / 50.0).as("of %d chunks".formatted(before.size())).isLessThan(5);
  }

  private static Document said(List<String> said) throws ParseException {
    List<Message> messages = new ArrayList<>();
    for (String text : said) {
      int i = messages.size();
      messages.add(
          new Message(
              "m" + i,
              "person" + i % 3,
              Instant.EPOCH.plusSeconds(i),
              "https://chat/" + i,
              text,
              Optional.empty()));
    }
    return new Formats().parse(new Content.Conversation(messages));
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(match -> match.group()).collect(Collectors.toList());
  }
}
