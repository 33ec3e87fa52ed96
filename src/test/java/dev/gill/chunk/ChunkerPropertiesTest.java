package dev.gill.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.Rounds;
import dev.gill.model.Anchor;
import dev.gill.model.Chunk;
import dev.gill.model.Fingerprint;
import dev.gill.model.Place;
import dev.gill.parse.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds for the chunks of any document, seen on many random ones. */
@Tag("slow")
class ChunkerPropertiesTest {
  private static final int DOCUMENTS = Rounds.of(200);
  private static final Pattern UNIQUE =
      Pattern.compile("[a-z]+\\d+|(?<=第)\\d+", Pattern.CASE_INSENSITIVE);

  /** Where a word stands in the Markdown source, and under which headings. */
  private record Spot(int line, List<String> headings) {}

  @Test
  void everyChunkIsTheTextBetweenItsOffsets() {
    each(
        (source, document) -> {
          for (Chunk chunk : Cutting.cut(document)) {
            assertThat(chunk.text())
                .isEqualTo(document.text().substring(chunk.start(), chunk.end()));
            assertThat(chunk.fingerprint()).isEqualTo(Fingerprint.of(chunk.embedded()));
            assertThat(chunk.text().strip()).isNotEmpty();
          }
        });
  }

  @Test
  void chunksFollowEachOtherAndLeaveOutNothingButWhiteSpace() {
    each(
        (source, document) -> {
          int end = 0;
          for (Chunk chunk : Cutting.cut(document)) {
            assertThat(chunk.start()).isGreaterThanOrEqualTo(end);
            assertThat(document.text().substring(end, chunk.start())).isBlank();
            end = chunk.end();
          }
          assertThat(document.text().substring(end)).isBlank();
        });
  }

  @Test
  void noChunkHasMoreTokensThanTheLimit() {
    each(
        (source, document) ->
            assertThat(Cutting.cut(document))
                .allSatisfy(
                    chunk ->
                        assertThat(Cutting.WORDS.count(chunk.text()))
                            .isLessThanOrEqualTo(Cutting.MOST)));
  }

  @Test
  void aSmallerModelGetsSmallerChunks() {
    TokenCounter letters = text -> (text.length() + 3) / 4;
    each(
        (source, document) ->
            assertThat(new Chunker(letters, 60).chunk(document))
                .allSatisfy(
                    chunk -> assertThat(letters.count(chunk.text())).isLessThanOrEqualTo(60)));
  }

  @Test
  void aChunkStartsOnItsLineInTheSource() {
    each(
        (source, document) -> {
          Map<String, Spot> places = places(source);
          for (Chunk chunk : Cutting.cut(document)) {
            Place begin = Anchor.locate(chunk.anchors(), chunk.start()).orElseThrow();
            int line = places.get(first(chunk)).line();
            int expected = chunk.text().startsWith("```") ? line - 1 : line;
            assertThat(begin).isIn(line(expected), line(line));
          }
        });
  }

  @Test
  void everyWordOfAChunkIsFoundOnItsLine() {
    each(
        (source, document) -> {
          Map<String, Spot> places = places(source);
          for (Chunk chunk : Cutting.cut(document)) {
            Matcher words = UNIQUE.matcher(chunk.text());
            while (words.find()) {
              assertThat(Anchor.locate(chunk.anchors(), chunk.start() + words.start()))
                  .as(words.group())
                  .contains(line(places.get(words.group().toLowerCase()).line()));
            }
          }
        });
  }

  @Test
  void aChunkKnowsTheHeadingsThatItStandsUnder() {
    each(
        (source, document) -> {
          Map<String, Spot> places = places(source);
          for (Chunk chunk : Cutting.cut(document)) {
            Matcher words = UNIQUE.matcher(chunk.text());
            while (words.find()) {
              assertThat(places.get(words.group().toLowerCase()).headings())
                  .isEqualTo(chunk.headings());
            }
          }
        });
  }

  @Test
  void theSameDocumentIsCutTheSameWayTwice() {
    each(
        (source, document) ->
            assertThat(Cutting.cut(RandomDocument.parse(source))).isEqualTo(Cutting.cut(document)));
  }

  private static void each(BiConsumer<String, Document> check) {
    for (int seed = 0; seed < DOCUMENTS; seed++) {
      String source = RandomDocument.of(seed).markdown();
      check.accept(source, RandomDocument.parse(source));
    }
  }

  private static Place line(int number) {
    return new Place.Line(number);
  }

  private static String first(Chunk chunk) {
    Matcher words = UNIQUE.matcher(chunk.text());
    assertThat(words.find()).as(chunk.text()).isTrue();
    return words.group().toLowerCase();
  }

  /** Reads the source line by line; its code holds no line that looks like a heading. */
  private static Map<String, Spot> places(String source) {
    Map<String, Spot> places = new HashMap<>();
    Map<Integer, String> open = new HashMap<>();
    List<String> lines = source.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int level = line.length() - line.replaceFirst("^#+", "").length();
      if (level > 0) {
        open.keySet().removeIf(other -> other >= level);
        open.put(level, line.substring(level + 1));
      }
      List<String> headings = new ArrayList<>();
      open.keySet().stream().sorted().forEach(key -> headings.add(open.get(key)));
      Matcher words = UNIQUE.matcher(line);
      while (words.find()) {
        places.put(words.group().toLowerCase(), new Spot(i + 1, List.copyOf(headings)));
      }
    }
    return places;
  }
}
