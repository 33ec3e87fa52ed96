package dev.gill.parse.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Block;
import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.DocumentShape;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A transcript says who said what. */
@Tag("slow")
class TranscriptTest {
  private static Document parsed(String name, String source) throws ParseException {
    Document document = Samples.parsed(name, source);
    DocumentShape.check(document);
    return document;
  }

  @Test
  void cuesOfOneSpeakerAreOneParagraph() throws ParseException {
    Document document =
        parsed(
            "weekly.vtt",
            """
            WEBVTT - Weekly meeting
            Kind: captions

            STYLE
            ::cue { color: lime }

            NOTE Confidence: 0.9

            9a1-0
            00:00:01.000 --> 00:00:03.000 align:start
            <v Ann Lee>The gate is closed</v>

            9a1-1
            00:00:03.000 --> 00:00:05.000
            <v Ann Lee><i>until</i> <00:00:04.000>Friday.</v>

            9a1-2
            00:00:05.500 --> 00:00:07.000
            <v.loud Bo Lindqvist>Who has the key &amp; the code?</v>
            <v Ann Lee>I do.</v>
            """);

    assertThat(document.title()).contains("Weekly meeting");
    assertThat(document.text())
        .isEqualTo(
            """
            Ann Lee:
            The gate is closed until Friday.

            Bo Lindqvist:
            Who has the key & the code?

            Ann Lee:
            I do.""");
    assertThat(document.blocks().getFirst().kind()).isEqualTo(Block.Kind.BYLINE);
    assertThat(Samples.position(document, "The gate")).isEqualTo("line 11");
    assertThat(Samples.position(document, "Who has")).isEqualTo("line 19");
    assertThat(document.leftOut())
        .containsExactly(new LeftOut("transcript", LeftOut.Kind.COMMENT, 1));
  }

  @Test
  void namesBeforeColonsAreSpeakers() throws ParseException {
    Document document =
        parsed(
            "weekly.srt",
            """
            1
            00:00:01,000 --> 00:00:03,000
            Ann: Remember this: the boiler

            2
            00:00:03,000 --> 00:00:04,000
            runs at 60 degrees.
            3
            00:00:04,100 --> 00:00:05,000
            <font color="#fff">{\\an8}Bo Lindqvist: Note: it leaks.</font>

            4
            00:00:05,100 --> 00:00:06,000
            Ann: Since
            Monday.
            """);

    assertThat(document.text())
        .isEqualTo(
            """
            Ann:
            Remember this: the boiler runs at 60 degrees.

            Bo Lindqvist:
            Note: it leaks.

            Ann:
            Since Monday.""");
  }

  @Test
  void aWordBeforeAColonIsNoSpeaker() throws ParseException {
    assertThat(
            parsed("talk.srt", "1\n00:00:01,000 --> 00:00:03,000\nRemember: it starts at 9.\n")
                .text())
        .isEqualTo("Remember: it starts at 9.");
  }

  @Test
  void chineseNamesHaveAWideColon() throws ParseException {
    assertThat(
            parsed(
                    "会议.srt",
                    """
                    1
                    00:00:01,000 --> 00:00:02,000
                    张伟：会议改到周五。

                    2
                    00:00:02,000 --> 00:00:03,000
                    李娜：好的。

                    3
                    00:00:03,000 --> 00:00:04,000
                    张伟：地点是

                    4
                    00:00:04,000 --> 00:00:05,000
                    三号楼。

                    5
                    00:00:05,000 --> 00:00:06,000
                    李娜：收到。
                    """)
                .text())
        .isEqualTo("张伟:\n会议改到周五。\n\n李娜:\n好的。\n\n张伟:\n地点是三号楼。\n\n李娜:\n收到。");
  }

  @Test
  void rollingCaptionsAreReadOnce() throws ParseException {
    Document document =
        parsed(
            "talk.en.vtt",
            """
            WEBVTT

            00:00:00.000 --> 00:00:02.000
             \s
            the<00:00:00.500><c> lift</c> is

            00:00:02.000 --> 00:00:02.010
            the lift is
             \s

            00:00:02.010 --> 00:00:04.000
            the lift is
            out of order

            00:00:04.000 --> 00:00:06.000
            out of order
            until the ninth

            00:00:06.000 --> 00:00:07.000
            &gt;&gt; who

            00:00:07.000 --> 00:00:08.000
            &gt;&gt; who repairs it
            """);

    assertThat(document.text())
        .isEqualTo("the lift is out of order until the ninth\n\nwho repairs it");
  }

  @Test
  void pausesDashesAndLongMonologuesPartParagraphs() throws ParseException {
    StringBuilder source = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      source.append(
          "%d\n00:%02d:01,000 --> 00:%02d:58,000\nThis is sentence number %d of it.\n\n"
              .formatted(i, i, i, i));
    }
    source.append("61\n01:30:00,000 --> 01:30:02,000\n- Any questions?\n- None.\n");
    Document document = parsed("talk.srt", source.toString());

    assertThat(document.text()).endsWith("\n\nAny questions?\n\nNone.");
    assertThat(document.blocks())
        .hasSizeGreaterThan(4)
        .allSatisfy(block -> assertThat(block.end() - block.start()).isLessThan(700));
  }

  @Test
  void whatIsNoTranscriptIsRefused() {
    assertThatThrownBy(() -> parsed("notes.srt", "Just some notes.\n\nNOTE this\n"))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("rename it to .txt");
  }

  @Test
  @Timeout(30)
  void hostileOnesAreReadOrRefused() throws ParseException {
    String cue = "00:00:01.000 --> 00:00:01.000\n";
    assertThat(parsed("a.vtt", "WEBVTT\n\n" + (cue + "no\n\n").repeat(100_000)).text())
        .isEqualTo("no");
    String marks = "<v ".repeat(100_000) + "x" + "<b".repeat(100_000) + " {\\".repeat(100_000);
    assertThat(parsed("b.vtt", "WEBVTT\n\n" + cue + marks + "\n").text()).contains("x");
    assertThat(parsed("c.srt", cue + "A".repeat(2_000_000) + "\n").text()).startsWith("AAA");
    assertThatThrownBy(() -> parsed("d.srt", (cue + "a b c\n\n").repeat(600_000)))
        .isInstanceOf(ParseException.class);
  }
}
