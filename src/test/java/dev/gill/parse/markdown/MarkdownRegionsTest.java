package dev.gill.parse.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.gill.model.LeftOut;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the parser of Markdown would take apart, or take for marks of its own. */
class MarkdownRegionsTest {
  private static String text(String source) throws ParseException {
    return Samples.parsed("a.md", source).text();
  }

  private static Map<LeftOut.Kind, Integer> leftOut(String source) throws ParseException {
    return Samples.parsed("a.md", source).leftOut().stream()
        .collect(Collectors.toMap(LeftOut::kind, LeftOut::count));
  }

  @ParameterizedTest
  @ValueSource(strings = {"del", "s", "strike"})
  void blocksThatAreCrossedOutAreLeftOut(String tag) throws ParseException {
    String source =
        "Kept.\n\n<%s>\n\nOld rule.\n\n- old item\n\n</%s>\n\nNew rule.".formatted(tag, tag);

    assertThat(text(source)).isEqualTo("Kept.\n\nNew rule.");
    assertThat(leftOut(source)).containsExactly(entry(LeftOut.Kind.STRUCK, 1));
  }

  @Test
  void whatIsCrossedOutCanBeginAndEndWithinLines() throws ParseException {
    assertThat(text("<del>Old one.\n\nOld two.</del> Ask Ana.\n\nLast."))
        .isEqualTo("Ask Ana.\n\nLast.");
  }

  @Test
  void aTagThatNothingClosesCrossesNothingOut() throws ParseException {
    assertThat(text("<del>\n\nOne.\n\n<del>\n\nTwo.")).contains("One.").contains("Two.");
  }

  @Test
  void anHtmlTableHoldsEmptyLines() throws ParseException {
    String rows =
        "<tr>\n<th>Plan</th>\n\n<th>Price</th>\n</tr>\n\n<tr><td>Small</td>\n\n<td>5</td></tr>";

    assertThat(text("<table>\n\n" + rows + "\n\n</table>\n\nAfter."))
        .isEqualTo("| Plan | Price |\n| Small | 5 |\n\nAfter.");
  }

  @Test
  void anHtmlTableInAListItemHoldsThemToo() throws ParseException {
    String table = "- <table>\n  <tr><td>Small</td>\n\n  <td>5</td></tr>\n  </table>\n- Last";

    assertThat(text(table)).contains("| Small | 5 |").endsWith("- Last");
  }

  @Test
  void markdownInTheCellsOfAnHtmlTableIsRead() throws ParseException {
    assertThat(
            text(
                "<table><tr><td>\n\n```js\na()\n```\n\n</td><td>\n\nUse **b**.\n\n</td></tr></table>"))
        .isEqualTo("```js\na()\n```\n\nUse b.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<table>\n\n<td>A</td>\n</table>", "<del>\n\nOld.\n\n</del>", "$$\na\n- b\n$$"})
  void codeStaysAsItIs(String code) throws ParseException {
    assertThat(text("```md\n" + code + "\n```")).isEqualTo("```md\n" + code + "\n```");
  }

  @Test
  void noCharacterOfAFormulaIsAMark() throws ParseException {
    assertThat(
            text(
                "Text.\n\n$$\na \\\\\n- b \\{c\\}\n\n+ d\n$$\nwhere $a_{1} = \\{x\\, *y*\\}$ holds."))
        .isEqualTo(
            "Text.\n\n$$ a \\\\ - b \\{c\\} + d $$\n\nwhere $a_{1} = \\{x\\, *y*\\}$ holds.");
  }

  @ParameterizedTest
  @CsvSource({
    "It costs $5 and \\$6., It costs $5 and $6.",
    "Set $A\\_B or $C., Set $A_B or $C.",
    "From **$5** to **$6**, From $5 to $6",
    "Run `$A\\x$` now, Run $A\\x$ now",
    "A lone $$ or $ stands, A lone $$ or $ stands",
  })
  void dollarSignsAreMoneyToo(String source, String words) throws ParseException {
    assertThat(text(source)).isEqualTo(words);
  }

  @Test
  void aCalloutKeepsItsTextAfterATitleThatEndsInSpaces() throws ParseException {
    assertThat(text("> [!tip] Side by side  \n> Hold `Ctrl` and click.\n> Then wait.\n\nEnd."))
        .isEqualTo("Side by side\n\nHold Ctrl and click. Then wait.\n\nEnd.");
    assertThat(text("> [!tip]- Side by side  \n> Hold it.")).endsWith("Hold it.");
  }

  @ParameterizedTest
  @CsvSource({
    "See [[Functions#hasTag|`hasTag`]] and [[Team|the **old** team]]., See hasTag and the old team.",
    "Select it in the bar ![[icon.svg#icon]]. Then wait., Select it in the bar. Then wait.",
    "Type [[A| or `x` there., Type [[A| or x there.",
    "![250](https://a.example/b.jpg) End, End",
    "![Ana|100x145](https://a.example/b.jpg) End, Ana End",
    "![Plan 2024](b.jpg) End, Plan 2024 End",
  })
  void labelsAndSizesStandWithoutMarks(String source, String words) throws ParseException {
    assertThat(text(source)).isEqualTo(words);
  }

  @Test
  void aContentsListMayHaveLinksThatLeadNowhere() throws ParseException {
    String list = "- [One](#one)\n  - [Gone](#gone)\n- [Two](#two)\n\n";

    assertThat(text("# A\n\n## Table of Contents\n\n" + list + "## One\n\nText.\n\n## Two\n\nEnd."))
        .isEqualTo("# A\n\n## One\n\nText.\n\n## Two\n\nEnd.");
    assertThat(text("## Links\n\n" + list + "## One\n\nText.")).contains("Gone");
  }
}
