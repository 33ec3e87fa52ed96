package dev.gill.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocatorTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  private static Origin origin(String link) {
    return new Origin(link, "Runbook", "author", NOON);
  }

  private static Anchor line(int offset, int number) {
    return new Anchor(offset, new Position(Position.Unit.LINE, number));
  }

  @ParameterizedTest
  @CsvSource({
    "https://git/blob/abc/a.md#L{line}, LINE, 12, https://git/blob/abc/a.md#L12",
    "https://git/blob/abc/a.md#L{line}, PAGE, 12, https://git/blob/abc/a.md#L1",
    "https://files/a.pdf#page={page}, PAGE, 3, https://files/a.pdf#page=3",
    "https://files/a.pptx?slide={slide}, SLIDE, 7, https://files/a.pptx?slide=7",
    "https://files/a.xlsx?sheet={sheet}, SHEET, 2, https://files/a.xlsx?sheet=2",
    "https://wiki/page, LINE, 12, https://wiki/page",
    "'', LINE, 12, ''",
  })
  void fillsThePositionIntoTheLink(String link, Position.Unit unit, int number, String expected) {
    Optional<Position> position = Optional.of(new Position(unit, number));
    Locator where = Locator.of(origin(link), List.of("Restore"), position);
    assertThat(where.url()).isEqualTo(expected);
    assertThat(where.position()).isEqualTo(position);
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
