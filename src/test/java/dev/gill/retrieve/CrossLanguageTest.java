package dev.gill.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.embed.Scorers;
import dev.gill.index.Samples;
import dev.gill.model.Audience;
import dev.gill.model.Language;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.translate.Dictionary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Questions in one language about documents in the other, with the dictionary that ships. */
class CrossLanguageTest {
  private static final String ENGLISH =
      "# Retention\n\nDatabase backups are kept for thirty days, then deleted.\n";
  private static final String CHINESE = "# 证书\n\n每个季度轮换一次测试环境的证书。\n";

  private final Shelf shelf = new Shelf();

  @AfterEach
  void close() {
    shelf.close();
  }

  private Evidence ask(String question, String... groups) throws InterruptedException {
    Aids aids = new Aids(Scorers.none(), Dictionary.open(Path.of("models")));
    return new Retriever(shelf.engine(), shelf.embedders(), aids)
        .retrieve(new Question(question, Reader.member(groups)), 5);
  }

  private String first(String question) throws InterruptedException {
    try (Evidence evidence = ask(question)) {
      return evidence.passages().getFirst().passage().doc().key();
    }
  }

  private Shelf fill() {
    shelf.put("wiki:lunch.md", "# Lunch\n\nThe kitchen opens at noon.\n");
    shelf.put("wiki:假期.md", "# 假期\n\n请提前两周申请假期。\n");
    return shelf;
  }

  @Test
  void aChineseQuestionFindsTheEnglishPage() throws InterruptedException {
    fill().put("wiki:retention.md", ENGLISH);
    assertThat(first("数据库备份保留多久？")).isEqualTo("retention.md");
    assertThat(first("資料庫備份保留多久？")).isEqualTo("retention.md");
  }

  @Test
  void anEnglishQuestionFindsTheChinesePage() throws InterruptedException {
    fill().put("wiki:证书.md", CHINESE);
    assertThat(first("how often do we rotate certificates for testing?")).isEqualTo("证书.md");
  }

  @Test
  void whatTheOwnLanguageAnswersIsNotLookedForAbroad() throws InterruptedException {
    fill().put("wiki:retention.md", ENGLISH).put("wiki:保留.md", "# 保留\n\n数据库备份保留三十天，然后删除。\n");
    assertThat(first("数据库备份保留多久？")).isEqualTo("保留.md");
    assertThat(first("For how many days are database backups kept before they are deleted?"))
        .isEqualTo("retention.md");
  }

  @Test
  void theEvidenceIsOfTheLanguageThatWasSearched() throws InterruptedException {
    fill().put("wiki:retention.md", ENGLISH);
    try (Evidence evidence = ask("数据库备份保留多久？")) {
      assertThat(evidence.language()).isEqualTo(Language.ENGLISH);
      assertThat(evidence.coverage("We keep a backup of the database.")).isGreaterThan(0.5);
      assertThat(evidence.coverage("数据库备份保留三十天")).isZero();
      assertThat(evidence.topCosine()).isPositive();
    }
  }

  @Test
  void nobodyIsShownAbroadWhatTheyMayNotRead() throws InterruptedException {
    Audience hr = Samples.groups("hr");
    fill().put("wiki:retention.md", ENGLISH, hr);
    try (Evidence stranger = ask("数据库备份保留多久？");
        Evidence member = ask("数据库备份保留多久？", "hr")) {
      assertThat(keys(stranger)).doesNotContain("retention.md");
      assertThat(keys(member)).startsWith("retention.md");
    }
  }

  private static List<String> keys(Evidence evidence) {
    return evidence.passages().stream().map(found -> found.passage().doc().key()).toList();
  }
}
