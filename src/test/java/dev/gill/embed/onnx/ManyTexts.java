package dev.gill.embed.onnx;

import dev.gill.model.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Texts of many lengths, cut from the sample team's documents: English and Chinese, tables, code.
 */
final class ManyTexts {
  private ManyTexts() {}

  static List<String> of(int count, Language language) {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("config/sample-team"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
        all.append(Files.readString(file)).append('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Random cuts = new Random(count);
    List<String> texts = new ArrayList<>();
    while (texts.size() < count) {
      int start = cuts.nextInt(all.length());
      int end = Math.min(all.length(), start + 8 + cuts.nextInt(cuts.nextInt(1, 800)));
      String text = all.substring(start, end).strip();
      if (!text.isEmpty() && Language.of(text) == language) {
        texts.add(text);
      }
    }
    return texts;
  }
}
