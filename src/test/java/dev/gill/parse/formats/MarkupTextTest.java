package dev.gill.parse.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkupTextTest {
  @Test
  void restructuredTextReadsLikeMarkdown() throws ParseException {
    Document document = Samples.parsed("handbook.rst");

    assertThat(document.title()).contains("Restoring the archive");
    assertThat(document.author()).contains("Operations team");
    assertThat(document.text())
        .isEqualTo(
            """
            # Restoring the archive

            Version: 3

            The archive is kept for ninety days; see the policy (https://wiki.example.org/policy) and \
            retention. Use archive restore with care.

            ## Before you start

            - Ask the owner of the data, who has to agree in writing.
            - Check the disk:
              - at least 40 GB free
              - no running backup

            1. Stop the service.
            2. Mount the volume:

            ```
            mount /dev/sdb1 /restore
              --read-only
            ```

            3. Copy the files.

            Note: Copies keep their dates.

            ```python
            def restore(day):
                return archive[day]
            ```

            ### Retention

            | Kind | Days |
            | Mail | 90 |
            | Files | 365, or more |

            | Place | Who may enter |
            | Cellar | operations and security |

            Contacts

            | Role | Phone |
            | On call | 4711 |

            ## Aftermath

            Write a report [1].

            [1] Within two days.""");
    assertThat(Samples.block(document, "| Mail").headings())
        .isEqualTo(List.of("Restoring the archive", "Before you start", "Retention"));
    assertThat(Samples.position(document, "Use archive restore")).isEqualTo("line 13");
    assertThat(Samples.position(document, "    return archive")).isEqualTo("line 40");
    assertThat(Samples.position(document, "or more")).isEqualTo("line 50");
    assertThat(Samples.position(document, "| On call")).isEqualTo("line 65");
  }

  @Test
  void asciiDocReadsLikeMarkdown() throws ParseException {
    Document document = Samples.parsed("handbook.adoc");

    assertThat(document.title()).contains("Restoring the archive");
    assertThat(document.author()).contains("Operations team");
    assertThat(document.text())
        .isEqualTo(
            """
            # Restoring the archive

            The archive is kept for 90 days; see the policy (https://wiki.example.org/policy) and \
            below. Use archive restore with care.

            ## Before you start

            - Ask the owner of the data, who has to agree in writing.
              - at least 40 GB free
              - no running backup
            - Check the disk.
              1. Stop the service.
              2. Mount the volume:

            ```shell
            mount /dev/sdb1 /restore
              --read-only
            ```

              3. Copy the files.

            NOTE: Copies keep their dates.

            ### Retention

            How long

            | Kind | Days |
            | Mail | 90 |
            | Files | 365, or more |

            | Place | Who | When |
            | Cellar | operations | always |

            WARNING:

            Never restore over a running service.

            Cellar: where the tapes are

            Plan of the cellar""");
    assertThat(Samples.position(document, "see the policy")).isEqualTo("line 7");
    assertThat(Samples.position(document, "Use archive restore")).isEqualTo("line 9");
    assertThat(Samples.position(document, "  --read-only")).isEqualTo("line 26");
    assertThat(Samples.position(document, "more |")).isEqualTo("line 43");
  }
}
