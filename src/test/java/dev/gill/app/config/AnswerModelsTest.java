package dev.gill.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is set of the chat model, and what is said of mistakes in it. */
class AnswerModelsTest {
  private static final String LEAST = "gill.answer.model=openai;gill.answer.name=small;";

  private static Optional<AnswerModel> of(String settings) {
    Map<String, String> all = new HashMap<>();
    for (String setting : settings.split(";")) {
      int equals = setting.indexOf('=');
      if (equals > 0) {
        all.put(setting.substring(0, equals), setting.substring(equals + 1));
      }
    }
    Config config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(all, "test", 300))
            .build();
    return AnswerModels.of(ConfigFile.of(config));
  }

  @Test
  void nothingIsAskedUnlessItIsConfigured() {
    assertThat(of("")).isEmpty();
    assertThat(of("gill.answer.model=none;gill.answer.key=tulip")).isEmpty();
  }

  @Test
  void theUsualAddressesAndLimitsNeedNotBeSet() {
    AnswerModel openai = of(LEAST).orElseThrow();
    assertThat(openai.address()).isEqualTo(URI.create("https://api.openai.com/v1"));
    assertThat(openai.patience()).isEqualTo(Duration.ofSeconds(15));
    assertThat(openai.longest()).isEqualTo(400);
    assertThat(openai.key()).isEmpty();
    assertThat(openai.prices()).isEmpty();
    assertThat(openai.limit().tokens()).isEmpty();
    assertThat(of("gill.answer.model=ollama;gill.answer.name=x").orElseThrow().address())
        .isEqualTo(URI.create("http://localhost:11434/v1"));
  }

  @Test
  void whatIsSetIsTaken(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("key"), "tulip\n");
    AnswerModel model =
        of(LEAST
                + "gill.answer.url=https://models.example.com/v1/;gill.answer.timeout=2m;gill.answer.max-tokens=50"
                + ";gill.answer.price-in=0.5;gill.answer.price-out=2;gill.answer.monthly-tokens=1000;gill.answer.monthly-cost=3"
                + ";gill.answer.key-file="
                + file)
            .orElseThrow();
    assertThat(model.address()).isEqualTo(URI.create("https://models.example.com/v1"));
    assertThat(model.key()).contains("tulip");
    assertThat(model.toString()).doesNotContain("tulip");
    assertThat(model.patience()).isEqualTo(Duration.ofMinutes(2));
    assertThat(model.limit().tokens()).hasValue(1000);
    assertThat(model.limit().cost()).contains(new BigDecimal("3"));
    assertThat(model.prices().orElseThrow().of(1_000_000, 1_000_000)).isEqualByComparingTo("2.5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gill.answer.model=gpt|gill.answer.model=gpt is not known; set it to none, openai or ollama.",
        "gill.answer.model=openai|gill.answer.name is missing; name the model as its server does.",
        "gill.answer.model=ollama;gill.answer.name= |gill.answer.name is missing; name the model as its server does.",
        "+gill.answer.url=ftp://models.example.com|gill.answer.url is not an address below which a model is asked; write it as in https://models.example.com/v1, and a key as gill.answer.key-file.",
        "+gill.answer.url=https://me:tulip@models.example.com|gill.answer.url is not an address below which a model is asked; write it as in https://models.example.com/v1, and a key as gill.answer.key-file.",
        "+gill.answer.url=https://models.example.com/v1?key=tulip|gill.answer.url is not an address below which a model is asked; write it as in https://models.example.com/v1, and a key as gill.answer.key-file.",
        "+gill.answer.timeout=500ms|gill.answer.timeout is out of bounds; set it from 1s to 2m.",
        "+gill.answer.timeout=3m|gill.answer.timeout is out of bounds; set it from 1s to 2m.",
        "+gill.answer.max-tokens=49|gill.answer.max-tokens is out of bounds; set it from 50 to 4000.",
        "+gill.answer.max-tokens=4001|gill.answer.max-tokens is out of bounds; set it from 50 to 4000.",
        "+gill.answer.price-in=1|gill.answer.price-in and gill.answer.price-out go together; set both, of a million tokens each.",
        "+gill.answer.price-out=1|gill.answer.price-in and gill.answer.price-out go together; set both, of a million tokens each.",
        "+gill.answer.price-in=-1;gill.answer.price-out=1|gill.answer.price-in is below zero; set a number from 0.",
        "+gill.answer.price-in=1;gill.answer.price-out=-1|gill.answer.price-out is below zero; set a number from 0.",
        "+gill.answer.monthly-tokens=-1|gill.answer.monthly-tokens is below zero; set a whole number of tokens.",
        "+gill.answer.monthly-cost=1|gill.answer.monthly-cost needs gill.answer.price-in and gill.answer.price-out; set them, or gill.answer.monthly-tokens instead.",
        "+gill.answer.price-in=1;gill.answer.price-out=1;gill.answer.monthly-cost=-1|gill.answer.monthly-cost is below zero; set a number from 0."
      })
  void aMistakeSaysWhatToChangeAndRepeatsNoKey(String settings, String said) {
    assertThatThrownBy(() -> of(settings.replace("+", LEAST)))
        .isInstanceOf(ConfigException.class)
        .hasMessage(said);
  }
}
