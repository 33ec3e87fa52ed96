package dev.gill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Fills a folder with generated documents over the words of real ones. */
final class BulkFolder {
  /** Chunks that each document comes to: its sections. */
  static final int SECTIONS = 10;

  private static final int WORDS_IN_SENTENCE = 14;
  private final List<String> words;
  private final int sentences;
  private final long seed;

  /**
   * @param words the vocabulary; a word that comes often here comes often there
   * @param sentences in each section
   */
  BulkFolder(List<String> words, int sentences, long seed) {
    this.words = List.copyOf(words);
    this.sentences = sentences;
    this.seed = seed;
  }

  /** The words of all Markdown files below a folder, in order. */
  static List<String> wordsOf(Path folder) throws IOException {
    List<String> words = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
        for (String word : Files.readString(file).split("[^A-Za-z']+")) {
          if (word.length() > 1) {
            words.add(word);
          }
        }
      }
    }
    return words;
  }

  /** Writes so many chunks' worth of documents, a hundred to a sub-folder. */
  void fill(Path folder, int chunks) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < (chunks + SECTIONS - 1) / SECTIONS; i++) {
      Path below = folder.resolve("shelf%03d".formatted(i / 100));
      Files.createDirectories(below);
      Files.writeString(below.resolve("page%05d.md".formatted(i)), page(i, random));
    }
  }

  private String page(int number, Random random) {
    StringBuilder page = new StringBuilder("# Page %d of %d\n".formatted(number, seed));
    for (int section = 0; section < SECTIONS; section++) {
      page.append("\n## ").append(words(3, random)).append("\n\n");
      for (int i = 0; i < sentences; i++) {
        page.append(words(WORDS_IN_SENTENCE, random)).append(". ");
      }
      page.append('\n');
    }
    return page.toString();
  }

  private String words(int count, Random random) {
    StringBuilder run = new StringBuilder();
    for (int i = 0; i < count; i++) {
      run.append(i == 0 ? "" : " ").append(words.get(random.nextInt(words.size())));
    }
    return Character.toUpperCase(run.charAt(0)) + run.substring(1);
  }
}
