package dev.gill.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Failure;
import dev.gill.model.LeftOut;
import dev.gill.model.PassedOver;
import dev.gill.sync.SourceStatus;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
  private static final Path FOLDER = Path.of("src/main/resources/texts");
  private static final Pattern HOLE = Pattern.compile("\\{\\d}");
  private static final Pattern USED =
      Pattern.compile("\\bt\\.(?:of|with|filled)\\(\\s*['\"]([a-z][^'\"+]*)['\"]\\s*[,)]");
  private static final Pattern SCRIPTED = Pattern.compile("\\bt\\('([a-z][^'`]*)'");

  private static final Pattern NOUN =
      Pattern.compile("^  [A-Z_0-9]+\\(\\s*\"([^\"]+)\"", Pattern.MULTILINE);

  private final Languages languages = new Languages();

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  private static Properties read(Path file) throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      texts.load(reader);
    }
    return texts;
  }

  @Test
  void everyLanguageHasTheSameTextsWithTheSameHoles() throws IOException {
    Properties english = read(FOLDER.resolve("en.properties"));
    assertThat(files()).hasSizeGreaterThan(1);
    for (Path file : files()) {
      Properties texts = read(file);
      assertThat(texts.stringPropertyNames())
          .as(file.toString())
          .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
      for (String key : english.stringPropertyNames()) {
        assertThat(texts.getProperty(key)).as("%s in %s", key, file).isNotBlank();
        assertThat(holes(texts.getProperty(key)))
            .as("%s in %s", key, file)
            .isEqualTo(holes(english.getProperty(key)));
      }
    }
  }

  private static Set<String> holes(String text) {
    return new TreeSet<>(HOLE.matcher(text).results().map(MatchResult::group).toList());
  }

  @Test
  void whateverPagesScriptsAndErrorsSayIsThere() throws IOException {
    Set<String> keys = read(FOLDER.resolve("en.properties")).stringPropertyNames();
    Set<String> used = new TreeSet<>();
    for (String folder :
        List.of("src/main/java/dev/gill/surface", "src/main/resources/templates")) {
      used.addAll(found(Path.of(folder), USED, ""));
    }
    used.addAll(found(Path.of("src/main/resources/META-INF/resources"), SCRIPTED, "script."));
    assertThat(used).hasSizeGreaterThan(100);
    assertThat(keys).containsAll(used);
  }

  @Test
  void whateverThePagesNameHasWords() throws IOException {
    Set<String> named = new TreeSet<>();
    for (LeftOut.Kind kind : LeftOut.Kind.values()) {
      named.add("script.left-out." + written(kind));
      named.add("script.left-out-why." + written(kind));
    }
    for (PassedOver.Reason reason : PassedOver.Reason.values()) {
      named.add("script.aside." + written(reason) + ".one");
      named.add("script.aside." + written(reason) + ".other");
      if (!reason.quiet()) {
        named.add("script.aside-why." + written(reason));
      }
    }
    for (Failure.Stage stage : Failure.Stage.values()) {
      named.add("script.stage." + written(stage));
    }
    for (SourceStatus.State state : SourceStatus.State.values()) {
      named.add("script.state." + written(state));
    }
    assertThat(read(FOLDER.resolve("en.properties")).stringPropertyNames()).containsAll(named);
  }

  @Test
  void everyKindOfSourceAndFormatHasWords() throws IOException {
    Set<String> keys = read(FOLDER.resolve("en.properties")).stringPropertyNames();
    Path types = Path.of("docs/sources");
    try (Stream<Path> pages = Files.list(types)) {
      assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
          .isNotEmpty()
          .filteredOn(type -> !type.equals("hooks"))
          .allSatisfy(type -> assertThat(keys).contains("script.type." + type));
    }
    Path formats = Path.of("src/main/java/dev/gill/parse/formats/KnownFormat.java");
    assertThat(NOUN.matcher(Files.readString(formats)).results().map(noun -> noun.group(1)))
        .hasSizeGreaterThan(10)
        .allSatisfy(
            noun ->
                assertThat(keys)
                    .contains("script.format." + noun.toLowerCase(Locale.ROOT).replace(' ', '-')));
  }

  private static String written(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> found(Path folder, Pattern pattern, String prefix)
      throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(f -> f.toString().matches(".*\\.(java|html|js)")).toList();
    }
    Stream.Builder<String> all = Stream.builder();
    for (Path file : files) {
      pattern
          .matcher(Files.readString(file))
          .results()
          .forEach(used -> all.add(prefix + used.group(1)));
    }
    return all.build().toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh-CN,zh;q=0.9,en;q=0.8 | zh",
        "zh-TW | zh",
        "zh-Hant-HK,en;q=0.5 | zh",
        "ZH | zh",
        "fr,zh;q=0.3,en;q=0.7 | en",
        "fr,de;q=0.9,zh;q=0.2 | zh",
        "zh;q=0,en;q=0.1 | en",
        "en-US,en;q=0.9,zh;q=0.8 | en",
        "fr | en",
        "* | en"
      })
  void theLanguageThatIsLikedBestIsSpoken(String accepted, String spoken) {
    assertThat(languages.of(accepted).tag()).isEqualTo(spoken);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "../../secret", "zh/../en", ";;;", "q=1", "zh;q=many", "-"})
  void nonsenseIsEnglish(String accepted) {
    assertThat(languages.of(accepted).tag()).isEqualTo("en");
  }

  @Test
  void aHeaderThatIsTooLongIsNotRead() {
    assertThat(languages.of("zh," + "fr,".repeat(300)).tag()).isEqualTo("en");
  }

  @Test
  void valuesAreFilledInAsTheLanguageWritesThem() {
    Texts english = languages.of("en");
    assertThat(english.filled("problem.question.long", 2_001, 2_000))
        .isEqualTo("The question has 2,001 characters; shorten it to 2,000 at most.");
    assertThat(languages.of("zh").with("document.table", 2)).isEqualTo("表格 2");
    assertThatThrownBy(() -> english.of("no.such")).hasMessageContaining("no.such", "en");
  }
}
