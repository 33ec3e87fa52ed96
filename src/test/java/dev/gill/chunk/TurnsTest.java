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

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(match -> match.group()).collect(Collectors.toList());
  }
}
