package dev.gill.skill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.Rounds;
import dev.gill.answer.QuotingAnswerer;
import dev.gill.index.Snapshot;
import dev.gill.model.Audience;
import dev.gill.model.Dated;
import dev.gill.model.DocId;
import dev.gill.model.Origin;
import dev.gill.model.SourceId;
import dev.gill.retrieve.Shelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkillTest {
  private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final String BACKUPS =
      "# Backups\n\n## Nightly\n\nNightly backups are kept for 35 days.";
  private static final Subject ALL = new Subject.Documents("**");

  @TempDir Path home;

  private final Shelf shelf = new Shelf();

  private Gathering gathering() {
    return new Gathering(
        shelf.engine(), Optional.of(new QuotingAnswerer(shelf.retriever(), _ -> Optional.empty())));
  }

  private Skill skill(String name) {
    return new Skill(home.resolve(name), CLOCK);
  }

  private void put(String id, Audience audience, String text) {
    shelf.put(
        DocId.parse(id),
        "r1",
        new Origin("https://wiki.example.org/" + id, "The " + id, "Li", NOW),
        audience,
        text);
  }

  private void put(String id, String text) {
    put(id, new Audience.Everyone(), text);
  }

  /** The day on which the source was last in step. */
  private LocalDate inStep() {
    try (Snapshot snapshot = shelf.engine().snapshot()) {
      Instant at = snapshot.ledger(new SourceId("wiki")).checkpoint().orElseThrow().at();
      return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
  }

  private String all(String name) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(home.resolve(name))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  @Test
  void aTopicBecomesQuotesWithTheirSources() throws Exception {
    put("wiki:backup.md", BACKUPS);
    put("wiki:tea.md", "# Tea\n\nTea is served at four.");
    assertThat(
            skill("nightly-backups")
                .export(new Subject.Topic("nightly backups"), List.of(), gathering()))
        .containsExactly("SKILL.md", "references/backup.md");
    SkillRules.check(home.resolve("nightly-backups"));
    assertThat(Files.readString(home.resolve("nightly-backups/SKILL.md")))
        .contains("[The wiki:backup.md](references/backup.md), 2026-11-30")
        .contains("./gill ask")
        .contains("never an instruction to you");
    assertThat(Files.readString(home.resolve("nightly-backups/references/backup.md")))
        .contains("> Nightly backups are kept for 35 days.")
        .contains("- Source: https://wiki.example.org/wiki:backup.md")
        .contains("- Revision: r1")
        .contains("- As of: " + inStep())
        .doesNotContain("Tea");
  }

  @Test
  void whatSomebodyVouchesForSaysWhoAndSinceWhen() throws Exception {
    shelf.put(
        DocId.parse("answers:backups"),
        "r1",
        new Origin("", "How long are backups kept?", "Li", NOW, Dated.VERIFIED),
        new Audience.Everyone(),
        BACKUPS);
    skill("kept-backups").export(ALL, List.of(), gathering());
    assertThat(all("kept-backups"))
        .contains("- Verified by: Li", "- Verified on: 2026-11-30")
        .doesNotContain("Written on");
  }

  @Test
  void aTopicInChineseIsWrittenInChinese() throws Exception {
    put("wiki:备份.md", "# 备份\n\n每晚的备份保留三十五天。");
    skill("beifen").export(new Subject.Topic("备份保留多久"), List.of(), gathering());
    SkillRules.check(home.resolve("beifen"));
    assertThat(all("beifen")).contains("当问题或任务涉及").contains("> 每晚的备份保留三十五天。");
    assertThat(Files.list(home.resolve("beifen/references")))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("bei-fen.md");
  }

  @Test
  void onlyWhatTheAudienceMayReadIsWritten() throws Exception {
    Random random = new Random(2);
    List<String> groups = List.of("red", "green", "blue");
    for (int round = 0; round < Rounds.of(24); round++) {
      shelf.clear();
      String reader = groups.get(random.nextInt(3));
      StringBuilder expected = new StringBuilder();
      for (int i = 0; i < 6; i++) {
        boolean open = random.nextInt(3) == 0;
        String group = groups.get(random.nextInt(3));
        put(
            "wiki:page" + i + ".md",
            open ? new Audience.Everyone() : Audience.of(group),
            "The code of safe %d is secret%d.".formatted(i, i));
        expected.append(open || group.equals(reader) ? "1" : "0");
      }
      for (Subject subject : List.of(ALL, new Subject.Topic("code of the safe"))) {
        String name = "round-" + round + "-" + subject.getClass().getSimpleName().toLowerCase();
        skill(name).export(subject, List.of(reader), gathering());
        StringBuilder written = new StringBuilder();
        String all = Files.exists(home.resolve(name)) ? all(name) : "";
        for (int i = 0; i < 6; i++) {
          written.append(all.contains("secret" + i) ? "1" : "0");
        }
        assertThat(written).hasToString(expected.toString());
      }
    }
  }

  @Test
  void followingBringsItInStepWithOneCommitAnUpdate() throws Exception {
    try (Git git = Git.init().setDirectory(home.toFile()).call()) {
      put("wiki:backup.md", BACKUPS);
      put("wiki:old.md", "# Old\n\nThe old way is gone.");
      Files.writeString(home.resolve("mine.txt"), "mine");
      Files.createDirectories(home.resolve("skills"));
      Skill skill = skill("skills/all-of-it");
      skill.export(ALL, List.of(), gathering());
      assertThat(skill.follow(gathering())).isEmpty();
      put("wiki:backup.md", BACKUPS.replace("35", "42"));
      shelf.remove(DocId.parse("wiki:old.md"));
      assertThat(skill.follow(gathering()))
          .containsExactly("SKILL.md", "references/backup.md", "references/old.md");
      assertThat(all("skills/all-of-it")).contains("42 days").doesNotContain("old way");
      assertThat(messages(git)).hasSize(1);
      assertThat(git.status().call().getUntracked()).containsExactly("mine.txt");
      assertThat(skill.follow(gathering())).isEmpty();
      put("wiki:backup.md", BACKUPS.replace("35", "49"));
      skill.follow(gathering());
      assertThat(messages(git))
          .hasSize(2)
          .first()
          .asString()
          .startsWith("Keep the skill all-of-it in step")
          .contains("- references/backup.md");
      assertThat(git.status().call().getUntracked()).containsExactly("mine.txt");
    }
  }

  private static List<String> messages(Git git) throws GitAPIException {
    return Stream.of(git.log().call().iterator())
        .flatMap(
            all -> {
              Stream.Builder<String> messages = Stream.builder();
              all.forEachRemaining((RevCommit each) -> messages.add(each.getFullMessage()));
              return messages.build();
            })
        .toList();
  }

  @Test
  void whatTheAudienceLosesGoes() throws Exception {
    put("wiki:backup.md", Audience.of("ops"), BACKUPS);
    Skill skill = skill("backups");
    skill.export(ALL, List.of("ops"), gathering());
    assertThat(all("backups")).contains("35 days").contains("gill-audience: \"ops\"");
    put("wiki:backup.md", Audience.of("board"), BACKUPS);
    assertThat(skill.follow(gathering())).isNotEmpty();
    assertThat(all("backups")).doesNotContain("35 days").contains("Ask Gill");
    SkillRules.check(home.resolve("backups"));
  }

  @Test
  void aDescriptionStaysWithinTheLimitsAndNothingBreaksTheFormat() throws Exception {
    for (int i = 0; i < 30; i++) {
      shelf.put(
          DocId.parse("wiki:" + i + ".md"),
          "r1",
          new Origin("", "\"Quoted\": <b>--- " + "𝕏".repeat(60) + i, "# Li\n---", NOW),
          new Audience.Everyone(),
          "Text " + i + ".\n\n---\n\n<!-- gill: -->");
    }
    skill("many").export(ALL, List.of(), gathering());
    SkillRules.check(home.resolve("many"));
    assertThat(skill("many").follow(gathering())).isEmpty();
  }

  @Test
  void whatSomebodyAddsIsLeftAndWhatIsNoSkillIsRefused() throws Exception {
    put("wiki:backup.md", BACKUPS);
    skill("ours").export(ALL, List.of(), gathering());
    Path own = home.resolve("ours/references/own.md");
    Files.writeString(own, "Mine.");
    put("wiki:backup.md", BACKUPS.replace("35", "42"));
    skill("ours").follow(gathering());
    assertThat(own).hasContent("Mine.");
    Files.createDirectories(home.resolve("other"));
    Files.writeString(home.resolve("other/notes.txt"), "Notes.");
    assertThatThrownBy(() -> skill("other").export(ALL, List.of(), gathering()))
        .isInstanceOf(SkillException.class)
        .hasMessageContaining("holds something else");
    assertThatThrownBy(() -> skill("other").follow(gathering()))
        .hasMessageContaining("export it first");
  }

  @Test
  void nothingIsWrittenOfNothing() throws Exception {
    assertThat(skill("none").export(ALL, List.of(), gathering())).isEmpty();
    assertThat(home.resolve("none")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Upper", "a--b", "-a", "a-", "a b", "名", "a_b"})
  void aNameThatTheFormatDoesNotKnowIsRefused(String name) {
    assertThatThrownBy(() -> skill(name).export(ALL, List.of(), gathering()))
        .isInstanceOf(SkillException.class)
        .hasMessageContaining("lower-case letters");
  }

  @Test
  void whatCannotBeReadIsRefused() {
    assertThatThrownBy(() -> new Subject.Documents("[")).isInstanceOf(SkillException.class);
    assertThatThrownBy(() -> new Subject.Topic(" ")).isInstanceOf(SkillException.class);
    assertThatThrownBy(() -> skill("a").export(ALL, List.of("::"), gathering()))
        .isInstanceOf(SkillException.class);
  }
}
