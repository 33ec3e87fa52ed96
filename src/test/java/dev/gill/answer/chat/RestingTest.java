package dev.gill.answer.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gill.index.Samples;
import dev.gill.model.Composition.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A model that fails is left alone for a while. */
class RestingTest {
  private static final Prompt PROMPT = new Prompt("rules", "request");

  private Instant now = Samples.NOON;
  private boolean works;
  private final ScriptedModel model =
      new ScriptedModel(
          prompt -> {
            if (works) {
              return new ChatModel.Reply("yes", true, 1, 1);
            }
            throw new ChatModelException(Outcome.SLOW, "slow");
          });
  private final Resting resting = new Resting(model, () -> now);

  private Outcome failure() {
    return catchThrowableOfType(
            ChatModelException.class, () -> resting.reply(PROMPT, Duration.ofSeconds(1)))
        .outcome();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(failure()).isEqualTo(Outcome.SLOW);
    }
  }

  private void succeed() throws InterruptedException {
    works = true;
    assertThat(resting.reply(PROMPT, Duration.ofSeconds(1)).text()).isEqualTo("yes");
    works = false;
  }

  @Test
  void afterThreeFailuresNobodyWaitsForItForHalfAMinute() throws InterruptedException {
    fail(3);
    works = true;
    assertThat(failure()).isEqualTo(Outcome.DOWN);
    now = now.plusSeconds(29);
    assertThat(failure()).isEqualTo(Outcome.DOWN);
    assertThat(model.asked).hasSize(3);

    now = now.plusSeconds(1);
    succeed();
    assertThat(model.asked).hasSize(4);
  }

  @Test
  void onlyFailuresInARowCount() throws InterruptedException {
    fail(2);
    succeed();
    fail(2);
    succeed();
    assertThat(model.asked).hasSize(6);
  }

  @Test
  void oneThatFailsAgainAfterTheRestIsLeftAloneAtOnce() {
    fail(3);
    now = now.plusSeconds(30);
    fail(1);
    assertThat(failure()).isEqualTo(Outcome.DOWN);
    assertThat(model.asked).hasSize(4);
  }

  @Test
  void itIsCalledWhatTheModelIs() {
    assertThat(resting.name()).isEqualTo("scripted");
  }
}
