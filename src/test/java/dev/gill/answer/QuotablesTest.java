package dev.gill.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gill.model.Range;
import dev.gill.parse.Canonical;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QuotablesTest {
  private static final String LONG = "A sentence that goes on for a while without saying much. ";

  private static List<String> in(String text) {
    return Quotables.in(Canonical.chunk(text)).stream().map(range -> range.of(text)).toList();
  }

  private static Arguments row(String what, String text, String... quotes) {
    return arguments(what, text, List.of(quotes));
  }

  static Stream<Arguments> table() {
    return Stream.of(
        row("sentences", "Stop it. Start it.", "Stop it.", "Start it."),
        row("Chinese sentences", "先停止服务。再备份数据库！", "先停止服务。", "再备份数据库！"),
        row("headings never", "# Restore\n\n## By hand\n\nStop it.", "Stop it."),
        row("list items without markers", "- Stop it.\n- Start it.", "Stop it.", "Start it."),
        row("numbered items", "1. Stop it.\n12. Start it.", "Stop it.", "Start it."),
        row("nested items", "- Stop it.\n  - Wait a bit", "Stop it.", "Wait a bit"),
        row(
            "rows without outer bars",
            "| disk | 80 % |\n| load | 4.0 |",
            "disk | 80 %",
            "load | 4.0"),
        row("code by lines", "```sh\n  make up\n\n# note\n}\n```", "make up", "# note"),
        row(
            "code in longer fences",
            "````\n```sh\nmake\n```\n````\n\nDone now.",
            "make",
            "Done now."),
        row(
            "after code comes prose",
            "```\nmake\n```\n\n# Title\n\nDone now.",
            "make",
            "Done now."),
        row(
            "cut from within code",
            "  make\n# note\n```\n\n# Title\n\nDone now.",
            "make",
            "# note",
            "Done now."),
        row("an empty text", ""),
        row("nothing but marks", "--\n\n- ?\n\n| | |"));
  }

  static Stream<Arguments> announcing() {
    return Stream.of(
        row(
            "a colon with its list",
            "Do this:\n\n- Stop it.\n- Start it.\n\nThen rest.",
            "Do this:\n\n- Stop it.\n- Start it.",
            "Stop it.",
            "Start it.",
            "Then rest."),
        row("a Chinese colon", "步骤如下：\n\n1. 停止服务。", "步骤如下：\n\n1. 停止服务。", "停止服务。"),
        row(
            "a colon with its code",
            "Run this:\n\n```sh\nmake\n\nmake up\n```\n\nThen rest.",
            "Run this:\n\n```sh\nmake\n\nmake up\n```",
            "make",
            "make up",
            "Then rest."),
        row(
            "a comment is no heading",
            "Run this:\n\n```sh\n# build\nmake\n```",
            "Run this:\n\n```sh\n# build\nmake\n```",
            "# build",
            "make"),
        row(
            "a colon with its table",
            "Owners:\n\n| a1 | b1 |\n| a2 | b2 |\n\nThen rest.",
            "Owners:\n\n| a1 | b1 |\n| a2 | b2 |",
            "a1 | b1",
            "a2 | b2",
            "Then rest."),
        row(
            "a question with its answer",
            "Who may read it?\n\nThe leads.\n\nNobody else.",
            "Who may read it?\n\nThe leads.",
            "The leads.",
            "Nobody else."),
        row(
            "a question within a line",
            "Who may read it? The leads. Nobody else.",
            "Who may read it? The leads.",
            "The leads.",
            "Nobody else."),
        row(
            "one after the other",
            "Why? Like this: it leaks. Mend it.",
            "Why? Like this: it leaks.",
            "Like this: it leaks.",
            "Mend it."),
        row(
            "an item with the items under it",
            "- On Linux:\n  - Run make.\n\nThen rest.",
            "On Linux:\n  - Run make.",
            "Run make.",
            "Then rest."),
        row(
            "an item without the items beside it",
            "1. Free space:\n  1. Old logs.\n2. Look again.",
            "Free space:\n  1. Old logs.",
            "Old logs.",
            "Look again."),
        row("an item that announces nothing", "- Owner:\n- The backup team", "The backup team"),
        row("nothing from another section", "Do this:\n\n# Next\n\nStop it.", "Stop it."),
        row("nothing without what is announced", "Stop it. Then do this:", "Stop it."),
        row("no question without its answer", "Stop it.\n\nWho may read it?", "Stop it."),
        row(
            "the questions of a checklist",
            "Before you go:\n\n- Is it on?\n- Is it off?",
            "Before you go:\n\n- Is it on?\n- Is it off?",
            "Is it on?",
            "Is it off?"),
        row(
            "a first sentence where all is too much",
            "Mind this:\n\n" + LONG.repeat(8),
            Stream.concat(
                    Stream.of("Mind this:\n\n" + LONG.strip()),
                    Stream.generate(LONG::strip).limit(8))
                .toArray(String[]::new)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"table", "announcing"})
  void finds(String what, String text, List<String> quotes) {
    assertThat(in(text)).isEqualTo(quotes);
  }

  @Test
  void aQuoteIsNeverLongerThanStated() {
    assertThat(in("word ".repeat(400)))
        .singleElement()
        .satisfies(
            quote -> assertThat(quote).hasSizeBetween(700, Quotables.LONGEST).endsWith("word"));
    assertThat(in("很长的句子没有标点".repeat(100)))
        .singleElement()
        .satisfies(quote -> assertThat(quote).hasSize(Quotables.LONGEST));
    assertThat(in("𠮷".repeat(900) + "a"))
        .singleElement()
        .satisfies(quote -> assertThat(quote.codePoints()).allMatch(Character::isIdeographic));
    assertThat(in("x" + "𠮷".repeat(900)))
        .singleElement()
        .satisfies(
            quote ->
                assertThat(Character.isHighSurrogate(quote.charAt(quote.length() - 1))).isFalse());
  }

  @Test
  void anAnnouncementTakesAlongWholeLinesOnly() {
    String items = "- one item of many that stand here\n".repeat(30);
    String announced = in("Mind these:\n\n" + items).getFirst();
    assertThat(announced)
        .hasSizeLessThanOrEqualTo(400)
        .endsWith("- one item of many that stand here");
  }

  @Test
  void rangesStandInTheTextAndSaySomethingWhateverTheTextIs() {
    String[] pieces = {
      "\n",
      "\n\n",
      "```",
      "```\n",
      "````",
      "# ",
      "- ",
      "1. ",
      "| ",
      " |",
      ":",
      "?",
      "：",
      "？",
      "。",
      ".",
      " ",
      "  ",
      "word ",
      "词语",
      "𠮷",
      "\t",
      "a b c d e f. ",
      LONG,
      "x".repeat(900)
    };
    for (int seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i >= 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      for (Range range : Quotables.in(Canonical.chunk(text.toString()))) {
        String quote = range.of(text.toString());
        assertThat(quote).as("seed %d", seed).hasSizeLessThanOrEqualTo(Quotables.LONGEST);
        assertThat(quote.strip()).as("seed %d", seed).isEqualTo(quote).isNotEmpty();
      }
    }
  }
}
