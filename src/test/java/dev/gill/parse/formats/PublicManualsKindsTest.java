package dev.gill.parse.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Block;
import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kinds of faults that were seen when manuals of public projects were read beside their text. */
class PublicManualsKindsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '%',
      value = {
        "A '*' marks one, and a '*' is no word.|A '*' marks one, and a '*' is no word.",
        "Run __main__ and self.__init__ first.|Run __main__ and self.__init__ first.",
        "Told in :PEP:`545`.|Told in PEP 545.",
        ".. seealso:: The rota.|See also: The rota.",
        "* .. _news:~~  Was the news written?|- Was the news written?",
        "See :ref:`a`.~~.. _a:~.. _b:~~The rota~--------~~Bo.|See The rota.~~# The rota~~Bo.",
      })
  void restructuredText(String source, String words) throws ParseException {
    assertThat(Samples.parsed("a.rst", source.replace('~', '\n')).text())
        .isEqualTo(words.replace('~', '\n'));
  }

  @Test
  void linesThatTheAuthorBrokeInACellAreNoFurtherCells() throws ParseException {
    String table =
        """
        .. list-table::
           :header-rows: 1

           * - Service
             - Contact
           * - Post
             - | ``@bo`` (Bo)
               | ``@kim`` (Kim)
        """;

    assertThat(Samples.parsed("a.rst", table).text()).endsWith("| Post | @bo (Bo); @kim (Kim) |");
  }

  @Test
  void anAddressThatAnAttributeBeginsIsKnownByItsLabel() throws ParseException {
    assertThat(Samples.parsed("a.adoc", "See {kafka-url}/documentation/streams[Streams].").text())
        .isEqualTo("See Streams.");
  }

  @Test
  void codeThatAComponentHoldsIsCode() throws ParseException {
    Document document =
        Samples.parsed(
            "a.mdx",
            """
            Install it:

            <Version>{`# The default\\nhelm install it --version latest`}</Version>

            Then rest.

            <Version>
            {`helm test it
            helm list`}
            </Version>
            """);

    assertThat(document.text())
        .isEqualTo(
            """
            Install it:

            ```
            # The default
            helm install it --version latest
            ```

            Then rest.

            ```
            helm test it
            helm list
            ```""");
    assertThat(document.blocks().get(1).kind()).isEqualTo(Block.Kind.CODE);
  }

  @Test
  void tabsHaveTheLabelsThatTheirSetGivesThem() throws ParseException {
    Document document =
        Samples.parsed(
            "a.mdx",
            """
            ## Install

            <Tabs
              defaultValue="crio"
              values={[
                { label: 'CRI-O', value: 'crio' },
                { value: 'k3s', label: 'K3s' },
              ]}
            >
              <TabItem value="crio">
                Take the first socket.
              </TabItem>
              <TabItem value="k3s">
                Take the second socket.
              </TabItem>
              <TabItem value="other">
                Ask Bo.
              </TabItem>
            </Tabs>
            """);

    assertThat(document.text())
        .isEqualTo(
            """
            ## Install

            ### CRI-O

            Take the first socket.

            ### K3s

            Take the second socket.

            ### other

            Ask Bo.""");
  }

  @ParameterizedTest
  @CsvSource({
    "a.md, Before.~~![img](shot.png)~~![Screenshot](a.png)~~![The pier at night](pier.png)",
    "a.html, <p>Before.</p><img src=a.png alt=image><img src=b.png alt=image2.png><p>The pier at night</p>",
    "a.rst, Before.~~.. image:: a.png~   :alt: picture~~.. image:: a.png~   :alt: alt text~~The pier at night",
    "a.adoc, Before.~~image::a.png[img]~~image::a.png[Image]~~The pier at night",
  })
  void aPictureThatIsCalledAPictureIsNotDescribed(String name, String source)
      throws ParseException {
    Document document = Samples.parsed(name, source.replace('~', '\n'));

    assertThat(document.text()).isEqualTo("Before.\n\nThe pier at night");
    assertThat(document.leftOut())
        .extracting(LeftOut::kind, LeftOut::count)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(LeftOut.Kind.PICTURE, 2));
  }
}
