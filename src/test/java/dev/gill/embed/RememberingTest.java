package dev.gill.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RememberingTest {
  private static final int MOST = 100;

  private final List<String> asked = new ArrayList<>();
  private final Embedder model = new Noting(new HashEmbedder("hash", 16));
  private final Embedder remembering = new Remembering(model, MOST);

  private final class Noting implements Embedder {
    private final HashEmbedder hash;

    Noting(HashEmbedder hash) {
      this.hash = hash;
    }

    @Override
    public Space space() {
      return hash.space();
    }

    @Override
    public int tokens(String text) {
      return hash.tokens(text);
    }

    @Override
    public int capacity() {
      return hash.capacity();
    }

    @Override
    public List<float[]> embed(List<String> texts, Role role) {
      asked.addAll(texts);
      return hash.embed(texts, role);
    }

    @Override
    public void close() {
      asked.add("closed");
    }
  }

  @Test
  void a_text_is_embedded_once_and_its_vector_is_the_models() throws Exception {
    float[] first = remembering.embed(List.of("one", "two", "one"), Role.PASSAGE).getLast();
    float[] again = remembering.embed(List.of("one"), Role.PASSAGE).getFirst();

    assertThat(asked).containsExactly("one", "two");
    assertThat(again).isEqualTo(first);
    assertThat(again)
        .isEqualTo(new HashEmbedder("hash", 16).embed(List.of("one"), Role.PASSAGE).getFirst());
  }

  @Test
  void a_question_is_not_a_passage() throws Exception {
    remembering.embed(List.of("one"), Role.PASSAGE);
    remembering.embed(List.of("one"), Role.QUESTION);
    assertThat(asked).containsExactly("one", "one");
  }

  @Test
  void no_more_than_so_many_are_kept() throws Exception {
    List<String> many = IntStream.range(0, 1000).mapToObj(i -> "text " + i).toList();
    remembering.embed(many, Role.PASSAGE);
    asked.clear();

    remembering.embed(many, Role.PASSAGE);
    assertThat(asked).hasSizeBetween(1000 - MOST, 999);
  }

  @Test
  void what_is_asked_for_again_and_again_outlasts_what_came_once() throws Exception {
    for (int i = 0; i < 1000; i++) {
      remembering.embed(List.of("often", "once " + i), Role.PASSAGE);
    }
    assertThat(asked).containsOnlyOnce("often");
  }

  @Test
  void bulk_is_not_kept_and_a_caller_may_write_into_a_vector() throws Exception {
    remembering.embedInBulk(List.of("one"));
    remembering.embed(List.of("one"), Role.PASSAGE).getFirst()[0] = 7;
    assertThat(remembering.embed(List.of("one"), Role.PASSAGE).getFirst()[0]).isNotEqualTo(7);
    assertThat(asked).containsExactly("one", "one");
  }
}
