package dev.gill.lab.leash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.chunk.Chunker;
import dev.gill.lab.leash.LeashTrial.Figure;
import dev.gill.lab.leash.LeashTrial.Slip;
import dev.gill.model.Chunk;
import dev.gill.model.Content;
import dev.gill.parse.Document;
import dev.gill.parse.formats.Formats;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the sample team's documents say, in English and Chinese, and the same made wrong. */
@Tag("slow")
class LeashTrialTest {
  private static final Path TEAM = Path.of("config/sample-team");
  private static final int TOKENS = 230;
  private static final int ALL = Integer.MAX_VALUE;
  private static final List<Slip> SLIPS = new ArrayList<>();
  private static LeashTrial.Figures figures;

  @BeforeAll
  static void measure() throws Exception {
    Chunker chunker = new Chunker(text -> text.split("\\s+").length, TOKENS);
    Map<String, LeashSet.Text> passages = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(TEAM)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Document document =
            new Formats()
                .parse(Content.file(file.getFileName().toString(), Files.readAllBytes(file)));
        for (Chunk chunk : chunker.chunk(document)) {
          passages.put(
              file + "#" + chunk.start(),
              new LeashSet.Text(document.title().orElse(""), chunk.text()));
        }
      }
    }
    figures = new LeashTrial(ALL, SLIPS::add).of(new LeashSet("team", passages, Map.of()));
  }

  @Test
  void ofWhatTheDocumentsSayAtMostATwentiethIsLost() {
    assertThat(kept(figures.good())).as("%s", slips(true)).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void ofWhatTheyDoNotSayAtMostAFiftiethIsShown() {
    assertThat(kept(figures.wrong())).as("%s", slips(false)).isLessThanOrEqualTo(0.02);
  }

  @Test
  void eachWayToMakeASentenceWrongIsTried() {
    assertThat(figures.wrong().keySet())
        .containsExactlyInAnyOrder(
            Stream.of(Corruption.values()).map(Enum::name).toArray(String[]::new));
  }

  private static double kept(Map<String, Figure> kinds) {
    return (double) kinds.values().stream().mapToInt(Figure::kept).sum()
        / kinds.values().stream().mapToInt(Figure::all).sum();
  }

  private static List<String> slips(boolean good) {
    return SLIPS.stream()
        .filter(slip -> slip.good() == good)
        .map(slip -> slip.kind() + ": " + slip.claim())
        .toList();
  }
}
