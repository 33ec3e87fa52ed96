package dev.gill.parse.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.contentstream.operator.state.SetLineWidth;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** The straight lines that a page draws: around cells, between rows, through words. */
final class PdfRules {
  private static final Set<String> PAINTING =
      Set.of("S", "s", "f", "F", "f*", "B", "B*", "b", "b*");
  private static final Set<String> STROKING = Set.of("S", "s", "B", "B*", "b", "b*");
  private static final float THICKEST = 2.5f;
  private static final int MOST = 5_000;

  /** A level line; distances from the page's top and left edge, in points. */
  record Level(float left, float right, float y, float thickness) {}

  /** A line from the top down. */
  record Upright(float x, float top, float bottom) {}

  /** A straight piece of the path that is being drawn, or a rectangle, by its corners. */
  private record Piece(float x1, float y1, float x2, float y2, boolean rectangle) {}

  private final PDFStreamEngine engine;
  private final List<Piece> path = new ArrayList<>();
  private final List<Level> levels = new ArrayList<>();
  private final List<Upright> uprights = new ArrayList<>();
  private PDRectangle seen = new PDRectangle();
  private boolean turned;
  private float x;
  private float y;

  PdfRules(PDFStreamEngine engine) {
    this.engine = engine;
    engine.addOperator(new SetLineWidth(engine));
    List.of("m", "l", "re", "n").forEach(name -> engine.addOperator(new Drawing(name)));
    PAINTING.forEach(name -> engine.addOperator(new Drawing(name)));
  }

  /** The page whose lines come next. */
  void page(PDPage page) {
    levels.clear();
    uprights.clear();
    path.clear();
    seen = page.getCropBox();
    turned = page.getRotation() != 0;
  }

  List<Level> levels() {
    return levels;
  }

  /** Where lines from above one height to below another stand. */
  List<Float> uprights(float above, float below) {
    return uprights.stream()
        .filter(line -> line.top() < above && line.bottom() > below)
        .map(Upright::x)
        .toList();
  }

  private final class Drawing extends OperatorProcessor {
    private final String name;

    Drawing(String name) {
      super(engine);
      this.name = name;
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) {
      if (operands.stream().anyMatch(operand -> !(operand instanceof COSNumber))) {
        return;
      }
      float[] n = new float[operands.size()];
      for (int i = 0; i < n.length; i++) {
        n[i] = ((COSNumber) operands.get(i)).floatValue();
      }
      switch (name) {
        case "m" -> moveTo(n);
        case "l" -> lineTo(n);
        case "re" -> rectangle(n);
        default -> end();
      }
    }

    private void moveTo(float[] n) {
      if (n.length >= 2) {
        x = n[0];
        y = n[1];
      }
    }

    private void lineTo(float[] n) {
      if (n.length >= 2) {
        add(x, y, n[0], n[1], false);
        x = n[0];
        y = n[1];
      }
    }

    private void rectangle(float[] n) {
      if (n.length >= 4) {
        add(n[0], n[1], n[0] + n[2], n[1] + n[3], true);
      }
    }

    private void end() {
      if (PAINTING.contains(name) && !turned) {
        float width =
            engine.getGraphicsState().getLineWidth()
                * Math.abs(engine.getGraphicsState().getCurrentTransformationMatrix().getScaleY());
        path.forEach(piece -> painted(piece, STROKING.contains(name), width));
      }
      path.clear();
    }
  }

  private void add(float x1, float y1, float x2, float y2, boolean rectangle) {
    if (path.size() < MOST) {
      var from = engine.getGraphicsState().getCurrentTransformationMatrix().transformPoint(x1, y1);
      var to = engine.getGraphicsState().getCurrentTransformationMatrix().transformPoint(x2, y2);
      float left = seen.getLowerLeftX();
      float top = seen.getUpperRightY();
      path.add(new Piece(from.x - left, top - from.y, to.x - left, top - to.y, rectangle));
    }
  }

  private void painted(Piece piece, boolean stroked, float width) {
    float left = Math.min(piece.x1(), piece.x2());
    float right = Math.max(piece.x1(), piece.x2());
    float top = Math.min(piece.y1(), piece.y2());
    float bottom = Math.max(piece.y1(), piece.y2());
    boolean flat = bottom - top <= THICKEST;
    boolean narrow = right - left <= THICKEST;
    if (flat != narrow) {
      line(left, right, top, bottom, Math.max(flat ? bottom - top : 0, stroked ? width : 0));
    } else if (piece.rectangle() && stroked && !flat) {
      line(left, right, top, top, width);
      line(left, right, bottom, bottom, width);
      line(left, left, top, bottom, width);
      line(right, right, top, bottom, width);
    }
  }

  private void line(float left, float right, float top, float bottom, float thickness) {
    if (right - left > bottom - top) {
      if (levels.size() < MOST) {
        levels.add(new Level(left, right, (top + bottom) / 2, thickness));
      }
    } else if (uprights.size() < MOST) {
      uprights.add(new Upright((left + right) / 2, top, bottom));
    }
  }
}
