package dev.gill.index;

import static dev.gill.index.Samples.ANYONE;
import static dev.gill.index.Samples.EVERYONE;
import static dev.gill.index.Samples.WIKI;
import static dev.gill.index.Samples.embedded;
import static dev.gill.index.Samples.groups;
import static dev.gill.index.Samples.id;
import static dev.gill.index.Samples.member;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Audience;
import dev.gill.model.Chunk;
import dev.gill.model.Origin;
import dev.gill.model.Reader;
import dev.gill.model.Restriction;
import dev.gill.model.Scopes;
import dev.gill.model.SourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Documents are found by when they were written, and by what they and their sections are called.
 */
interface HeadsContract extends WithEngine {
  private static DocWrite page(
      String key, String title, int day, Audience audience, List<List<String>> paths) {
    Origin origin =
        new Origin("", title, "", Instant.parse("2026-03-%02dT08:00:00Z".formatted(day)));
    DocHead head = new DocHead(id(key), "r1", origin, Scopes.of(id(key), audience), "any");
    List<Embedded> chunks = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (List<String> path : paths) {
      String paragraph = "Paragraph %d of %s.".formatted(chunks.size(), title);
      chunks.add(embedded(Chunk.of(text.length(), paragraph, path, List.of())));
      text.append(paragraph).append("\n\n");
    }
    return new DocWrite(head, text.toString().strip(), chunks);
  }

  private static List<List<String>> paths(String... last) {
    List<List<String>> paths = new ArrayList<>();
    for (String heading : last) {
      paths.add(List.of(heading));
    }
    return paths;
  }

  private void fill() {
    commit(
        Changes.write(
            page(
                "restore",
                "Restoring the database",
                3,
                EVERYONE,
                paths("Before you", "Before you", "Steps")),
            page("leave", "请假与年假", 9, EVERYONE, paths("怎么申请")),
            page("pay", "Salary bands", 12, groups("board"), paths("Raises")),
            page("old", "Printers", 1, EVERYONE, paths("Paper"))));
  }

  @Test
  default void aLongListIsReadPageByPage() {
    fill();
    // Bytes of UTF-8 put the face after the tilde, and Java's texts before it.
    commit(
        Changes.write(
            page("～", "Tilde", 2, EVERYONE, paths("One")),
            page("😀", "Face", 2, EVERYONE, paths("One"))));
    assertThat(documents(ANYONE, Optional.empty(), 9))
        .containsExactly("leave", "old", "restore", "～", "😀");
    assertThat(documents(ANYONE, Optional.empty(), 2)).containsExactly("leave", "old");
    assertThat(documents(ANYONE, Optional.of(id("old")), 2)).containsExactly("restore", "～");
    assertThat(documents(ANYONE, Optional.of(id("～")), 2)).containsExactly("😀");
    assertThat(documents(ANYONE, Optional.of(id("😀")), 2)).isEmpty();
    assertThat(documents(member("board"), Optional.of(id("nothing there")), 2))
        .containsExactly("old", "pay");
    assertThat(
            documents(
                new Filter(Reader.anyone(), Set.of(new SourceId("chat"))), Optional.empty(), 2))
        .isEmpty();
    commit(Changes.of(WIKI).delete(id("old")));
    assertThat(documents(ANYONE, Optional.of(id("old")), 1))
        .as("after one that is gone")
        .containsExactly("restore");
  }

  @Test
  default void theExtentIsOfWhatTheReaderMayRead() {
    fill();
    assertThat(extent(Filter.of(Reader.anyone()))).isEqualTo(new Extent(3, 5));
    assertThat(extent(Filter.of(Reader.member("board")))).isEqualTo(new Extent(4, 6));
    assertThat(extent(new Filter(Reader.member("board"), Set.of(new SourceId("chat")))))
        .isEqualTo(new Extent(0, 0));
    commit(Changes.of(WIKI).delete(id("old")));
    assertThat(extent(Filter.of(Reader.anyone()))).isEqualTo(new Extent(2, 4));
  }

  @Test
  default void theLatestAreThoseWrittenLastThatTheReaderMayRead() {
    fill();
    assertThat(latest(ANYONE, 2)).containsExactly("leave", "restore");
    assertThat(latest(member("board"), 9)).containsExactly("pay", "leave", "restore", "old");
    assertThat(latest(ANYONE, 0)).isEmpty();
    Instant day = Instant.parse("2026-03-03T08:00:00Z");
    assertThat(latest(dated(Optional.empty(), Optional.of(day)), 9)).containsExactly("old");
    assertThat(latest(dated(Optional.of(day), Optional.empty()), 9))
        .containsExactly("leave", "restore");
    assertThat(latest(new Filter(Reader.anyone(), Set.of(new SourceId("chat"))), 9)).isEmpty();
    assertThat(latest(new Filter(Reader.anyone(), Set.of(WIKI)), 1)).containsExactly("leave");
  }

  private static Filter dated(Optional<Instant> from, Optional<Instant> before) {
    return new Filter(Reader.anyone(), new Restriction(Set.of(), from, before));
  }

  private List<String> typed(String text, Filter filter) {
    return sections(text, filter, 9).stream()
        .map(section -> section.head().id().key() + section.headings())
        .toList();
  }

  @Test
  default void aTitleOrHeadingIsFoundByItsFirstLettersWhereItBegins() {
    fill();
    for (String text : List.of("r", "restoring", "Restoring the data", "DATABASE rest", "before")) {
      assertThat(typed(text, ANYONE)).as(text).containsExactly("restore[Before you]");
    }
    assertThat(typed("ste", ANYONE)).containsExactly("restore[Steps]");
    assertThat(typed("请假", ANYONE)).containsExactly("leave[怎么申请]");
    assertThat(typed("申", ANYONE)).containsExactly("leave[怎么申请]");
    for (String text : List.of("", "  ", "?!", "storing", "restoring printers", "paragraph")) {
      assertThat(typed(text, ANYONE)).as(text).isEmpty();
    }
  }

  @Test
  default void whoMayNotReadADocumentIsNotToldItsTitle() {
    fill();
    assertThat(typed("salary", ANYONE)).isEmpty();
    assertThat(typed("rais", ANYONE)).isEmpty();
    assertThat(typed("sal", member("board"))).containsExactly("pay[Raises]");
    assertThat(typed("print", new Filter(Reader.anyone(), Set.of(new SourceId("chat"))))).isEmpty();
  }
}
