package dev.gill.parse.office.word;

import static dev.gill.parse.office.word.WordFile.p;
import static dev.gill.parse.office.word.WordFile.r;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import org.junit.jupiter.api.Test;

/** Pictures, charts and diagrams of Word documents. */
class WordDrawingTest {
  private static LeftOut left(LeftOut.Kind kind, int count) {
    return new LeftOut("Word document", kind, count);
  }

  private static String drawing(String description, String content) {
    return "<w:r><w:drawing><wp:inline><wp:docPr id='1' name='x' descr='%s'/><a:graphic><a:graphicData>%s</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        .formatted(description, content);
  }

  @Test
  void picturesAreReadByTheirDescription() throws ParseException {
    String picture = "<pic:pic><pic:nvPicPr><pic:cNvPr id='1' name='x'/></pic:nvPicPr></pic:pic>";
    Document document =
        WordFile.of(
                p(r("Press"), drawing("the yellow bar", picture), r("twice.")),
                p(r("Plan."), drawing("", picture), drawing("image1.png", picture)),
                p(
                    "<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object></w:r>"))
            .parsed();

    assertThat(document.text()).isEqualTo("Press the yellow bar twice.\n\nPlan.");
    assertThat(document.leftOut())
        .containsExactly(left(LeftOut.Kind.PICTURE, 2), left(LeftOut.Kind.OBJECT, 1));
  }

  @Test
  void chartsAreTablesAndDiagramsAreLists() throws ParseException {
    String cache = "<c:%s><c:strRef><c:strCache>%s</c:strCache></c:strRef></c:%s>";
    String points = "<c:pt idx='0'><c:v>%s</c:v></c:pt><c:pt idx='1'><c:v>%s</c:v></c:pt>";
    String series =
        "<c:ser>%s%s%s</c:ser>"
            .formatted(
                cache.formatted("tx", "<c:pt idx='0'><c:v>Visitors</c:v></c:pt>", "tx"),
                cache.formatted("cat", points.formatted("Amber", "Birch"), "cat"),
                cache.formatted("val", points.formatted("4180", "2950"), "val"));
    String point =
        "<dgm:pt modelId='%s'><dgm:t><a:p><a:r><a:t>%s</a:t></a:r></a:p></dgm:t></dgm:pt>";
    String link = "<dgm:cxn srcId='%s' destId='%s' srcOrd='%d'/>";
    assertThat(
            WordFile.of(
                    p(drawing("", "<c:chart r:id='id-chart1.xml'/>")),
                    p(drawing("", "<dgm:relIds r:dm='id-data1.xml'/>")))
                .raw(
                    "chart1.xml",
                    "chart",
                    "<c:chartSpace %s><c:chart><c:title><a:t>Halls </a:t><a:t>2025</a:t></c:title><c:plotArea><c:barChart>"
                        + series
                        + "</c:barChart></c:plotArea></c:chart></c:chartSpace>")
                .raw(
                    "data1.xml",
                    "diagramData",
                    "<dgm:dataModel %s><dgm:ptLst><dgm:pt modelId='0' type='doc'/>"
                        + point.formatted("2", "Second")
                        + point.formatted("1", "First")
                        + point.formatted("3", "under it")
                        + "</dgm:ptLst><dgm:cxnLst>"
                        + link.formatted("0", "2", 1)
                        + link.formatted("0", "1", 0)
                        + link.formatted("1", "3", 0)
                        + link.formatted("3", "1", 0)
                        + "</dgm:cxnLst></dgm:dataModel>")
                .text())
        .isEqualTo(
            """
            Halls 2025

            |  | Visitors |
            | Amber | 4180 |
            | Birch | 2950 |

            - First
              - under it
            - Second""");
  }
}
