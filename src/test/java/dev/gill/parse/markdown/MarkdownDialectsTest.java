package dev.gill.parse.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Block;
import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the dialects of Markdown add, as a reader of the rendered page sees it. */
class MarkdownDialectsTest {
  private static String text(String source) throws ParseException {
    return Samples.parsed("a.md", source).text();
  }

  private static Map<LeftOut.Kind, Integer> leftOut(String source) throws ParseException {
    return Samples.parsed("a.md", source).leftOut().stream()
        .collect(Collectors.toMap(LeftOut::kind, LeftOut::count));
  }

  private static List<String> path(String source, String beginning) throws ParseException {
    return Samples.block(Samples.parsed("a.md", source), beginning).headings();
  }

  @ParameterizedTest
  @CsvSource({
    "The fee is ~~30~~ 40 euros., The fee is 40 euros.",
    "It is closed ~~on Sundays~~., It is closed.",
    "<del>Old rule.</del> New rule., New rule.",
    "A <s>b <s>c</s> d</s> e., A e.",
    "Port <span style=\"text-decoration: line-through\">80</span> 443, Port 443",
    "H~2~O and H<sub>2</sub>O, H2O and H2O",
    "x<sup>2</sup> and 10^-3^ m, x^2 and 10^-3 m",
    "The 1<sup>st</sup> of May, The 1st of May",
    "Within 14<sup>[1](#n1)</sup> days, Within 14 [1] days",
    "See [[Team/Kiln room|the room]] now., See the room now.",
    "See [[Team/Glaze recipes]]., See Glaze recipes.",
    "Ask ==Ana== and ++Bo++., Ask Ana and Bo.",
    "Open: yes %%ask Bo%% of course, Open: yes of course",
    "Ready :white_check_mark: now, Ready ✓ now",
    "At 10:30:45 sharp, At 10:30:45 sharp",
    "[Buy](https://a.example/x){ .md-button } it, Buy (https://a.example/x) it",
    "Mail [us](mailto:a@b.example) or <https://b.example>., Mail us (a@b.example) or https://b.example.",
    "[![build](b.svg)](https://ci.example/x) Text, build Text",
    "\\*not\\* \\[a link\\], *not* [a link]",
    "{{< tooltip text=\"the pod\" term=\"x\" >}} runs, the pod runs",
    "{{< note >}}Stop first.{{< /note >}}, Stop first.",
    "See {ref}`the plan <plan-a>` and {doc}`intro`., See the plan and intro.",
    "Call us.[^a] Now, Call us. [a] Now",
    "A line with a block id ^plan-7, A line with a block id",
  })
  void wordsStandWithoutMarks(String source, String words) throws ParseException {
    assertThat(text(source)).isEqualTo(words);
  }

  @Test
  void whatIsStruckOutAsAWholeIsGoneAndCounted() throws ParseException {
    String source =
        "- ~~Old.~~\n- New.\n\n~~Gone.~~\n\n| A | B |\n|---|---|\n| ~~x~~ | ~~y~~ |\n| 1 | 2 |\n";

    assertThat(text(source)).isEqualTo("- New.\n\n| A | B |\n| 1 | 2 |");
    assertThat(leftOut(source)).containsEntry(LeftOut.Kind.STRUCK, 4);
  }

  @Test
  void aRaisedNumberIsTheMarkOfTheNoteThatBeginsWithIt() throws ParseException {
    assertThat(text("Within 14<sup>1</sup> days, 5 m<sup>2</sup>.\n\n<sup>1</sup> Working days."))
        .isEqualTo("Within 14 [1] days, 5 m^2.\n\n[1] Working days.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Contents\n\n1. [Fees](#fees)\n   - [Who pays?](#who-pays)\n2. [Ende](#ende-1)\n\n",
        "[Fees](#fees) | [Who pays?](#who-pays) | [Ende](#ende)\n\n",
        "[TOC]\n\n",
        "* TOC\n{:toc}\n\n",
        "[[_TOC_]]\n\n",
        "```{contents}\n:depth: 2\n```\n\n"
      })
  void listsOfTheOwnHeadingsAreLeftOut(String contents) throws ParseException {
    String rest = "## Fees\n\nTen.\n\n## Who pays?\n\nAna.\n\n## Ende\n\nNow.";

    assertThat(text(contents + rest)).isEqualTo(rest);
    assertThat(leftOut(contents + rest)).containsEntry(LeftOut.Kind.CONTENTS, 1);
  }

  @Test
  void aListOfLinksThatSaysMoreStays() throws ParseException {
    assertThat(text("- [Fees](#fees) are due in May\n\n## Fees\n\nTen.\n"))
        .startsWith("- Fees are due in May\n\n## Fees");
  }

  @Test
  void boxesOfMkDocsHoldProseListsAndTheirOwnCode() throws ParseException {
    String source =
        """
        1. Stop.

            !!! warning "Careful"
                Detach it.

                - Ask *Ana*.

                ``` sh
                ls
                ```

        ??? question "Who pays?"

            Ana does.

        After it.
        """;

    assertThat(text(source))
        .isEqualTo(
            """
            1. Stop.

            Careful

            Detach it.

              - Ask Ana.

            ```sh
            ls
            ```

            ## Who pays?

            Ana does.

            After it.""");
    assertThat(path(source, "Ana does.")).containsExactly("Who pays?");
    assertThat(path(source, "After it.")).isEmpty();
  }

  @Test
  void tabsStandUnderTheirLabels() throws ParseException {
    String source =
        "# Agent\n\n=== \"Linux\"\n\n    Run bkp.\n\n=== \"Windows\"\n    Run SVC.\n\nDone.\n";

    assertThat(path(source, "Run SVC.")).containsExactly("Agent", "Windows");
    assertThat(path(source, "Done.")).containsExactly("Agent");
    assertThat(Samples.position(Samples.parsed("a.md", source), "Run SVC.")).isEqualTo("line 8");
  }

  @Test
  void termsStandWithWhatTheyMean() throws ParseException {
    assertThat(text("Tape\n:   Green tapes.\n\n    - weekly\n\nDisk\n: Spinning.\n: Or not.\n"))
        .isEqualTo("Tape: Green tapes.\n\n- weekly\n\nDisk: Spinning.\n\nDisk: Or not.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ":::tip[Read this]\nFirst *stop*.\n:::\nThen go.",
        ":::tip Read this\n\nFirst stop.\n\n:::\n\nThen go.",
        "::: tip Read this\nFirst stop.\n:::\nThen go.",
        ":::{tip} Read this\n:class: dropdown\nFirst stop.\n:::\nThen go.",
        "```{admonition} Read this\n:class: tip\nFirst *stop*.\n```\nThen go.",
        "/// tip | Read this\nFirst stop.\n///\nThen go.",
        "> [!tip] Read this\n> First *stop*.\n\nThen go.",
        "{% hint title=\"Read this\" %}\nFirst stop.\n{% endhint %}\nThen go.",
        "!!! tip inline end \"Read this\"\n    First stop.\n\nThen go."
      })
  void boxesOfAllDialectsReadTheSame(String source) throws ParseException {
    assertThat(text(source)).isEqualTo("Read this\n\nFirst stop.\n\nThen go.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> [!faq]- Who pays?\n> Ana.\n\nEnd.",
        "::: details Who pays?\nAna.\n:::\n\nEnd.",
        ":::{dropdown} Who pays?\nAna.\n:::\n\nEnd.",
        "<details>\n<summary>Who pays?</summary>\n\nAna.\n\n</details>\n\nEnd.",
        "<details><summary>Who pays?</summary>Ana.</details>\n\nEnd.",
        "<Accordion title=\"Who pays?\">\nAna.\n</Accordion>\n\nEnd.",
        "{{< details \"Who pays?\" >}}\nAna.\n{{< /details >}}\n\nEnd.",
        "??? note \"Who pays?\"\n    Ana.\n\nEnd."
      })
  void foldedPartsStandUnderTheirTitles(String source) throws ParseException {
    assertThat(text(source)).isEqualTo("## Who pays?\n\nAna.\n\nEnd.");
    assertThat(path(source, "Ana.")).containsExactly("Who pays?");
    assertThat(path(source, "End.")).isEmpty();
  }

  @Test
  void mdxIsReadWithoutItsProgram() throws ParseException {
    String source =
        """
        import Tabs from '@theme/Tabs';
        import {
          Card,
        } from './card';

        export const version = '9.4';
        export const rows = [
          {a: 1},
        ];

        {/* not for
        readers */}

        # Releases

        <Tabs
          groupId="os">
          <TabItem value="ios" label="iOS">

            Signed by **PEAR-7**, version {version}.

          </TabItem>
        </Tabs>

        ```js
        import kept from 'kept';
        ```

        The word {unknown} stays.
        """;

    assertThat(Samples.parsed("a.mdx", source).text())
        .isEqualTo(
            """
            # Releases

            ## iOS

            Signed by PEAR-7, version 9.4.

            ```js
            import kept from 'kept';
            ```

            The word {unknown} stays.""");
  }

  @Test
  void footnotesKeepTheirMarksEvenOfOneWordAndUnused() throws ParseException {
    assertThat(text("Call us.[^tel]\n\n[^tel]: +49-30-5550123\n[^2]: Ask Jorge.\n    And Ana.\n"))
        .isEqualTo("Call us. [tel]\n\n[tel] +49-30-5550123\n\n[2] Ask Jorge. And Ana.");
  }

  @Test
  void commentsAndSnippetsAreCountedAndAbbreviationsRead() throws ParseException {
    String source =
        "Text <!-- a --> here.\n\n<!-- b -->\n\n%%\nprivate\n%%\n\n--8<-- \"x.md\"\n\n![](a.png)\n\n*[SLA]: Service level\n";

    assertThat(text(source)).isEqualTo("Text here.\n\nSLA: Service level");
    assertThat(leftOut(source))
        .containsEntry(LeftOut.Kind.COMMENT, 3)
        .containsEntry(LeftOut.Kind.OBJECT, 1)
        .containsEntry(LeftOut.Kind.PICTURE, 1);
  }

  @Test
  void codeBetweenShortcodesIsCodeAndItsTitleIsRead() throws ParseException {
    assertThat(
            text(
                "{% highlight ruby %}\nputs 1\n{% endhighlight %}\n\n``` py title=\"main.py\"\nx\n```\n"))
        .isEqualTo("```ruby\nputs 1\n```\n\nmain.py\n\n```py\nx\n```");
  }

  @Test
  void indentedLinesThatAreCodeStayCode() throws ParseException {
    Document document = Samples.parsed("a.md", "Run:\n\n    ls -l\n\nDone.\n");

    assertThat(Samples.block(document, "```").kind()).isEqualTo(Block.Kind.CODE);
  }

  @Test
  void whatBelongsToAListByFourSpacesIsNoCodeAfterAFence() throws ParseException {
    String source =
        "  2.  Lost is all structure:\n\n      it is joined. An excerpt:\n\n    ```\n    a b\n    ```\n\n"
            + "    - The eye sees\n      gibberish.\n\nDone.\n";

    assertThat(text(source))
        .isEqualTo(
            "2. Lost is all structure:\n\nit is joined. An excerpt:\n\n```\na b\n```\n\n- The eye sees gibberish.\n\nDone.");
  }

  @Test
  void headingsLoseTheTargetsOfTheirLinksAndTheNextLineHasThem() throws ParseException {
    assertThat(text("## [Board](https://g.example/d) {#board}\n\nText.\n"))
        .isEqualTo("## Board\n\nBoard (https://g.example/d)\n\nText.");
  }

  @Test
  void hostileMarksEnd() throws ParseException {
    assertThat(text("Text.\n\n" + "[^a]: ".repeat(5000) + "x\n\n" + "%%\n".repeat(3001) + "\nEnd."))
        .startsWith("Text.");
    assertThat(text("export default {\n\nText.\n\nMore.")).isEqualTo("Text.\n\nMore.");
  }
}
