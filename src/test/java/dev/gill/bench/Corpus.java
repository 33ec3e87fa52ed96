package dev.gill.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Made-up documents of ten sections each, every section one chunk, and questions about them. Each
 * depends on the seed and its number alone.
 *
 * @param chunks how many there are in all
 */
record Corpus(Vocabulary vocabulary, Clusters vectors, long seed, int chunks) {
  /** Sections in a document. */
  static final int SECTIONS = 10;

  private static final int TOPIC_WORDS = 30;
  private static final int COMMONEST = 300;
  private static final int ASKED_WORDS = 7;

  /** A question with its vector, as if it had been embedded. */
  record Asked(String text, float[] vector) {}

  /** All that it is made of, in one line. */
  String about() {
    return "corpus 1, %d chunks in %s, seed %d".formatted(chunks, vectors, seed);
  }

  int documents() {
    return (chunks + SECTIONS - 1) / SECTIONS;
  }

  /** A document as Markdown. */
  String document(int number) {
    StringBuilder text = new StringBuilder();
    for (int i = number * SECTIONS; i < Math.min(chunks, (number + 1) * SECTIONS); i++) {
      text.append(section(i)).append("\n\n");
    }
    return text.toString();
  }

  /** A section; its heading ends with its number. */
  String section(int number) {
    RandomGenerator random = random(number);
    List<String> words = words(number, random);
    StringBuilder text = new StringBuilder("## ");
    text.append(words.get(0)).append(' ').append(words.get(1)).append(' ').append(number);
    text.append("\n\n");
    int left = 0;
    for (String word : words) {
      if (left == 0) {
        left = 8 + random.nextInt(9);
        text.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      } else {
        text.append(word);
      }
      left--;
      text.append(left == 0 ? ". " : " ");
    }
    return text.toString().strip() + ".";
  }

  private List<String> words(int number, RandomGenerator random) {
    int length = 40 + random.nextInt(70);
    int topic = number % vectors.clusters();
    List<String> words = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      words.add(
          random.nextInt(4) == 0
              ? vocabulary.get(COMMONEST + topic * 7 + random.nextInt(TOPIC_WORDS))
              : vocabulary.draw(random));
    }
    return words;
  }

  /** A question in words of the passage that it is about. */
  Asked question(int number) {
    RandomGenerator random = random(-1 - number);
    int passage = random.nextInt(chunks);
    List<String> words = words(passage, random(passage));
    StringBuilder text = new StringBuilder("what");
    for (int i = 0; i < ASKED_WORDS; i++) {
      text.append(' ').append(words.get(random.nextInt(words.size())));
    }
    return new Asked(
        text.append(" no. ").append(number).toString(), vectors.question(number, passage));
  }

  private RandomGenerator random(int number) {
    return new SplittableRandom(seed ^ (number * 0x9E3779B97F4A7C15L));
  }
}
