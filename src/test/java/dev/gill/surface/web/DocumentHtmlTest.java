package dev.gill.surface.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Range;
import dev.gill.parse.Canonical;
import dev.gill.surface.Languages;
import dev.gill.surface.Texts;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class DocumentHtmlTest {
  private static final Texts ENGLISH = new Languages().of("en");

  private static String html(String text) {
    return DocumentHtml.write(
        text, Pieces.of(text, Canonical.blocks(text)), Optional.empty(), ENGLISH);
  }

  private static Document marked(String text, String passage) {
    int start = text.indexOf(passage);
    Range range = new Range(start, start + passage.length());
    return Jsoup.parse(
        DocumentHtml.write(
            text, Pieces.of(text, Canonical.blocks(text)), Optional.of(range), ENGLISH));
  }

  @Test
  void blocksBecomeTheirElements() {
    assertThat(html("# Title\n\n## Sub\n\nA paragraph.\n\nAnother."))
        .isEqualTo(
            """
            <h1 id="heading-1">Title</h1>
            <h2 id="heading-2">Sub</h2>
            <p>A paragraph.</p>
            <p>Another.</p>
            """);
  }

  @Test
  void addressesOfWebPagesCanBeOpened() {
    Document page =
        Jsoup.parse(
            html(
                "See the board (https://grafana.example.org/d/1?a=b&c=d).\n\n"
                    + "Or https://en.example.org/wiki/Gill_(fish), javascript:alert(1)，或"
                    + " https://例.example.org/页。"));
    assertThat(page.select("a").eachAttr("href"))
        .containsExactly(
            "https://grafana.example.org/d/1?a=b&c=d", "https://en.example.org/wiki/Gill_(fish)");
    assertThat(page.select("a").eachAttr("rel")).containsOnly("noopener noreferrer");
    assertThat(page.select("p").first().wholeText())
        .isEqualTo("See the board (https://grafana.example.org/d/1?a=b&c=d).");
  }

  @Test
  void listsNest() {
    assertThat(html("- a\n  - b\n  - c\n- d"))
        .isEqualTo("<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>\n");
    assertThat(html("1. a\n  - b\n2. c\n\n3. d"))
        .isEqualTo(
            "<ol><li value=\"1\">a<ul><li>b</li></ul></li><li value=\"2\">c</li></ol>\n"
                + "<ol><li value=\"3\">d</li></ol>\n");
    assertThat(html("- a\n1. b")).isEqualTo("<ul><li>a</li></ul><ol><li value=\"1\">b</li></ol>\n");
    assertThat(html("      - deep at once")).isEqualTo("<ul><li>deep at once</li></ul>\n");
  }

  @Test
  void tablesHaveAHeader() {
    Document page = Jsoup.parse(html("| Size | Time |\n| 50 GB | 20 min |\n| | a \\| b |"));
    assertThat(page.select("th").eachText()).containsExactly("Size", "Time");
    assertThat(page.select("td").stream().map(Element::text))
        .containsExactly("50 GB", "20 min", "", "a \\| b");
  }

  @Test
  void codeIsVerbatimAndMayHoldAnything() {
    String text = "````md\n```\n# not a heading\n```\n  - not an item\n````\n\nAfter.";
    Document page = Jsoup.parse(html(text));
    assertThat(page.selectFirst("pre").attr("data-language")).isEqualTo("md");
    assertThat(page.selectFirst("code").wholeText())
        .isEqualTo("```\n# not a heading\n```\n  - not an item");
    assertThat(page.selectFirst("p").text()).isEqualTo("After.");
    assertThat(html("```\n```")).contains("<code></code>");
  }

  @Test
  void markupInTheTextIsShownNotObeyed() {
    Document page =
        Jsoup.parse(
            html(
                "# <script>x</script>\n\n<img src=x onerror=y>\n\n- <b>\n\n| <i> |\n\n"
                    + "```\"><script>\n</code></pre><script>x</script>\n```"));
    assertThat(page.select("script, img, b, i")).isEmpty();
    assertThat(page.selectFirst("h1").text()).isEqualTo("<script>x</script>");
    assertThat(page.selectFirst("pre").attributesSize()).isEqualTo(3);
  }

  @Test
  void aPassageIsMarkedWithinABlock() {
    Document page = marked("# T\n\nOne. Two. Three.", "Two.");
    assertThat(page.selectFirst("mark#passage").text()).isEqualTo("Two.");
    assertThat(page.select("mark")).hasSize(1);
  }

  @Test
  void aPassageIsMarkedAcrossBlocks() {
    String text = "# T\n\nOne. Two.\n\n- a\n- b\n\n| c | d |\n\n```sh\ne\n```\n\nLast one. End.";
    Document page = marked(text, text.substring(text.indexOf("Two."), text.indexOf(" End.")));
    assertThat(page.select("mark").eachText())
        .containsExactly("Two.", "a", "b", "c", "d", "e", "Last one.");
    assertThat(page.select("#passage").eachText()).containsExactly("Two.");
  }

  @Test
  void blocksOfAnotherLanguageSaySo() {
    Document page = Jsoup.parse(html("年假需要提前五个工作日申请，由上级批准。\n\nAn English line.\n\n20 %"));
    assertThat(page.select("p").get(0).hasAttr("lang")).isFalse();
    assertThat(page.select("p").get(1).attr("lang")).isEqualTo("en");
    assertThat(page.select("p").get(2).hasAttr("lang")).isFalse();
  }

  @Test
  void whateverTheTextNoWordIsLostAndTheMarkIsExact() {
    String alphabet = "ab汉\n\n\n #-|`1. <>&\"\\";
    Random random = new Random(7);
    for (int round = 0; round < 3_000; round++) {
      String text =
          random
              .ints(random.nextInt(40), 0, alphabet.length())
              .mapToObj(i -> "" + alphabet.charAt(i))
              .collect(Collectors.joining());
      int start = random.nextInt(text.length() + 1);
      Range range = new Range(start, start + random.nextInt(text.length() - start + 1));
      Document page =
          Jsoup.parse(
              DocumentHtml.write(
                  text, Pieces.of(text, Canonical.blocks(text)), Optional.of(range), ENGLISH));
      assertThat(words(page.wholeText() + languages(page))).as(text).hasSameSizeAs(words(text));
      String shown =
          page.select("mark").stream().map(Element::wholeText).collect(Collectors.joining());
      assertThat(words(range.of(text))).as(text).containsSubsequence(words(shown).split(""));
      assertThat(page.select("#passage").size()).isLessThanOrEqualTo(1);
    }
  }

  private static String languages(Document page) {
    return String.join("", page.select("pre").eachAttr("data-language"));
  }

  private static String words(String text) {
    return text.replaceAll("[^ab汉]", "");
  }
}
