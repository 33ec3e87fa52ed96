package dev.gill.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Language;
import dev.gill.model.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bulk goes to the model in small pieces, and waits for its turn before each. */
class StandingBackTest {
  private static final List<String> TEXTS =
      IntStream.range(0, 37).mapToObj(i -> "text " + i).toList();

  private final Noting model = new Noting();
  private final AtomicBoolean quiet = new AtomicBoolean(true);
  private int turns;

  private Embedder standingBack() {
    Embedders embedders = new Embedders(Map.of(Language.ENGLISH, model, Language.CHINESE, model));
    return embedders
        .standingBack(
            () -> {
              turns++;
              return quiet.get();
            })
        .of(Language.ENGLISH);
  }

  @Test
  void theVectorsAreThoseOfTheModel() throws InterruptedException {
    List<float[]> vectors = standingBack().embedInBulk(TEXTS);
    List<float[]> expected = model.embed(TEXTS, Role.PASSAGE);
    assertThat(vectors).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(vectors.get(i)).isEqualTo(expected.get(i));
    }
    assertThat(turns).isEqualTo(model.pieces.size());
  }

  @Test
  void oneTextATimeComesOnWhileSomebodyAsks() throws InterruptedException {
    quiet.set(false);
    assertThat(standingBack().embedInBulk(TEXTS)).hasSize(TEXTS.size());
    assertThat(model.pieces).hasSize(TEXTS.size()).containsOnly(1);
    assertThat(turns).isEqualTo(TEXTS.size());
  }

  @Test
  void whatIsUrgentDoesNotWait() throws InterruptedException {
    quiet.set(false);
    assertThat(standingBack().embed(TEXTS, Role.PASSAGE)).hasSize(TEXTS.size());
    assertThat(turns).isZero();
  }

  private static final class Noting implements Embedder {
    private final HashEmbedder model = new HashEmbedder(16);
    private final List<Integer> pieces = new ArrayList<>();

    @Override
    public Space space() {
      return model.space();
    }

    @Override
    public int tokens(String text) {
      return model.tokens(text);
    }

    @Override
    public int capacity() {
      return model.capacity();
    }

    @Override
    public List<float[]> embed(List<String> texts, Role role) {
      return model.embed(texts, role);
    }

    @Override
    public List<float[]> embedInBulk(List<String> passages) {
      pieces.add(passages.size());
      return embed(passages, Role.PASSAGE);
    }

    @Override
    public void close() {
      model.close();
    }
  }
}
