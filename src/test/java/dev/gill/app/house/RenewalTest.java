package dev.gill.app.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gill.model.Check;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.Space;
import dev.gill.sync.Rebuilding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Another model: the index in use goes on until one of that model is in step beside it. */
@Tag("slow")
@Timeout(120)
class RenewalTest {
  private static final int PAGES = 200;

  @TempDir private Path folder;
  private Team team;

  @BeforeEach
  void aTeamWithAnIndexOfTheOldModels() throws Exception {
    team = new Team(folder);
    team.writeMany(PAGES);
    team.write("leave.md", "# 请假\n\n请假需要提前五个工作日申请。\n");
    try (House house = team.open(Team.model("old"), Team.model("zh"))) {
      house.breathing().breatheOnce();
      assertThat(house.monitor().rebuilding()).isEmpty();
    }
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(5));
  }

  private static Rebuilding rebuilding(House house) {
    return house.monitor().rebuilding().orElseThrow();
  }

  private static void awaitSwap(House house) {
    soon().until(() -> house.monitor().rebuilding().isEmpty());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(team.data())) {
      return all.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  private static void seen(House house, String question, String text) {
    soon().until(() -> Team.found(house, question).stream().anyMatch(t -> t.contains(text)));
  }

  @Test
  void answersKeepComingAndEditsAreSeenBeforeAndAfterTheSwap() throws Exception {
    team.keep("old");
    GatedEmbedder english = Team.model("new").closedAfter(20);
    GatedEmbedder chinese = Team.model("zh");
    try (House house = team.open(english, chinese);
        Asking asking = new Asking(house)) {
      house.start(breath -> {});
      soon().until(() -> english.passages() >= 18);
      assertThat(rebuilding(house).why()).contains("built with old and zh", "with new and zh now");
      assertThat(rebuilding(house).waiting()).isEmpty();
      assertThat(rebuilding(house).ofAbout()).isEqualTo(PAGES + 1);

      team.write("page003.md", "subject003", "has moved to the cellar");
      seen(house, "Where is subject003?", "cellar");
      team.write("fresh.md", "parrot", "sits in the kitchen");
      seen(house, "Where is the parrot?", "kitchen");
      assertThat(house.monitor().rebuilding()).isPresent();
      assertThat(team.spaces()).contains(new Space("old", 48));

      english.open();
      awaitSwap(house);
      assertThat(Team.found(house, "Where is subject003?"))
          .anyMatch(text -> text.contains("cellar"));
      assertThat(Team.found(house, "Where is the parrot?"))
          .anyMatch(text -> text.contains("kitchen"));
      assertThat(team.differences(house)).isEmpty();
      assertThat(team.spaces()).containsOnly(new Space("new", 48), new Space("zh", 48));
      assertThat(chinese.passages()).as("the vectors of its model are taken over").isZero();

      team.write("page004.md", "subject004", "has moved to the attic");
      seen(house, "Where is subject004?", "attic");
      asking.stop();
      assertThat(asking.troubles).isEmpty();
      soon().untilAsserted(() -> assertThat(names()).containsExactly("index-2", "index.current"));
      assertThat(house.engine().check()).isEqualTo(new Check.Ok());
    }
    GatedEmbedder again = Team.model("new");
    try (House house = team.open(again, Team.model("zh"))) {
      assertThat(house.foundIndex()).isTrue();
      assertThat(house.monitor().rebuilding()).isEmpty();
      house.breathing().breatheOnce();
      assertThat(again.passages()).isZero();
      assertThat(team.differences(house)).isEmpty();
    }
  }

  @Test
  void withoutTheFormerModelWordsAnswer() throws Exception {
    GatedEmbedder english = Team.model("new").closedAfter(0);
    try (House house = team.open(english, Team.model("zh"));
        Asking asking = new Asking(house)) {
      house.start(breath -> {});
      soon().until(() -> house.monitor().rebuilding().isPresent());
      assertThat(rebuilding(house).why()).contains("former model for en is gone", "by words");
      assertThat(Team.found(house, "Where is subject017?"))
          .anyMatch(text -> text.contains("shelf 17"));
      assertThat(Team.found(house, "请假需要提前多久？").getFirst()).contains("五个工作日");
      team.write("page005.md", "subject005", "has moved to the cellar");
      seen(house, "Where is subject005?", "cellar");
      assertThat(house.monitor().rebuilding()).isPresent();

      english.open();
      awaitSwap(house);
      assertThat(Team.found(house, "Where is subject005?"))
          .anyMatch(text -> text.contains("cellar"));
      assertThat(team.differences(house)).isEmpty();
      asking.stop();
      assertThat(asking.troubles).isEmpty();
    }
  }

  @Test
  void whatWasFilledBeforeAStopIsGoneOnWith() throws Exception {
    team.keep("old");
    GatedEmbedder first = Team.model("new").closedAfter(150);
    try (House house = team.open(first, Team.model("zh"))) {
      house.start(breath -> {});
      soon().until(() -> first.passages() >= 148 && rebuilding(house).documents() > 100);
    }
    assertThat(names()).containsExactly("index", "index-2");
    GatedEmbedder second = Team.model("new");
    try (House house = team.open(second, Team.model("zh"))) {
      assertThat(Team.found(house, "Where is subject017?"))
          .anyMatch(text -> text.contains("shelf 17"));
      house.start(breath -> {});
      awaitSwap(house);
      assertThat(second.passages()).isLessThanOrEqualTo(PAGES - 100);
      assertThat(team.differences(house)).isEmpty();
    }
  }

  @Test
  void aKillBetweenTheLastCommitAndTheSwapCostsNothing() throws Exception {
    team.keep("old");
    Path former = folder.resolve("former");
    House.engines().backUp(team.data().resolve("index"), former);
    try (House house = team.open(Team.model("new"), Team.model("zh"))) {
      house.start(breath -> {});
      awaitSwap(house);
    }
    Files.delete(team.data().resolve("index.current"));
    House.engines().restore(former, team.data().resolve("index"));
    GatedEmbedder again = Team.model("new");
    try (House house = team.open(again, Team.model("zh"))) {
      assertThat(team.spaces()).contains(new Space("old", 48));
      assertThat(Team.found(house, "Where is subject017?"))
          .anyMatch(text -> text.contains("shelf 17"));
      house.start(breath -> {});
      awaitSwap(house);
      assertThat(again.passages()).isZero();
      assertThat(team.spaces()).contains(new Space("new", 48));
    }
  }

  @Test
  void aKillWhileTheFormerIndexIsDeletedLeavesTheNewOne() throws Exception {
    team.keep("old");
    Path former = folder.resolve("former");
    House.engines().backUp(team.data().resolve("index"), former);
    try (House house = team.open(Team.model("new"), Team.model("zh"))) {
      house.start(breath -> {});
      awaitSwap(house);
    }
    House.engines().restore(former, team.data().resolve("index"));
    try (Stream<Path> files = Files.list(team.data().resolve("index"))) {
      Files.delete(files.sorted().findFirst().orElseThrow());
    }
    try (House house = team.open(Team.model("new"), Team.model("zh"))) {
      assertThat(names()).containsExactly("index-2", "index.current");
      assertThat(Team.found(house, "Where is subject017?"))
          .anyMatch(text -> text.contains("shelf 17"));
    }
  }

  @Test
  void aHalfFilledIndexThatIsDamagedIsBegunAgain() throws Exception {
    team.keep("old");
    Path next = Files.createDirectories(team.data().resolve("index-2"));
    Files.writeString(next.resolve("segments_1"), "nonsense");
    try (House house = team.open(Team.model("new"), Team.model("zh"))) {
      house.start(breath -> {});
      awaitSwap(house);
      assertThat(team.differences(house)).isEmpty();
    }
  }

  @Test
  void anIndexOfAnotherLayoutMakesWayAndIsNotDeleted() throws Exception {
    Path index = team.data().resolve("index");
    IndexFolders.delete(index);
    try (var directory = FSDirectory.open(index);
        var writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.addDocument(new Document());
      writer.setLiveCommitData(Map.of("gill.layout", "2").entrySet());
      writer.commit();
    }
    try (House house = team.open(Team.model("old"), Team.model("zh"))) {
      assertThat(house.foundIndex()).isFalse();
      assertThat(rebuilding(house).why())
          .contains("had a layout that this Gill does not read", "built from the sources");
      house.breathing().breatheOnce();
      assertThat(house.monitor().rebuilding()).isEmpty();
      assertThat(team.differences(house)).isEmpty();
    }
    assertThat(names()).hasSize(2).first().isEqualTo("index");
    assertThat(names().getLast()).startsWith("index.unread-");
  }

  @Test
  void theFormerModelsAgainEndIt() throws Exception {
    GatedEmbedder english = Team.model("new").closedAfter(20);
    try (House house = team.open(english, Team.model("zh"))) {
      house.start(breath -> {});
      soon().until(() -> english.passages() >= 18);
    }
    GatedEmbedder old = Team.model("old");
    try (House house = team.open(old, Team.model("zh"))) {
      assertThat(house.monitor().rebuilding()).isEmpty();
      assertThat(names()).containsExactly("index");
      house.breathing().breatheOnce();
      assertThat(old.passages()).isZero();
      assertThat(team.differences(house)).isEmpty();
    }
  }

  @Test
  void withoutRoomOnTheDiskTheFormerIndexGoesOn() throws Exception {
    team.keep("old");
    team.room(10);
    try (House house = team.open(Team.model("new"), Team.model("zh"))) {
      house.start(breath -> {});
      soon().until(() -> rebuilding(house).waiting().isPresent());
      assertThat(rebuilding(house).waiting().get()).contains("MB", "make room");
      assertThat(names()).containsExactly("index");
      team.write("page005.md", "subject005", "has moved to the cellar");
      seen(house, "Where is subject005?", "cellar");
    }
  }

  /** Somebody who asks all the time. */
  private static final class Asking implements AutoCloseable {
    private final Queue<String> troubles = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Thread thread;

    Asking(House house) {
      this.thread = Thread.ofPlatform().start(() -> ask(house));
    }

    private void ask(House house) {
      for (int i = 0; !stopped.get(); i = (i + 7) % PAGES) {
        String question = "Where is subject%03d kept?".formatted(i);
        try {
          house.answerer().answer(new Question(question, Reader.anyone()));
          if (Team.found(house, question).isEmpty()) {
            troubles.add(question + " finds nothing");
          }
        } catch (InterruptedException | RuntimeException e) {
          troubles.add(question + " fails: " + e);
        }
      }
    }

    void stop() {
      stopped.set(true);
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() {
      stop();
    }
  }
}
