package dev.gill.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Measures on passages of three hundred sentences how many are found with both their ends. The
 * passages are parted by blank lines; a sentence stands on a line, a note of the kind above them.
 */
class SentenceSetTest {
  private static final double FLOOR = 0.97;
  private static final int FEWEST = 300;

  @Test
  void nearlyAllSentencesAreFoundWithBothTheirEnds() throws IOException {
    int sentences = 0;
    List<String> missed = new ArrayList<>();
    for (String passage : passages()) {
      List<String> expected =
          passage.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
      String text = joined(expected);
      Set<String> found = new HashSet<>();
      Sentences.in(text).forEach(range -> found.add(range.of(text)));
      sentences += expected.size();
      expected.stream().filter(sentence -> !found.contains(sentence)).forEach(missed::add);
    }
    double share = 1 - (double) missed.size() / sentences;

    assertThat(sentences).isGreaterThanOrEqualTo(FEWEST);
    assertThat(share)
        .as("share of %d sentences; missed: %s", sentences, String.join(" | ", missed))
        .isGreaterThanOrEqualTo(FLOOR);
  }

  /** A space between two sentences, but none between two Chinese ones. */
  private static String joined(List<String> sentences) {
    StringBuilder text = new StringBuilder();
    for (String sentence : sentences) {
      boolean wide =
          !text.isEmpty() && isWide(text.charAt(text.length() - 1)) && isWide(sentence.charAt(0));
      text.append(text.isEmpty() || wide ? "" : " ").append(sentence);
    }
    return text.toString();
  }

  private static boolean isWide(char c) {
    return c >= 0x2018 && c <= 0x2026 || c >= 0x3000;
  }

  private static List<String> passages() throws IOException {
    try (InputStream in = SentenceSetTest.class.getResourceAsStream("/sentences/passages.txt")) {
      return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n\\s*\n"));
    }
  }
}
