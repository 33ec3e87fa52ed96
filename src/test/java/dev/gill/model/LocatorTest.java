package dev.gill.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LocatorTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  private static Origin origin(String link) {
    return new Origin(link, "Runbook", "author", NOON);
  }

  private static Anchor line(int offset, int number) {
    return new Anchor(offset, new Place.Line(number));
  }

  @ParameterizedTest
  @MethodSource("links")
  void fillsThePlaceIntoTheLink(String link, Place place, String expected) {
    Locator where = Locator.of(origin(link), List.of("Restore"), Optional.of(place));
    assertThat(where.url()).isEqualTo(expected);
    assertThat(where.place()).contains(place);
    assertThat(where.author()).isEqualTo("author");
    assertThat(where.modified()).isEqualTo(NOON);
  }

  static Stream<Arguments> links() {
    Place line = new Place.Line(12);
    return Stream.of(
        Arguments.of("https://git/a.md#L{line}", line, "https://git/a.md#L12"),
        Arguments.of("https://git/a.md#L{line}", new Place.Page(12), "https://git/a.md#L1"),
        Arguments.of("https://f/a.pdf#page={page}", new Place.Page(3), "https://f/a.pdf#page=3"),
        Arguments.of("https://f/a?slide={slide}", new Place.Slide(7), "https://f/a?slide=7"),
        Arguments.of(
            "https://f/a?cell={sheet}!A{row}",
            new Place.Row(2, "On call", 9),
            "https://f/a?cell=On%20call!A9"),
        Arguments.of("https://f/a?s={sheet}", new Place.Row(2, "", 9), "https://f/a?s=2"),
        Arguments.of(
            "https://wiki/p", new Place.Section("轮换"), "https://wiki/p#%E8%BD%AE%E6%8D%A2"),
        Arguments.of("https://wiki/p#top", new Place.Section("s"), "https://wiki/p#top"),
        Arguments.of("", new Place.Section("s"), ""),
        Arguments.of("https://wiki/page", line, "https://wiki/page"),
        Arguments.of("", line, ""));
  }

  @Test
  void aMessageHasALinkAnAuthorAndATimeOfItsOwn() {
    Instant then = NOON.minusSeconds(60);
    Place message = new Place.Message("https://chat/m/7", "Bo", then);
    Locator where = Locator.of(origin("https://chat/thread"), List.of(), Optional.of(message));
    assertThat(where.url()).isEqualTo("https://chat/m/7");
    assertThat(where.author()).isEqualTo("Bo");
    assertThat(where.modified()).isEqualTo(then);
    Place bare = new Place.Message("", "", then);
    Locator thread = Locator.of(origin("https://chat/thread"), List.of(), Optional.of(bare));
    assertThat(thread.url()).isEqualTo("https://chat/thread");
    assertThat(thread.author()).isEqualTo("author");
  }

  @Test
  void aDocumentWithoutPositionsOpensAtItsBeginning() {
    Locator where = Locator.of(origin("https://git/a.md#L{line}"), List.of(), Optional.empty());
    assertThat(where.url()).isEqualTo("https://git/a.md#L1");
  }

  @Test
  void aPassageIsLocatedAtTheLineOfTheOffset() {
    List<Anchor> anchors = List.of(line(90, 7), line(110, 9), line(130, 11));
    Chunk chunk = Chunk.of(100, "x".repeat(50), List.of("Restore"), anchors);
    Passage passage = new Passage(DocId.parse("git:a.md"), "r1", origin("a#L{line}"), chunk);
    assertThat(passage.locate(100).url()).isEqualTo("a#L7");
    assertThat(passage.locate(110).url()).isEqualTo("a#L9");
    assertThat(passage.locate(129).url()).isEqualTo("a#L9");
    assertThat(passage.locate(149).url()).isEqualTo("a#L11");
    assertThat(passage.locate(149).headings()).containsExactly("Restore");
  }

  @Test
  void whatStandsBeforeTheFirstAnchorHasNoPosition() {
    assertThat(Anchor.locate(List.of(line(5, 1)), 4)).isEmpty();
    assertThat(Anchor.locate(List.of(), 4)).isEmpty();
  }
}
