package dev.gill.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Space;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberingTest {
  private final List<String> asked = new ArrayList<>();
  private final Embedder model = new Noting(new HashEmbedder("hash", 16));
  private final Embedder remembering = new Remembering(model, 3);

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
  void what_was_asked_for_longest_ago_goes() throws Exception {
    remembering.embed(List.of("one", "two", "three"), Role.PASSAGE);
    remembering.embed(List.of("one"), Role.PASSAGE);
    remembering.embed(List.of("four"), Role.PASSAGE);
    asked.clear();

    remembering.embed(List.of("one", "three", "four"), Role.PASSAGE);
    assertThat(asked).isEmpty();
    remembering.embed(List.of("two"), Role.PASSAGE);
    assertThat(asked).containsExactly("two");
  }

  @Test
  void bulk_is_not_kept_and_a_caller_may_write_into_a_vector() throws Exception {
    remembering.embedInBulk(List.of("one"));
    remembering.embed(List.of("one"), Role.PASSAGE).getFirst()[0] = 7;
    assertThat(remembering.embed(List.of("one"), Role.PASSAGE).getFirst()[0]).isNotEqualTo(7);
    assertThat(asked).containsExactly("one", "one");
  }
}
