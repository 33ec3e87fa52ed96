package dev.gill.source.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  private static final Predicate<String> NOBODY = _ -> false;

  @TempDir Path folder;

  private Archive archive() {
    return archive(NOBODY);
  }

  private Archive archive(Predicate<String> optedOut) {
    return new Archive(folder, optedOut);
  }

  private static Post post(String id, String account, String text) {
    return new Post(
        id,
        account,
        account.toUpperCase(Locale.ROOT),
        Instant.parse("2026-03-02T10:15:00.123Z"),
        "https://chat.example.org/" + id,
        text,
        Optional.of("r" + id),
        Optional.of("t" + id),
        Set.of("noor"),
        true);
  }

  private static Kept room(String head, Post... posts) {
    Map<String, Post> all = new LinkedHashMap<>();
    Stream.of(posts).forEach(post -> all.put(post.id(), post));
    return new Kept(head, all);
  }

  private static void keep(Archive archive, String position, Map<String, Kept> rooms)
      throws Exception {
    archive.hold(
        () -> {
          archive.keep(
              rooms.entrySet().stream()
                  .collect(
                      Collectors.toMap(Map.Entry::getKey, each -> Optional.of(each.getValue()))),
              position);
          return true;
        });
  }

  private static Map<String, Kept> kept(Archive archive) throws Exception {
    return archive.hold(() -> Map.copyOf(archive.rooms()));
  }

  private String onDisk() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  private List<Path> roomFiles() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).toList();
    }
  }

  @Test
  void what_was_kept_is_there_after_a_restart_with_its_position() throws Exception {
    assertThat(archive().hold(() -> archive().position())).isEmpty();
    Kept ops = room("members=3", post("1", "li", "第一\n行"), post("2", "noor", "two"));
    keep(archive(), "s72", Map.of("ops", ops, "hr", room("")));

    Archive again = archive();

    assertThat(kept(again)).isEqualTo(Map.of("ops", ops, "hr", room("")));
    assertThat(again.position()).contains("s72");
  }

  @Test
  void more_messages_are_appended_and_anything_else_is_rewritten() throws Exception {
    Archive archive = archive();
    keep(archive, "1", Map.of("ops", room("a", post("1", "li", "one"))));
    Path file = roomFiles().getFirst();
    keep(archive, "2", Map.of("ops", room("b", post("1", "li", "one"), post("2", "li", "two"))));
    assertThat(roomFiles()).containsExactly(file);

    keep(archive, "3", Map.of("ops", room("b", post("1", "li", "mended"), post("2", "li", "two"))));

    assertThat(roomFiles()).hasSize(1).doesNotContain(file);
    assertThat(onDisk()).contains("mended").doesNotContain("one");
    assertThat(kept(archive())).isEqualTo(kept(archive));
  }

  @Test
  void an_edit_has_only_its_month_written_anew() throws Exception {
    Archive archive = archive();
    Post old = at("2025-11-30T08:00:00Z", post("1", "li", "one"));
    Post now = at("2026-03-02T08:00:00Z", post("2", "li", "two"));
    keep(archive, "1", Map.of("ops", room("a", old, now)));
    List<Path> files = roomFiles();
    assertThat(files).hasSize(2);

    Post edited = at("2026-03-02T08:00:00Z", post("2", "li", "mended"));
    keep(archive, "2", Map.of("ops", room("b", old, edited)));

    assertThat(roomFiles()).hasSize(2).containsAnyElementsOf(files);
    assertThat(onDisk()).contains("one", "mended").doesNotContain("two");
    assertThat(kept(archive())).isEqualTo(Map.of("ops", room("b", old, edited)));
  }

  private static Post at(String moment, Post post) {
    return new Post(
        post.id(),
        post.account(),
        "",
        Instant.parse(moment),
        "",
        post.text(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        false);
  }

  @Test
  void files_are_kept_with_their_message_and_go_with_its_author() throws Exception {
    Attached list =
        new Attached("F1", "list.md", "My list", "text/markdown", 7, 99, "https://l", "https://c");
    Post carrying =
        new Post(
            "1",
            "li",
            "Li",
            Instant.parse("2026-03-02T08:00:00Z"),
            "",
            "see",
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            false,
            List.of(list));
    keep(archive(), "1", Map.of("ops", room("", carrying)));

    assertThat(kept(archive()).get("ops").posts().get("1").files()).containsExactly(list);
    assertThat(kept(archive("li"::equals)).get("ops").posts().get("1").files()).isEmpty();
    assertThat(onDisk()).doesNotContain("My list");
  }

  @Test
  void a_room_that_goes_leaves_nothing_behind() throws Exception {
    Archive archive = archive();
    keep(archive, "1", Map.of("ops", room("", post("1", "li", "one"))));
    archive.hold(
        () -> {
          archive.keep(Map.of("ops", Optional.empty()), "2");
          return true;
        });

    assertThat(roomFiles()).isEmpty();
    assertThat(kept(archive())).isEmpty();
  }

  @Test
  void a_step_that_was_cut_short_never_happened() throws Exception {
    Archive archive = archive();
    keep(archive, "1", Map.of("ops", room("", post("1", "li", "one"))));
    Files.writeString(
        roomFiles().getFirst(), "{\"id\":\"2\",\"acc", StandardOpenOption.APPEND); // then the power

    Archive again = archive();
    assertThat(kept(again).get("ops").posts()).containsOnlyKeys("1");
    keep(again, "2", Map.of("ops", room("", post("1", "li", "one"), post("3", "li", "three"))));

    assertThat(kept(archive()).get("ops").posts()).containsOnlyKeys("1", "3");
  }

  @Test
  void a_damaged_archive_is_empty_and_can_be_filled_again() throws Exception {
    keep(archive(), "1", Map.of("ops", room("", post("1", "li", "one"))));
    Files.writeString(roomFiles().getFirst(), "no JSON\n");

    Archive again = archive();
    assertThat(kept(again)).isEmpty();
    assertThat(again.position()).isEmpty();
    keep(again, "2", Map.of("hr", room("", post("9", "li", "nine"))));
    assertThat(kept(archive())).containsOnlyKeys("hr");
    Files.writeString(folder.resolve("archive.json"), "{");
    assertThat(kept(archive())).isEmpty();
  }

  @Test
  void what_somebody_wrote_who_opted_out_is_never_on_the_disk() throws Exception {
    Archive archive = archive("li"::equals);
    keep(
        archive, "1", Map.of("ops", room("", post("1", "li", "hush"), post("2", "noor", "heard"))));

    assertThat(onDisk()).contains("heard").doesNotContain("hush").doesNotContain("LI");
    assertThat(kept(archive).get("ops").posts().get("1").text()).isEqualTo("[message left out]");
    assertThat(kept(archive("li"::equals))).isEqualTo(kept(archive));
  }

  @Test
  void opting_out_later_takes_it_from_the_disk_and_opting_in_leads_to_reading_anew()
      throws Exception {
    keep(archive(), "1", Map.of("ops", room("", post("1", "li", "别说出去"), post("2", "noor", "b"))));
    assertThat(onDisk()).contains("别说出去");

    Archive without = archive("li"::equals);
    assertThat(kept(without).get("ops").posts().get("1").text()).isEqualTo("［此消息未收录］");
    assertThat(onDisk()).doesNotContain("别说出去");
    assertThat(without.position()).contains("1");

    Archive again = archive();
    assertThat(kept(again)).isEmpty();
    assertThat(again.position()).isEmpty();
  }

  @Test
  void somebody_can_opt_out_while_it_is_open() throws Exception {
    Set<String> out = new HashSet<>();
    Archive archive = archive(out::contains);
    keep(archive, "1", Map.of("ops", room("", post("1", "li", "hush"), post("2", "noor", "b"))));
    out.add("li");

    assertThat(kept(archive).get("ops").posts().get("1").text()).isEqualTo("[message left out]");
    assertThat(onDisk()).doesNotContain("hush");
    out.clear();
    assertThat(kept(archive)).isEmpty();
  }

  @Test
  void archives_over_one_folder_take_turns_and_each_begins_with_what_the_last_kept()
      throws Exception {
    int writers = 4;
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (int i = 0; i < writers; i++) {
      Archive mine = archive();
      tasks.add(
          () -> {
            for (int step = 0; step < 20; step++) {
              mine.hold(() -> addOne(mine));
            }
            return true;
          });
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(writers)) {
      for (Future<Boolean> each : pool.invokeAll(tasks)) {
        assertThat(each.get()).isTrue();
      }
    }

    Archive last = archive();
    assertThat(kept(last).get("ops").posts()).hasSize(80);
    assertThat(last.position()).contains("80");
  }

  private static boolean addOne(Archive archive) throws SourceException, InterruptedException {
    Kept before = archive.rooms().getOrDefault("ops", room(""));
    Map<String, Post> posts = new LinkedHashMap<>(before.posts());
    String id = Integer.toString(posts.size() + 1);
    posts.put(id, post(id, "li", "text " + id));
    archive.keep(Map.of("ops", Optional.of(new Kept("", posts))), id);
    return true;
  }

  @Test
  void a_folder_that_cannot_be_written_is_an_error_that_says_what_to_do() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> new Archive(file, NOBODY).hold(() -> true))
        .isInstanceOf(SourceException.Broken.class)
        .hasMessageContaining("data folder");
  }

  @Test
  void nothing_is_kept_outside_of_a_step() {
    assertThatThrownBy(() -> archive().keep(Map.of(), "1"))
        .isInstanceOf(IllegalStateException.class);
  }
}
