package dev.gill.parse.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.gill.parse.Document;
import dev.gill.parse.DocumentShape;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import dev.gill.parse.canonical.Limits;
import dev.gill.parse.recognition.Recognition;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format gives documents of one shape, from whole files and from damaged ones. */
@Tag("slow")
class FormatsShapeTest {
  private static final int CUTS = 25;
  private static final int DAMAGES = 25;
  private static final long SEED = 20260301;

  /** What a parser logs of a damaged file is no finding of these tests. */
  private static final Logger PARSERS = Logger.getLogger("org.apache");

  private static Level before;

  @BeforeAll
  static void quiet() {
    before = PARSERS.getLevel();
    PARSERS.setLevel(Level.OFF);
  }

  @AfterAll
  static void loud() {
    PARSERS.setLevel(before);
  }

  static Stream<String> samples() {
    return Samples.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyFormatKeepsBlocksHeadingsAndAnchorsInOrder(String name) throws ParseException {
    Document document = Samples.parsed(name);

    DocumentShape.check(document);
    assertThat(document.blocks()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theSameBytesGiveTheSameDocument(String name) throws ParseException {
    assertThat(Samples.parsed(name)).isEqualTo(Samples.parsed(name));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aFileThatWasCutOffIsReadOrRefusedInOneSentence(String name) {
    byte[] whole = Samples.bytes(name);
    for (int i = 0; i < CUTS; i++) {
      readOrRefused(name, Arrays.copyOf(whole, whole.length * i / CUTS));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aDamagedFileIsReadOrRefusedInOneSentence(String name) {
    Random random = new Random(SEED);
    for (int i = 0; i < DAMAGES; i++) {
      byte[] damaged = Samples.bytes(name);
      for (int k = 0; k < 1 + damaged.length / 500; k++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      readOrRefused(name, damaged);
    }
  }

  private static void readOrRefused(String name, byte[] bytes) {
    assertThatCode(
            () -> {
              try {
                DocumentShape.check(Samples.parsed(name, bytes));
              } catch (ParseException e) {
                assertThat(e.getMessage()).endsWith(".").doesNotContain("\n", "Exception");
              }
            })
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void textBeyondTheLimitIsRefused(String name) {
    Limits tight = new Limits(1 << 20, 10, 1000, 1 << 20, 1 << 20, 100);

    assertThatCode(
            () ->
                new Formats(tight, Recognition.NONE)
                    .parse(dev.gill.model.Content.file(name, Samples.bytes(name))))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("more than 10 characters of text");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void sourcesTakeTheseFilesInByDefault(String name) {
    assertThat(List.of(name, "folder/" + name.toUpperCase(java.util.Locale.ROOT)))
        .allMatch(Formats::known);
  }
}
