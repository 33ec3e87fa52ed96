package dev.gill.chunk;

import dev.gill.model.Content;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.formats.Formats;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/**
 * A Markdown document of random sections, paragraphs, lists, tables and code, in English and
 * Chinese. No word of it, and no number of a Chinese sentence, occurs twice.
 */
final class RandomDocument {
  /** A heading, and what stands under it, as Markdown. */
  record Part(String heading, List<String> blocks) {
    String markdown() {
      return heading + "\n\n" + String.join("\n\n", blocks);
    }
  }

  private static final String CONSONANTS = "bcdfghklmnprstvw";
  private static final String VOWELS = "aeiou";
  private static final int WIDTH = 70;

  private final Random random;
  private final List<Part> parts = new ArrayList<>();
  private int words;

  private RandomDocument(Random random) {
    this.random = random;
  }

  /** Of two to seven sections, about half of which are longer than a chunk. */
  static RandomDocument of(long seed) {
    RandomDocument document = new RandomDocument(new Random(seed));
    int sections = 2 + document.random.nextInt(6);
    for (int i = 0; i < sections; i++) {
      int blocks =
          document.random.nextBoolean()
              ? 1 + document.random.nextInt(3)
              : 6 + document.random.nextInt(30);
      document.add(blocks);
    }
    return document;
  }

  /** Of one section. */
  static RandomDocument ofOneSection(long seed, int blocks) {
    RandomDocument document = new RandomDocument(new Random(seed));
    document.add(blocks);
    return document;
  }

  private void add(int blocks) {
    List<String> body = new ArrayList<>();
    for (int i = 0; i < blocks; i++) {
      body.add(block());
    }
    parts.add(new Part("#".repeat(1 + random.nextInt(3)) + " " + word() + " " + word(), body));
  }

  List<Part> parts() {
    return parts;
  }

  Random random() {
    return random;
  }

  String markdown() {
    StringJoiner whole = new StringJoiner("\n\n", "", "\n");
    parts.forEach(part -> whole.add(part.markdown()));
    return whole.toString();
  }

  Document parsed() {
    return parse(markdown());
  }

  static Document parse(String markdown) {
    return parse("page.md", markdown);
  }

  static Document parse(String name, String text) {
    try {
      return new Formats().parse(Content.file(name, text.getBytes(StandardCharsets.UTF_8)));
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  void shuffle() {
    Collections.shuffle(parts, random);
  }

  String block() {
    return switch (random.nextInt(12)) {
      case 0, 1 -> list();
      case 2 -> code();
      case 3 -> table();
      case 4 -> chinese();
      default -> paragraph();
    };
  }

  /** Of one to six sentences, wrapped as people wrap lines. */
  String paragraph() {
    StringBuilder wrapped = new StringBuilder();
    int column = 0;
    for (String word : lines(1 + random.nextInt(6), " ", this::sentence).split(" ")) {
      boolean full = column + word.length() > WIDTH;
      wrapped.append(column == 0 ? "" : full ? "\n" : " ").append(word);
      column = full ? word.length() : column + 1 + word.length();
    }
    return wrapped.toString();
  }

  String sentence() {
    String sentence = lines(6 + random.nextInt(18), " ", this::word);
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".";
  }

  private String list() {
    return lines(2 + random.nextInt(7), "\n", () -> "- " + sentence());
  }

  private String table() {
    String head = "| " + word() + " | " + word() + " |\n|---|---|\n";
    return head
        + lines(2 + random.nextInt(8), "\n", () -> "| " + word() + " | " + sentence() + "|");
  }

  private String code() {
    return "```sh\n" + lines(2 + random.nextInt(12), "\n", () -> word() + " --" + word()) + "\n```";
  }

  private String chinese() {
    return lines(
        1 + random.nextInt(8),
        "\n",
        () ->
            "第"
                + words++
                + "条"
                + lines(
                    8 + random.nextInt(40),
                    "",
                    () -> Character.toString(0x4e00 + random.nextInt(5000)))
                + "。");
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    for (int n = random.nextInt(4); n >= 0; n--) {
      word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
      word.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
    }
    return word.append(words++).toString();
  }

  private static String lines(
      int count, String between, java.util.function.Supplier<String> supplier) {
    StringJoiner joined = new StringJoiner(between);
    for (int i = 0; i < count; i++) {
      joined.add(supplier.get());
    }
    return joined.toString();
  }
}
