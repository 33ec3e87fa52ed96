package dev.gill.parse.office.slides;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Block;
import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Limits;
import dev.gill.parse.office.ChartTable;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.poi.sl.usermodel.PictureData;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFGroupShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.junit.jupiter.api.Test;

class SlidesTest {
  private static Document parsed(Consumer<XMLSlideShow> content) throws ParseException {
    try (XMLSlideShow show = new XMLSlideShow();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      content.accept(show);
      show.write(out);
      return Samples.parsed("a.pptx", out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void box(XSLFTextBox box, int x, int y, int width, String words) {
    box.setAnchor(new Rectangle(x, y, width, 60));
    box.setText(words);
  }

  @Test
  void boxesAreReadColumnByColumnUnderWhatStandsAboveThem() throws ParseException {
    Document document =
        parsed(
            show -> {
              XSLFSlide slide = show.createSlide();
              box(slide.createTextBox(), 60, 200, 280, "North meets on Monday.");
              box(slide.createTextBox(), 400, 120, 280, "South");
              box(slide.createTextBox(), 400, 200, 280, "South meets on Friday.");
              XSLFGroupShape group = slide.createGroup();
              group.setAnchor(new Rectangle(60, 120, 280, 60));
              group.setInteriorAnchor(new Rectangle(60, 120, 280, 60));
              box(group.createTextBox(), 60, 120, 280, "North");
              box(slide.createTextBox(), 60, 20, 620, "Both teams meet at nine.");
            });

    assertThat(document.text())
        .endsWith(
            """
            Both teams meet at nine.

            North

            North meets on Monday.

            South

            South meets on Friday.""");
  }

  @Test
  void hiddenSlidesStruckWordsAndPicturesAreCounted() throws ParseException {
    Document document =
        parsed(
            show -> {
              XSLFSlide hidden = show.createSlide();
              box(hidden.createTextBox(), 0, 0, 100, "Old price list");
              hidden.setHidden(true);
              XSLFSlide slide = show.createSlide();
              slide.createPicture(show.addPicture(new byte[] {1}, PictureData.PictureType.PNG));
              XSLFTextBox box = slide.createTextBox();
              box(box, 0, 0, 300, "An evening costs ");
              XSLFTextRun struck = box.appendText("35 euros", false);
              struck.setStrikethrough(true);
              XSLFTextRun rest = box.appendText(" 42 euros.", false);
              rest.setStrikethrough(false);
              XSLFTextRun link = box.appendText("Book", true);
              link.setStrikethrough(false);
              link.createHyperlink().setAddress("https://wheel.example.org");
            });

    assertThat(document.text())
        .isEqualTo(
            """
            # Slide 2

            An evening costs 42 euros.

            Book (https://wheel.example.org)""");
    assertThat(document.leftOut())
        .extracting(LeftOut::kind)
        .containsExactly(LeftOut.Kind.STRUCK, LeftOut.Kind.HIDDEN, LeftOut.Kind.PICTURE);
  }

  @Test
  void tablesKeepTheirSpansAndTheNamesOfTheirColumns() throws ParseException {
    Document document =
        parsed(
            show -> {
              XSLFTable table = show.createSlide().createTable(3, 3);
              String[][] words = {
                {"Hall", "Hours", "Key"}, {"Amber", "9 to 12", "Ida"}, {"", "closed", ""}
              };
              for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 3; column++) {
                  table.getCell(row, column).setText(words[row][column]);
                }
              }
              table.getCTTable().getTblPr().setFirstRow(true);
              table.mergeCells(1, 2, 0, 0);
              table.mergeCells(2, 2, 1, 2);
            });

    assertThat(document.text())
        .endsWith("| Hall | Hours | Key |\n| Amber | 9 to 12 | Ida |\n| Amber | closed | closed |");
    assertThat(document.blocks().get(1).kind()).isEqualTo(Block.Kind.HEADING_ROW);
  }

  @Test
  void chartsBecomeTheTableThatTheyDraw() throws ParseException {
    CanonicalText text = new CanonicalText(Limits.DEFAULT);
    new ChartTable(text)
        .write(
            org.jsoup.Jsoup.parse(
                """
                <x:chartSpace><x:chart><x:plotArea><x:lineChart>
                <x:ser><x:tx><x:strRef><x:f>B1</x:f><x:strCache><x:pt idx="0"><x:v>Oars</x:v></x:pt>\
                </x:strCache></x:strRef></x:tx>
                <x:cat><x:numRef><x:f>A2</x:f><x:numCache><x:formatCode>m/d/yyyy</x:formatCode>\
                <x:pt idx="0"><x:v>45750</x:v></x:pt><x:pt idx="1"><x:v>45751</x:v></x:pt>\
                </x:numCache></x:numRef></x:cat>
                <x:val><x:numRef><x:numCache><x:pt idx="0"><x:v>4180.0</x:v></x:pt>\
                </x:numCache></x:numRef></x:val></x:ser>
                <x:ser><x:tx><x:v>Share</x:v></x:tx>
                <x:val><x:numRef><x:numCache><x:formatCode>0%</x:formatCode>\
                <x:pt idx="1"><x:v>0.25</x:v></x:pt></x:numCache></x:numRef></x:val></x:ser>
                </x:lineChart><x:dateAx><x:title><y:t>Day</y:t></x:title></x:dateAx>
                </x:plotArea></x:chart></x:chartSpace>""",
                "", org.jsoup.parser.Parser.xmlParser()));

    assertThat(text.build("chart").text())
        .isEqualTo("| Day | Oars | Share |\n| 2025-04-03 | 4180 |  |\n| 2025-04-04 |  | 25% |");
  }
}
