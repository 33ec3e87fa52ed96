package dev.gill.parse.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfficeTest {
  @Test
  void wordKeepsHeadingsListsCodeTablesAndFootnotes() throws ParseException {
    Document document = Samples.parsed("handbook.docx");

    assertThat(document.title()).contains("Restoring the archive");
    assertThat(document.author()).contains("Operations team");
    assertThat(document.text())
        .isEqualTo(
            """
            # Restoring the archive

            The archive is kept for ninety days; see the policy (https://wiki.example.org/policy). [1]

            # Before you start

            - Ask the owner of the data.
              - In writing.
            - Check the disk.

            1. Stop the service.
            2. Mount the volume.
              a. Read-only.
            3. Copy the files.

            ```
            mount /dev/sdb1 /restore
              --read-only
            ```

            ## Retention

            | Kind | Days |
            | Mail | 90 |
            | Files | 365 |

            # 恢复之后

            请在两天之内写一份报告。

            [1] Mail is kept for longer.""");
    assertThat(Samples.block(document, "| Files").headings())
        .isEqualTo(List.of("Before you start", "Retention"));
  }

  @Test
  void openDocumentKeepsHeadingsListsCodeTablesAndFootnotes() throws ParseException {
    Document document = Samples.parsed("handbook.odt");

    assertThat(document.title()).contains("Restoring the archive");
    assertThat(document.author()).contains("Operations team");
    assertThat(document.text())
        .isEqualTo(
            """
            # Restoring the archive

            The archive is kept for ninety days; see the policy (https://wiki.example.org/policy). [1]

            [1] Mail is kept for longer.

            ## Before you start

            - Ask the owner of the data.
              - In writing.
            - Check the disk.

            1. Stop the service.
            2. Mount the volume.

            ```
            mount /dev/sdb1 /restore
              --read-only
            ```

            ## Retention

            | Kind | Days |
            | Mail; and calendar | 90 |

            # 恢复之后

            请在两天之内

            写一份报告。""");
  }

  @Test
  void everySlideHasAHeadingAndANumber() throws ParseException {
    Document document = Samples.parsed("handbook.pptx");

    assertThat(document.title()).contains("Restoring the archive");
    assertThat(document.text())
        .isEqualTo(
            """
            # Restoring the archive

            What to do when files are gone

            # Before you start

            - Ask the owner of the data
              - In writing
            - Check the disk

            The owner is named in the register.

            # Slide 3

            | Kind | Days |
            | Mail | 90 |""");
    assertThat(Samples.position(document, "- In writing")).isEqualTo("slide 2");
    assertThat(Samples.position(document, "| Mail")).isEqualTo("slide 3");
  }

  @Test
  void everySheetHasItsNameAndItsRowsAsShown() throws ParseException {
    Document document = Samples.parsed("handbook.xlsx");

    assertThat(document.title()).contains("On-call plan");
    assertThat(document.text())
        .isEqualTo(
            """
            # Shifts

            | Week | From | Who | Hours |
            | 12 | 2026-03-16 | operations | 37.5 |
            | 13 | 2026-03-23 | security, then operations | 40 |

            | Sum |  |  | 77.5 |

            # 联系人

            | 职责 | 电话 |
            | 值班 | 4711 |""");
    assertThat(Samples.position(document, "77.5")).isEqualTo("sheet Shifts, row 5");
    assertThat(Samples.position(document, "4711")).isEqualTo("sheet 联系人, row 2");
  }

  @Test
  void slidesOfOpenDocumentComeOutAsThoseOfPowerPoint() throws ParseException {
    Document document = Samples.parsed("handbook.odp");

    assertThat(document.title()).contains("Restoring the archive");
    assertThat(document.author()).contains("Operations team");
    assertThat(document.text())
        .isEqualTo(
            """
            # Restoring the archive

            What to do when files are gone

            # Before you start

            - Ask the owner of the data
              - In writing
            - Check the disk

            1. Stop the service
            2. Mount the volume

            Nothing else is needed

            The owner is named in the register.

            # Slide 3

            Kept this long

            | Kind | Days |
            | Mail | 90 |
            | both |  |""");
    assertThat(Samples.position(document, "- In writing")).isEqualTo("slide 2");
    assertThat(Samples.position(document, "named in the register")).isEqualTo("slide 2");
    assertThat(Samples.position(document, "| Mail")).isEqualTo("slide 3");
  }

  @Test
  void sheetsOfOpenDocumentComeOutAsThoseOfExcel() throws ParseException {
    Document document = Samples.parsed("handbook.ods");

    assertThat(document.title()).contains("On-call plan");
    assertThat(document.author()).contains("Operations team");
    assertThat(document.text())
        .isEqualTo(
            """
            # Shifts

            | Week | From | Who | Hours | Share | Paid |
            | 12 | 2026-03-16 | operations | 37.5 | 48.4% | TRUE |
            | 13 | 2026-03-23 | security, then operations (o@example.org) | 40 | 51.6% | FALSE |

            | Sum |  |  | 77.5 |

            | closed | closed | closed | until noon |
            | closed | closed | closed | until noon |

            a sticker

            # Rates

            | Day | 2026-04-01 |
            | Begin | 09:30:00 |
            | Share | 12.5% |
            | Rate | 42.5 EUR |
            | Open | FALSE |
            | Word | as stored |""");
    assertThat(Samples.position(document, "77.5")).isEqualTo("sheet Shifts, row 5");
    assertThat(Samples.position(document, "2026-04-01")).isEqualTo("sheet Rates, row 1");
    assertThat(Samples.block(document, "| Day").headings()).containsExactly("Rates");
    assertThat(document.leftOut())
        .extracting(LeftOut::kind)
        .containsExactly(LeftOut.Kind.HIDDEN, LeftOut.Kind.COMMENT, LeftOut.Kind.OBJECT);
  }
}
