package dev.gill.lab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetFolderTest {
  private static final Path SETS = Path.of("src/test/resources/eval");

  private static Collection collection(String name) throws IOException {
    return (Collection) SetFolder.read(SETS.resolve(name)).getFirst();
  }

  @Test
  void readsDocumentsQuestionsAndJudgements() throws IOException {
    Collection tiny = collection("tiny");
    assertThat(tiny.language()).isEqualTo(Language.ENGLISH);
    assertThat(tiny.documents()).extracting(Collection.Item::id).startsWith("boiler", "cellar");
    assertThat(tiny.documents().getFirst().whole()).startsWith("Boiler\nThe boiler stands");
    assertThat(tiny.judged()).extracting(Collection.Query::id).containsExactly("q1", "q2", "q3");
    assertThat(tiny.unanswerable()).extracting(Collection.Query::id).containsExactly("q4");
    assertThat(tiny.judgements().get("q1")).containsEntry("boiler", 2).containsEntry("cellar", 1);
    assertThat(tiny.judgements().get("q2")).containsOnlyKeys("cellar");
  }

  @Test
  void readsTheSameGzipped() throws IOException {
    Collection zipped = collection("zipped");
    assertThat(zipped.documents()).isEqualTo(collection("tiny").documents());
    assertThat(zipped.queries()).isEqualTo(collection("tiny").queries());
  }

  @Test
  void readsPairsWithAndWithoutHeaderAndPassesOverGradesInWords() throws IOException {
    assertThat(SetFolder.read(SETS.resolve("pairs")))
        .extracting(EvalSet::name)
        .containsExactly("pairs/graded", "pairs/quoted");
    Pairs quoted = (Pairs) SetFolder.read(SETS.resolve("pairs")).getLast();
    assertThat(quoted.pairs())
        .containsExactly(
            new Pairs.Pair("A roof, tiled", "A \"slate\" roof", 0.5),
            new Pairs.Pair("One", "Two", 1));
  }

  @Test
  void aWrongFolderGetsOneSentence(@TempDir Path folder) throws IOException {
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> SetFolder.read(none))
        .isInstanceOf(EvalException.class)
        .hasMessageStartingWith("There is no folder " + none);
    assertThatThrownBy(() -> SetFolder.read(folder))
        .hasMessageContaining("holds no set to measure on: a set is a folder with corpus.jsonl");
    Files.writeString(folder.resolve("corpus.jsonl"), "{\"_id\": \"a\"}\n");
    assertThatThrownBy(() -> SetFolder.read(folder)).hasMessageContaining("no file queries.jsonl");
    Files.writeString(folder.resolve("queries.jsonl"), "{}\n");
    Files.writeString(folder.resolve("qrels.tsv"), "query\tdocument\tgrade\na b 1\n");
    assertThatThrownBy(() -> SetFolder.read(folder)).hasMessageContaining("has _id and text");
    Files.writeString(folder.resolve("corpus.jsonl"), "a line\n");
    assertThatThrownBy(() -> SetFolder.read(folder)).hasMessageContaining("not 'a line'");
    Files.writeString(folder.resolve("corpus.jsonl"), "");
    Files.writeString(folder.resolve("queries.jsonl"), "");
    assertThatThrownBy(() -> SetFolder.read(folder)).hasMessageContaining("not 'a b 1'");
  }
}
