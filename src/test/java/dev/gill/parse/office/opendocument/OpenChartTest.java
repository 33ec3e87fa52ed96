package dev.gill.parse.office.opendocument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Block;
import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charts of OpenDocument files are read as the tables that they draw. */
class OpenChartTest {
  private static final String CHART =
      """
      <office:chart><chart:chart>
       <chart:title><text:p>Visitors</text:p></chart:title>
       <chart:plot-area>
        <chart:axis chart:dimension="x"><chart:title><text:p>Hall</text:p></chart:title></chart:axis>
       </chart:plot-area>
       <table:table table:name="local-table">
        <table:table-header-rows><table:table-row>
         <table:table-cell><text:p/></table:table-cell>
         <table:table-cell><text:p>May</text:p></table:table-cell>
        </table:table-row></table:table-header-rows>
        <table:table-rows>
         <table:table-row>
          <table:table-cell><text:p>Amber</text:p></table:table-cell>
          <table:table-cell office:value="4180"><text:p>4180</text:p></table:table-cell>
         </table:table-row>
         <table:table-row>
          <table:table-cell><text:p>Birch</text:p></table:table-cell>
          <table:table-cell office:value="NaN"><text:p>NaN</text:p></table:table-cell>
         </table:table-row>
        </table:table-rows>
       </table:table>
      </chart:chart></office:chart>
      """;

  private static final String FRAME =
      "<draw:frame><draw:object xlink:href='./Object 1'/><draw:image/></draw:frame>";

  private static final String SHEET =
      """
      <office:spreadsheet><table:table table:name="Halls">
       <table:table-row><table:table-cell><text:p>Doors open at nine.</text:p>%s</table:table-cell></table:table-row>
      </table:table></office:spreadsheet>""";

  private static final String SLIDE =
      "<office:presentation><draw:page>%s</draw:page></office:presentation>";

  private static Document parsed(String ending, String object) throws ParseException {
    String body = (ending.equals("ods") ? SHEET : SLIDE).formatted(FRAME);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      add(zip, "content.xml", "<office:body>" + body + "</office:body>");
      add(zip, "Object 1/content.xml", object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Samples.parsed("halls." + ending, out.toByteArray());
  }

  private static void add(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    String xml =
        "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x' xmlns:draw='d'"
            + " xmlns:chart='c' xmlns:xlink='l'>%s</office:document-content>";
    zip.write(xml.formatted(content).getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({"ods", "odp"})
  void aChartIsATable(String ending) throws ParseException {
    Document document = parsed(ending, CHART);
    assertThat(document.text()).contains("Visitors\n\n| Hall | May |\n| Amber | 4180 |\n| Birch |");
    assertThat(document.text()).doesNotContain("NaN");
    assertThat(document.blocks()).anyMatch(block -> block.kind() == Block.Kind.HEADING_ROW);
    assertThat(document.leftOut()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ods, OpenDocument spreadsheet", "odp, OpenDocument presentation"})
  void whatIsNoChartIsCounted(String ending, String format) throws ParseException {
    assertThat(parsed(ending, "<office:drawing/>").leftOut())
        .containsExactly(new LeftOut(format, LeftOut.Kind.OBJECT, 1));
  }
}
