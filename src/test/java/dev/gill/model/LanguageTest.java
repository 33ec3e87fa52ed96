package dev.gill.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
  @ParameterizedTest
  @CsvSource({
    "ENGLISH, How do I restore the database?",
    "ENGLISH, ''",
    "ENGLISH, 42 + 7 = 49",
    "ENGLISH, Wie stelle ich die Datenbank wieder her?",
    "ENGLISH, The word 汉 is Chinese but this sentence is not",
    "CHINESE, 怎么恢复数据库",
    "CHINESE, Redis 连接超时怎么办",
    "CHINESE, 在 Kubernetes 集群中使用 TiDB Operator 部署 TiFlash 节点",
    "CHINESE, 資料庫如何還原",
    "CHINESE, 𠮷野家",
  })
  void isToldFromTheScript(Language expected, String text) {
    assertThat(Language.of(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"ENGLISH, en", "CHINESE, zh"})
  void hasAnIsoCode(Language language, String code) {
    assertThat(language.code()).isEqualTo(code);
  }
}
