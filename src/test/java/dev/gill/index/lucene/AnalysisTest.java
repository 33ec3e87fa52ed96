package dev.gill.index.lucene;

import static dev.gill.model.Language.CHINESE;
import static dev.gill.model.Language.ENGLISH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalysisTest {
  private static Set<String> english(String text) {
    return Analysis.INSTANCE.terms(ENGLISH, text);
  }

  private static Set<String> chinese(String text) {
    return Analysis.INSTANCE.terms(CHINESE, text);
  }

  @ParameterizedTest
  @CsvSource({
    "connections, connection",
    "Restoring, restored",
    "the server's, server",
    "the teams’ servers’, team server",
    "TIDB, tidb",
    "keeps, kept",
    "who leads the tour, who led the tour",
    "writing, written",
    "analyses, analysis",
    "people, persons"
  })
  void formsOfAnEnglishWordAreOneTerm(String one, String other) {
    assertThat(english(one)).isEqualTo(english(other));
  }

  @Test
  void namesAreTermsWholeAndByTheirParts() {
    assertThat(english("max_connections")).contains("max_connect", "max", "connect");
    assertThat(english("config.yaml")).contains("config.yaml", "config", "yaml");
    assertThat(english("tidb-server")).containsExactly("tidb", "server");
    assertThat(english("v8.5.1")).contains("v8.5.1");
    assertThat(chinese("设置 max_connections")).contains("max_connections", "max", "connections");
  }

  @Test
  void chineseIsTakenByCharactersAndPairs() {
    assertThat(chinese("数据库")).containsExactlyInAnyOrder("数", "据", "库", "数据", "据库");
    assertThat(chinese("库")).containsExactly("库");
    assertThat(chinese("数，据")).containsExactly("数", "据");
  }

  @ParameterizedTest
  @CsvSource({"資料庫備份, 资料库备份", "數據庫恢復, 数据库恢复", "後面, 后面", "裡面, 里面"})
  void traditionalAndSimplifiedAreOne(String traditional, String simplified) {
    assertThat(chinese(traditional)).isEqualTo(chinese(simplified));
  }

  @Test
  void widthAndCaseAreFolded() {
    assertThat(chinese("ＴｉＤＢ 数据")).isEqualTo(chinese("TiDB 数据"));
    assertThat(chinese("TiDB数据库")).contains("tidb", "数据");
  }

  @Test
  void stopWordsAreNoTermsInEitherLanguage() {
    assertThat(english("It is not the one of them")).containsExactly("on", "them");
    assertThat(chinese("the 鱼 of")).containsExactly("鱼");
  }

  @Test
  void oddCharactersDoNoHarm() {
    assertThat(english("🐟 \ud83d \u0000 é")).contains("é");
    assertThat(chinese("𠮷野家 \ud83d 🐟")).contains("𠮷", "𠮷野");
  }
}
