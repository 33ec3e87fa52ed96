package dev.gill.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Anchor;
import dev.gill.model.Chunk;
import dev.gill.model.Fingerprint;
import dev.gill.model.Language;
import dev.gill.model.Place;
import dev.gill.parse.Document;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where chunks begin and end, on texts that are hard to cut. */
@Tag("slow")
class ChunkerBoundariesTest {
  /** Counts as a model without a vocabulary would, so that long words have many tokens. */
  private static final TokenCounter LETTERS =
      text -> (int) ((text.codePoints().filter(c -> !Character.isWhitespace(c)).count() + 3) / 4);

  @ParameterizedTest
  @ValueSource(ints = {20, 230, 510})
  void nothingIsTooHardToCut(int capacity) {
    for (String hard : hard()) {
      for (TokenCounter tokens : List.of(Cutting.WORDS, LETTERS)) {
        Document document = RandomDocument.parse("# Heading\n\n" + hard + "\n\nThe end.\n");
        List<Chunk> chunks = new Chunker(tokens, capacity).chunk(document);
        String without = document.text().replaceAll("\\s+", "");
        assertThat(all(chunks).replaceAll("\\s+", "")).isEqualTo(without);
        assertThat(chunks)
            .allSatisfy(
                chunk ->
                    assertThat(tokens.count(chunk.text()))
                        .isLessThanOrEqualTo(Math.min(capacity, Cutting.MOST)));
        assertThat(chunks).noneMatch(chunk -> halvesACharacter(chunk.text()));
      }
    }
  }

  private static List<String> hard() {
    return List.of(
        "x".repeat(5000),
        "😀".repeat(2000),
        "汉".repeat(3000),
        "中文段落没有空格也没有标点".repeat(240),
        "word, ".repeat(2000),
        "https://example.org/" + "a/b?c=d&".repeat(500),
        "```\n" + "make build --all && make test\n".repeat(600) + "```",
        "```json\n{" + "\"key\":1,".repeat(2000) + "}\n```",
        "| a | b |\n|---|---|\n| " + "cell ".repeat(3000) + " | " + "y".repeat(900) + " |",
        "- " + "one sentence of a list item. ".repeat(200),
        "ก".repeat(4000));
  }

  @Test
  void whatBeginsWithinATableKnowsItsColumns() {
    StringBuilder table = new StringBuilder("| Team | Channel |\n|---|---|\n");
    for (int i = 0; i < 60; i++) {
      table.append(
          "| team number %d of the list | channel number %d of the list |\n".formatted(i, i));
    }
    List<Chunk> chunks =
        Cutting.cut("# Teams\n\n" + table + "\nAfter it.\n\n| Other |\n|---|\n| x |\n");
    assertThat(chunks).hasSizeGreaterThan(2);
    assertThat(chunks.getFirst().columns()).isEmpty();
    List<Chunk> within = chunks.stream().filter(c -> c.text().startsWith("| team")).toList();
    assertThat(within).isNotEmpty().extracting(Chunk::columns).containsOnly("| Team | Channel |");
    assertThat(within)
        .allSatisfy(
            chunk -> {
              assertThat(chunk.embedded()).startsWith("| Team | Channel |\n| team number");
              assertThat(chunk.fingerprint()).isEqualTo(Fingerprint.of(chunk.embedded()));
            });
    assertThat(chunks.getLast().columns()).isNotEqualTo("| Other |");
  }

  @Test
  void anEditOfATablesFirstRowChangesWhatIsEmbeddedOfAllItsChunks() {
    String rows =
        IntStream.range(0, 60)
            .mapToObj("| team number %d of the list | channel of it |\n"::formatted)
            .collect(Collectors.joining());
    List<Chunk> before = Cutting.cut("| Team | Channel |\n|---|---|\n" + rows);
    List<Chunk> after = Cutting.cut("| Team | Room |\n|---|---|\n" + rows);
    assertThat(before.getLast().text()).isEqualTo(after.getLast().text());
    assertThat(before.getLast().fingerprint()).isNotEqualTo(after.getLast().fingerprint());
  }

  @Test
  void aShortSectionIsOneChunkWithItsHeading() {
    List<Chunk> chunks =
        Cutting.cut("# Leave\n\nTell the team.\n\n- Write a note.\n\n## Sick\n\nRest.\n");
    assertThat(chunks)
        .extracting(Chunk::text)
        .containsExactly("# Leave\n\nTell the team.\n\n- Write a note.", "## Sick\n\nRest.");
    assertThat(chunks)
        .extracting(Chunk::headings)
        .containsExactly(List.of("Leave"), List.of("Leave", "Sick"));
  }

  @Test
  void headingsWithNothingUnderThemOpenTheSectionThatFollows() {
    List<Chunk> chunks = Cutting.cut("# Handbook\n\n## Leave\n\nTell the team.\n\n# Appendix\n");
    assertThat(chunks)
        .extracting(Chunk::text)
        .containsExactly("# Handbook\n\n## Leave\n\nTell the team.", "# Appendix");
    assertThat(chunks.getFirst().headings()).containsExactly("Handbook", "Leave");
  }

  @Test
  void textBeforeTheFirstHeadingIsAChunkOfItsOwn() {
    List<Chunk> chunks = Cutting.cut("Read this first.\n\n# Leave\n\nTell the team.\n");
    assertThat(chunks.getFirst().text()).isEqualTo("Read this first.");
    assertThat(chunks.getFirst().headings()).isEmpty();
  }

  @Test
  void aHeadingIsNeverLeftAlone() {
    for (int words = 200; words < 260; words++) {
      String paragraph =
          IntStream.range(0, words).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
      assertThat(Cutting.cut("# Heading\n\n" + paragraph + "\n"))
          .allMatch(chunk -> !chunk.text().equals("# Heading"));
    }
  }

  @Test
  void aLongParagraphIsPartedBetweenSentences() {
    String sentence = "The deployment of service %d takes about ten minutes on a quiet day. ";
    String paragraph =
        IntStream.range(0, 60).mapToObj(sentence::formatted).collect(Collectors.joining());
    assertThat(Cutting.cut(paragraph))
        .hasSizeGreaterThan(2)
        .allMatch(chunk -> chunk.text().startsWith("The deployment"))
        .allMatch(chunk -> chunk.text().endsWith("day."));
  }

  @Test
  void aLongChineseParagraphIsPartedAfterSentenceMarks() {
    String paragraph =
        IntStream.range(0, 40)
            .mapToObj(i -> "第" + i + "步先备份数据库，再停止服务" + "。！？；".charAt(i % 4))
            .collect(Collectors.joining());
    List<Chunk> chunks = Cutting.cut(paragraph);
    assertThat(chunks)
        .hasSizeGreaterThan(2)
        .allMatch(chunk -> chunk.text().startsWith("第"))
        .allMatch(chunk -> chunk.text().matches("(?s).*[。！？；]"))
        .allMatch(chunk -> chunk.language() == Language.CHINESE);
  }

  @Test
  void aSentenceThatIsTooLongIsPartedAfterAComma() {
    String clause = "clause number %d goes on for a little while without coming to an end";
    String sentence =
        IntStream.range(0, 40).mapToObj(clause::formatted).collect(Collectors.joining(", "));
    assertThat(Cutting.cut(sentence + "."))
        .hasSizeGreaterThan(1)
        .allMatch(chunk -> chunk.text().startsWith("clause number"));
  }

  @Test
  void codeIsPartedAtEmptyLinesAndKeepsItsIndentation() {
    String step =
        "if ready %d\n  then restart the service and wait\n  else page whoever is on call\n";
    String code =
        IntStream.range(0, 40).mapToObj(step::formatted).collect(Collectors.joining("\n"));
    List<Chunk> chunks = Cutting.cut("```sh\n" + code + "```\n");
    assertThat(chunks).hasSizeGreaterThan(1);
    assertThat(chunks.subList(1, chunks.size()))
        .allMatch(chunk -> chunk.text().startsWith("if ready"))
        .allMatch(chunk -> chunk.text().contains("\n  then restart"));
  }

  @Test
  void fencesStayWithTheirCode() {
    String line = "restart --service number%d --wait --tell the people on call";
    for (int lines = 1; lines < 120; lines++) {
      String code =
          IntStream.range(0, lines).mapToObj(line::formatted).collect(Collectors.joining("\n"));
      assertThat(Cutting.cut("```sh\n" + code + "\n```\n\nThen wait for a while.\n"))
          .noneMatch(chunk -> chunk.text().startsWith("```\n") || chunk.text().equals("```"))
          .noneMatch(chunk -> chunk.text().endsWith("```sh"));
    }
  }

  @Test
  void aTableIsPartedBetweenRows() {
    String rows =
        IntStream.range(0, 100)
            .mapToObj(i -> "| service %d | owned by the platform team |\n".formatted(i))
            .collect(Collectors.joining());
    assertThat(Cutting.cut("| service | owner |\n|---|---|\n" + rows))
        .hasSizeGreaterThan(2)
        .allMatch(chunk -> chunk.text().startsWith("| service"))
        .allMatch(chunk -> chunk.text().endsWith("team |"));
  }

  @Test
  void aTableOfAHundredThousandEqualRowsIsCutLikeAnyOther() {
    String csv = "when,what\n" + "2025-01-01,nothing happened\n".repeat(100_000);
    List<Chunk> chunks = Cutting.cut(RandomDocument.parse("log.csv", csv));
    assertThat(Cutting.fingerprints(chunks)).hasSizeLessThan(20);
    Chunk last = chunks.getLast();
    assertThat(Anchor.locate(last.anchors(), last.end() - 1)).contains(new Place.Line(100_001));
  }

  @Test
  void anEmptyDocumentHasNoChunks() {
    Document empty =
        new Document(
            java.util.Optional.empty(),
            java.util.Optional.empty(),
            java.util.Optional.empty(),
            "",
            List.of(),
            List.of(),
            List.of());
    assertThat(Cutting.cut(empty)).isEmpty();
  }

  private static boolean halvesACharacter(String text) {
    return Character.isLowSurrogate(text.charAt(0))
        || Character.isHighSurrogate(text.charAt(text.length() - 1));
  }

  private static String all(List<Chunk> chunks) {
    return chunks.stream().map(Chunk::text).collect(Collectors.joining("\n"));
  }
}
