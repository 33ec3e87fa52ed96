package dev.gill.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dictionary that ships. */
class DictionaryTest {
  private static final Translator DICTIONARY = Dictionary.open(Path.of("models"));

  private static List<String> first(String text, Language to) {
    return DICTIONARY.renderings(text, to).stream().map(List::getFirst).toList();
  }

  private static List<String> all(String text, Language to) {
    return DICTIONARY.renderings(text, to).stream().flatMap(List::stream).toList();
  }

  @Test
  void chineseIsPartedIntoItsWords() {
    assertThat(first("数据库备份保留多久？", Language.ENGLISH))
        .containsExactly("database", "backup", "keep", "how long");
  }

  @Test
  void traditionalCharactersAreReadAsSimplifiedOnes() {
    assertThat(DICTIONARY.renderings("資料庫備份", Language.ENGLISH))
        .isEqualTo(DICTIONARY.renderings("资料库备份", Language.ENGLISH))
        .hasSize(2);
  }

  @Test
  void namesStayAsTheyAre() {
    assertThat(first("k8s 的 pod 一直 pending 怎么排查", Language.ENGLISH))
        .contains("k8s", "pod", "pending");
    assertThat(all("how do I restart k8s?", Language.CHINESE)).contains("k8s", "重启");
  }

  @Test
  void wordsThatAskNameNothing() {
    assertThat(first("这个是什么？", Language.ENGLISH)).isEmpty();
    assertThat(first("What is this and how does it do that?", Language.CHINESE)).isEmpty();
  }

  @Test
  void englishWordsAreFoundInflectedOrNot() {
    for (String question :
        List.of("restart the database", "restarting databases", "databases restarted")) {
      assertThat(all(question, Language.CHINESE)).contains("重启", "数据库");
    }
  }

  @Test
  void aPhraseThatTheDictionaryHasIsOneWord() {
    assertThat(DICTIONARY.renderings("virtual machine", Language.CHINESE))
        .singleElement()
        .satisfies(renderings -> assertThat(renderings).contains("虚拟机"));
  }

  @Test
  void aWordThatIsNotThereMayBeANameInTheDocuments() {
    assertThat(all("quarkusify", Language.CHINESE)).containsExactly("quarkusify");
  }

  @Test
  void withoutTheFilesNothingIsTranslated(@TempDir Path models) {
    assertThat(Dictionary.open(models).renderings("备份", Language.ENGLISH)).isEmpty();
  }

  @Test
  void aBrokenFileIsNamed(@TempDir Path models) throws IOException {
    Path folder = Files.createDirectory(models.resolve("cc-cedict"));
    Path broken = Files.writeString(folder.resolve("en-zh.tsv.gz"), "no gzip");
    assertThatThrownBy(() -> Dictionary.open(models))
        .hasMessageContaining("The dictionary %s cannot be read".formatted(broken))
        .hasMessageContaining("put the file of this release there again");
  }
}
