package dev.gill.parse.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Anchor;
import dev.gill.model.Place;
import dev.gill.parse.DocumentShape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CanonicalTextTest {
  private static final List<String> WORDS =
      List.of("alpha", " ", "\n", "归档", "\u00a0", "# no heading", "- no item", "```", "|", "é", "");

  @RepeatedTest(200)
  void whateverIsWrittenHasTheShapeOfADocument(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    CanonicalText text = new CanonicalText(Limits.DEFAULT);
    text.paragraph(Inline.of("begin"));
    for (int i = 1; i < 40; i++) {
      text.at(new Place.Line(i));
      write(text, random, i);
    }

    DocumentShape.check(text.build("file"));
  }

  private static void write(CanonicalText text, Random random, int line) {
    switch (random.nextInt(6)) {
      case 0 -> text.heading(1 + random.nextInt(6), words(random, line));
      case 1 -> text.paragraph(words(random, line));
      case 2 ->
          text.item(random.nextInt(4), random.nextBoolean() ? "-" : "7.", words(random, line));
      case 3 -> text.row(List.of(words(random, line), words(random, line), words(random, line)));
      case 4 -> text.code("sh", List.of("", words(random, 0).toString(), "\u0007b", ""), line);
      default -> text.apart();
    }
  }

  private static Inline words(Random random, int line) {
    Inline words = new Inline();
    for (int i = random.nextInt(6); i > 0; i--) {
      words.line(line == 0 ? 0 : line + random.nextInt(2));
      words.text(WORDS.get(random.nextInt(WORDS.size())));
    }
    return words;
  }

  @Test
  void linesOfChineseAreJoinedWithoutASpaceAndOthersWithOne() {
    assertThat(Inline.of("归档\n保存，\n“九十”\n天 and\nmore\n天")).hasToString("归档保存，“九十”天 and more 天");
    assertThat(Inline.of("한국어\n텍스트")).hasToString("한국어 텍스트");
    assertThat(Inline.of("𠀀\n𠀁")).hasToString("𠀀𠀁");
  }

  @Test
  void everySourceLineOfAParagraphIsAnAnchor() {
    CanonicalText text = new CanonicalText(Limits.DEFAULT);
    text.heading(1, new Inline().line(1).text("One"));
    text.paragraph(new Inline().line(3).text("two").softBreak().line(4).text("three"));

    List<Anchor> expected = new ArrayList<>();
    expected.add(new Anchor(0, new Place.Line(1)));
    expected.add(new Anchor(7, new Place.Line(3)));
    expected.add(new Anchor(11, new Place.Line(4)));
    assertThat(text.build("file").anchors()).isEqualTo(expected);
  }

  @Test
  void aHigherHeadingEndsTheLowerOnes() {
    CanonicalText text = new CanonicalText(Limits.DEFAULT);
    text.heading(1, Inline.of("A"));
    text.heading(3, Inline.of("B"));
    text.heading(2, Inline.of("C"));
    text.paragraph(Inline.of("words"));

    assertThat(text.build("file").blocks().getLast().headings()).isEqualTo(List.of("A", "C"));
  }

  @Test
  void aDateAtTheBeginningOfAProgramsCalendarIsNone() {
    CanonicalText text = new CanonicalText(Limits.DEFAULT);
    text.written(Date.from(Instant.parse("1601-01-01T00:00:00Z")));
    text.written(Date.from(Instant.parse("2025-03-04T00:00:00Z")));
    text.paragraph(Inline.of("Words."));

    assertThat(text.build("test").written()).contains(Instant.parse("2025-03-04T00:00:00Z"));
  }
}
