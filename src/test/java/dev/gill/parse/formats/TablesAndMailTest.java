package dev.gill.parse.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesAndMailTest {
  @Test
  void semicolonsQuotesAndBlankLinesInCsv() throws ParseException {
    Document document = Samples.parsed("retention.csv");

    assertThat(document.text())
        .isEqualTo(
            """
            | Kind | Days | Remark |
            | Mail | 90 | old; see the policy |
            | The "rest" | 365 |
            | Files | 30 | none |""");
    assertThat(Samples.position(document, "| The")).isEqualTo("line 4");
    assertThat(Samples.position(document, "| Files")).isEqualTo("line 6");
  }

  @Test
  void tabsAndChineseEncodingInTsv() throws ParseException {
    assertThat(Samples.parsed("contacts.tsv").text())
        .isEqualTo("| 姓名 | 职责 | 电话 |\n| 值班 | 恢复归档 | 4711 |");
  }

  @Test
  void anEmailKeepsItsQuotesAndNamesItsAttachments() throws ParseException {
    Document document = Samples.parsed("thread.eml");

    assertThat(document.title()).contains("Re: Restoring the archive – who?");
    assertThat(document.author()).contains("运维 Operations");
    assertThat(document.text())
        .isEqualTo(
            """
            # Re: Restoring the archive – who?

            From: 运维 Operations (ops@example.org)

            To: everyone@example.org

            Date: 2 March 2026, 09:30 (+01:00)

            Hello,

            the archive is kept for ninety days; whoever needs a file that is older has to ask the \
            operations team.

            - Stop the service.
            - Copy the files.

            On Monday the security team wrote:

            > Who may enter the cellar, and who keeps the key while the office is closed over the \
            holidays?

            >> Ask operations.

            Regards – operations

            ## The key

            From: security@example.org

            ## Where it is

            In the café.

            - Attachment: plan.pdf""");
    assertThat(Samples.block(document, "In the café.").headings())
        .isEqualTo(List.of("Re: Restoring the archive – who?", "Where it is"));
  }
}
