package dev.gill.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What can be seen of the image without an engine; docker/try-without-engine.sh tries the rest. */
class ContainerFilesTest {
  private static final Path COMPOSE = Path.of("docker", "compose.yaml");
  private static final long ROOM_BESIDE_THE_HEAP = 768L << 20;

  private List<String> dockerfile;
  private Map<String, Object> service;

  @BeforeEach
  void read() throws IOException {
    dockerfile = Files.readAllLines(Path.of("docker", "Dockerfile"));
    Map<String, Map<String, Map<String, Object>>> compose =
        new Yaml().load(Files.readString(COMPOSE));
    service = compose.get("services").get("gill");
  }

  @Test
  void theBasesArePinnedByDigest() {
    assertThat(of("ARG"))
        .hasSize(2)
        .allMatch(base -> base.matches("J[DR][KE]=[a-z-]+:[\\w.-]+@sha256:[0-9a-f]{64}"));
    assertThat(of("FROM")).allMatch(base -> base.matches("(\\$\\{(JDK|JRE)}|parts)( AS [a-z]+)?"));
  }

  @Test
  void whatIsCopiedFromTheRepositoryIsThere() {
    for (String copy : of("COPY")) {
      if (!copy.startsWith("--from")) {
        List<String> words = List.of(copy.split(" "));
        assertThat(words.subList(0, words.size() - 1))
            .allSatisfy(w -> assertThat(Path.of(w)).exists());
      }
    }
  }

  @Test
  void theHealthCheckAsksOverHttpAndNeedsNoShell() throws Exception {
    String check = of("HEALTHCHECK").getFirst().replaceFirst(".* CMD ", "");
    List<String> words = words(check);
    assertThat(words).startsWith("java").endsWith(HealthProbe.class.getName());
    assertThat(Class.forName(words.getLast()).getMethod("main", String[].class)).isNotNull();
  }

  @Test
  void itRunsAsGillDoesElsewhereAndAsAnOrdinaryUser() {
    assertThat(of("ENTRYPOINT")).containsExactly("[\"./gill\"]");
    assertThat(of("USER")).containsExactly("gill");
    assertThat(of("ENV").getLast()).contains("ORT_DISABLE_TELEMETRY=1");
    assertThat(service.get("read_only")).isEqualTo(true);
    assertThat(list("security_opt")).contains("no-new-privileges:true");
    assertThat(list("ports")).allMatch(port -> port.startsWith("127.0.0.1:"));
  }

  @Test
  void composeMountsTheConfigurationThatThereIs() throws IOException {
    List<String> places =
        Files.readAllLines(COMPOSE).stream()
            .map(line -> line.replaceFirst("^[\\s#]*- ", ""))
            .filter(line -> line.matches("\\.{1,2}/.*:/.*"))
            .toList();
    assertThat(places).anyMatch(place -> place.endsWith(":/gill/config:ro"));
    for (String place : places) {
      assertThat(COMPOSE.resolveSibling(place.substring(0, place.indexOf(':')))).exists();
    }
    assertThat(COMPOSE.resolveSibling("../config/application.properties")).exists();
    assertThat(of("COPY"))
        .as("the configuration is not part of the image")
        .noneMatch("config config"::equals);
  }

  @Test
  void theLimitOfMemoryLeavesRoomBesideTheHeap() throws IOException {
    Matcher heap =
        Pattern.compile("^heap=\"-Xmx(\\d+)g ", Pattern.MULTILINE)
            .matcher(Files.readString(Path.of("gill")));
    assertThat(heap.find()).isTrue();
    String limit = (String) service.get("mem_limit");
    assertThat(limit).matches("\\d+g");
    assertThat(Long.parseLong(limit.replace("g", "")) << 30)
        .isGreaterThanOrEqualTo((Long.parseLong(heap.group(1)) << 30) + ROOM_BESIDE_THE_HEAP);
  }

  /** The arguments of every instruction of that name, long ones joined. */
  private List<String> of(String instruction) {
    return Stream.of(String.join("\n", dockerfile).replace("\\\n", " ").split("\n"))
        .filter(line -> line.startsWith(instruction + " "))
        .map(line -> line.substring(instruction.length() + 1))
        .toList();
  }

  private static List<String> words(String json) {
    assertThat(json).as("without a shell").startsWith("[").endsWith("]");
    return Arrays.stream(json.substring(1, json.length() - 1).split(","))
        .map(word -> word.strip().replace("\"", ""))
        .toList();
  }

  private List<String> list(String key) {
    return ((List<?>) service.get(key)).stream().map(String::valueOf).toList();
  }
}
