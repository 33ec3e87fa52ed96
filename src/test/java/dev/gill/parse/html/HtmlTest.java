package dev.gill.parse.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void theMainContentIsReadAndTheFurnitureLeftOut() throws ParseException {
    Document document = Samples.parsed("handbook.html");

    assertThat(document.title()).contains("Restoring the archive – Handbook");
    assertThat(document.author()).contains("Operations team");
    assertThat(document.text())
        .isEqualTo(
            """
            # Restoring the archive

            The archive is kept for ninety days & no longer.

            ## Before you start

            - Ask the owner.
              - In writing.
            - Check the disk.

            It needs 40 GB.

            3. Stop the service.
            4. Copy the files.

            Retention

            | Kind | Days | Days |
            | Mail | 90 | old |
            | Mail | 30 days | new |

            ```sh
            mount /dev/sdb1 /restore
              --read-only < list
            ```

            归档保存九十天，请先联系负责人。""");
    assertThat(Samples.block(document, "It needs").headings())
        .isEqualTo(List.of("Restoring the archive", "Before you start"));
  }

  @Test
  void everyPassageKnowsItsLine() throws ParseException {
    Document document = Samples.parsed("handbook.html");

    assertThat(Samples.position(document, "for ninety")).isEqualTo("line 10");
    assertThat(Samples.position(document, "- In writing")).isEqualTo("line 14");
    assertThat(Samples.position(document, "| Mail | 30")).isEqualTo("line 23");
    assertThat(Samples.position(document, "  --read-only")).isEqualTo("line 26");
    assertThat(Samples.position(document, "请先联系")).isEqualTo("line 29");
  }

  @Test
  void nothingLiveIsLeftOfAHostilePage() throws ParseException {
    assertThat(Samples.parsed("hostile.html").text())
        .isEqualTo(
            """
            # Notes

            Text with a photo and a link.

            <script>alert(6)</script> is shown as text.

            drawn""");
  }

  @Test
  void theDeclaredEncodingCounts() throws ParseException {
    byte[] page =
        "<meta charset='big5'><title>備份</title><p>請先聯絡負責人。</p>".getBytes(Charset.forName("Big5"));

    assertThat(Samples.parsed("page.html", page).text()).isEqualTo("請先聯絡負責人。");
  }

  @Test
  void tablesThatOnlyLayOutThePageAreNotTables() throws ParseException {
    String page = "<table><tr><td>Menu</td><td><h1>Title</h1><p>Text.</p></td></tr></table>";

    assertThat(Samples.parsed("page.html", page).text()).isEqualTo("Menu\n\n# Title\n\nText.");
  }
}
