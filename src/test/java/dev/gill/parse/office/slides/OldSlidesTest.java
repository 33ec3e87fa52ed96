package dev.gill.parse.office.slides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.poi.hslf.usermodel.HSLFGroupShape;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTable;
import org.apache.poi.hslf.usermodel.HSLFTextBox;
import org.apache.poi.hslf.usermodel.HSLFTextParagraph;
import org.apache.poi.hslf.usermodel.HSLFTextRun;
import org.apache.poi.sl.usermodel.PictureData;
import org.junit.jupiter.api.Test;

/** Presentations of PowerPoint 97 to 2003. */
class OldSlidesTest {
  private static byte[] bytes(Consumer<HSLFSlideShow> content) {
    try (HSLFSlideShow show = new HSLFSlideShow();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      content.accept(show);
      show.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document parsed(Consumer<HSLFSlideShow> content) throws ParseException {
    return Samples.parsed("a.ppt", bytes(content));
  }

  private static HSLFTextBox box(HSLFTextBox box, int x, int y, int width, String words) {
    box.setAnchor(new Rectangle(x, y, width, 60));
    box.setText(words);
    return box;
  }

  @Test
  void titlesHeadTheirSlidesAndBoxesAreReadColumnByColumn() throws ParseException {
    Document document =
        parsed(
            show -> {
              HSLFSlide slide = show.createSlide();
              slide.addTitle().setText("Meetings");
              box(slide.createTextBox(), 60, 300, 280, "North meets on Monday.");
              box(slide.createTextBox(), 400, 220, 280, "South");
              box(slide.createTextBox(), 400, 300, 280, "South meets on Friday.");
              HSLFGroupShape group = slide.createGroup();
              group.setAnchor(new Rectangle(60, 220, 280, 60));
              group.setInteriorAnchor(new Rectangle(60, 220, 280, 60));
              box(group.createTextBox(), 60, 220, 280, "North");
              box(slide.createTextBox(), 60, 120, 620, "Both teams\u000bmeet at nine.");
              box(show.createSlide().createTextBox(), 0, 0, 300, "The end.");
            });

    assertThat(document.text())
        .isEqualTo(
            """
            # Meetings

            Both teams

            meet at nine.

            North

            North meets on Monday.

            South

            South meets on Friday.

            # Slide 2

            The end.""");
    assertThat(document.title()).contains("Meetings");
    assertThat(Samples.position(document, "The end")).isEqualTo("slide 2");
  }

  @Test
  void hiddenSlidesAndPicturesAreCountedAndLinksAndListsKept() throws ParseException {
    Document document =
        parsed(
            show -> {
              HSLFSlide hidden = show.createSlide();
              box(hidden.createTextBox(), 0, 0, 100, "Old price list");
              hidden.setHidden(true);
              HSLFSlide slide = show.createSlide();
              try {
                slide.createPicture(show.addPicture(new byte[40], PictureData.PictureType.PNG));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
              HSLFTextBox list = box(slide.createTextBox(), 0, 100, 300, "Row\rRest\rRow on");
              for (HSLFTextParagraph paragraph : list.getTextParagraphs()) {
                paragraph.setBullet(true);
              }
              list.getTextParagraphs().get(1).setIndentLevel(1);
              HSLFTextBox box = box(slide.createTextBox(), 0, 0, 300, "An area of 42 m");
              HSLFTextRun raised = box.appendText("2", false);
              raised.setSuperscript(30);
              HSLFTextRun link = box.appendText("Book", true);
              link.setSuperscript(0);
              link.createHyperlink().linkToUrl("https://wheel.example.org");
            });

    assertThat(document.text())
        .isEqualTo(
            """
            # Slide 2

            An area of 42 m^2

            Book (https://wheel.example.org)

            - Row
              - Rest
            - Row on""");
    assertThat(document.leftOut())
        .containsExactlyInAnyOrder(
            new LeftOut("presentation", LeftOut.Kind.HIDDEN, 1),
            new LeftOut("presentation", LeftOut.Kind.PICTURE, 1));
  }

  @Test
  void tablesAreReadRowByRow() throws ParseException {
    Document document =
        parsed(
            show -> {
              HSLFTable table = show.createSlide().createTable(3, 2);
              String[][] words = {{"Hall", "Seats"}, {"Amber", "30"}, {"Birch", "12"}};
              for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 2; column++) {
                  table.getCell(row, column).setText(words[row][column]);
                }
              }
            });

    assertThat(document.text())
        .isEqualTo("# Slide 1\n\n| Hall | Seats |\n| Amber | 30 |\n| Birch | 12 |");
  }

  @Test
  void aPresentationUnderAnotherNameIsReadAndABrokenOneIsNot() throws ParseException {
    byte[] bytes = bytes(show -> box(show.createSlide().createTextBox(), 0, 0, 99, "The end."));

    assertThat(Samples.parsed("a.pptx", bytes).text()).contains("The end.");
    assertThat(Samples.parsed("a.xls", bytes).text()).contains("The end.");
    assertThatThrownBy(() -> Samples.parsed("a.ppt", java.util.Arrays.copyOf(bytes, 3000)))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("The file is broken");
  }
}
