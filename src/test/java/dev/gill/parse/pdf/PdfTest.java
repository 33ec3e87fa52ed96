package dev.gill.parse.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class PdfTest {
  @Test
  void printedLinesBecomeTextAgain() throws ParseException {
    Document document = Samples.parsed("handbook.pdf");

    assertThat(document.title()).contains("Restoring the archive");
    assertThat(document.author()).contains("Operations team");
    assertThat(document.text())
        .isEqualTo(
            """
            # Restoring the archive

            Operations handbook internal

            ## 1. Before you start

            The archive is kept for ninety days. Whoever needs a file that is older than that has \
            to ask the operations team, which keeps the tapes of the well-known cellar; a request \
            without the owner's agreement is not accepted, and one without a reason is not \
            answered. The well-known rule of four eyes holds for every

            Tapes leave the cellar only in a locked case, and the case is carried by the person \
            who signed for it.

            You need:

            - a free disk of 40 GB at least, mounted where nobody else writes while you copy the \
            files
            - the number of the tape

            ## 2. Retention

            | Kind | Days |
            | Mail | 90 |
            | Files and folders | 365 |

            ## 3. Afterwards

            Write a report within two days.""");
  }

  @Test
  void everyPassageKnowsItsPageAndHeadings() throws ParseException {
    Document document = Samples.parsed("handbook.pdf");

    assertThat(Samples.position(document, "carried by the")).isEqualTo("page 1");
    assertThat(Samples.position(document, "person who signed")).isEqualTo("page 2");
    assertThat(Samples.position(document, "| Mail")).isEqualTo("page 2");
    assertThat(Samples.position(document, "Write a report")).isEqualTo("page 3");
    assertThat(Samples.block(document, "Write a report").headings())
        .isEqualTo(List.of("Restoring the archive", "3. Afterwards"));
  }
}
