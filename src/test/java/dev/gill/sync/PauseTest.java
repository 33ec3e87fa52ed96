package dev.gill.sync;

import static dev.gill.sync.Told.upsert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.embed.Embedders;
import dev.gill.index.MemoryEngine;
import dev.gill.model.Language;
import dev.gill.parse.formats.Formats;
import dev.gill.source.SourceException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a source is left alone. */
class PauseTest {
  private static final Duration EVERY = Duration.ofSeconds(30);

  private final InstantSource clock = new HandClock();
  private final ScriptedSource wiki = new ScriptedSource("wiki");
  private final MemoryEngine engine = new MemoryEngine();
  private final WatchedEmbedder model = new WatchedEmbedder("hash", 8);
  private final SourceLoop loop =
      new SourceLoop(
          new Followed(wiki, "scripted", EVERY),
          engine,
          new Intake(
              engine,
              new Formats(),
              "parser-1",
              new Embedders(Map.of(Language.ENGLISH, model, Language.CHINESE, model)),
              clock),
          breath -> {},
          clock);

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void in_step_it_is_asked_on_its_schedule_or_when_it_signals() throws Exception {
    wiki.tell(upsert("a.md", "One."));

    assertThat(loop.breathe()).isEqualTo(new Pause(EVERY, Pause.Until.SIGNAL));
  }

  @Test
  void failing_it_is_asked_ever_less_often_but_every_five_minutes_at_least() throws Exception {
    List<Long> seconds = new ArrayList<>();
    for (int attempt = 0; attempt < 40; attempt++) {
      wiki.breaks("The wiki is down.");
      Pause pause = loop.breathe();
      assertThat(pause.until()).isEqualTo(Pause.Until.REQUEST);
      seconds.add(pause.length().toSeconds());
    }

    assertThat(seconds).startsWith(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L).endsWith(300L);
    assertThat(seconds).isSorted();
  }

  @Test
  void after_a_success_it_is_asked_again_soon_when_it_fails() throws Exception {
    wiki.breaks("Down.").breaks("Down.").breaks("Down.");
    loop.breathe();
    loop.breathe();
    loop.breathe();
    loop.breathe();

    wiki.breaks("Down.");

    assertThat(loop.breathe().length()).isEqualTo(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @CsvSource({"PT42S, PT42S", "PT10M, PT10M", "PT0S, PT1S", "PT-5S, PT1S", "PT9000000000000H, P1D"})
  void busy_it_is_left_alone_as_long_as_it_asked_within_reason(Duration wanted, Duration pause)
      throws Exception {
    wiki.fail(
        () -> {
          throw new SourceException.Busy("The wiki asks for patience.", wanted);
        });

    assertThat(loop.breathe()).isEqualTo(new Pause(pause, Pause.Until.OVER));
  }
}
