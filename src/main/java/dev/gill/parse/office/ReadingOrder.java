package dev.gill.parse.office;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The order in which somebody reads boxes that lie on a page: they are cut apart at the widest gap
 * that goes all the way through, top first or left first, and so are the parts; what stands above
 * all columns is cut off first. So a heading is read with the text below it.
 */
public final class ReadingOrder {
  /** Above so many boxes only their heights decide. */
  private static final int MOST = 300;

  private ReadingOrder() {}

  /**
   * @param gap how wide it is
   * @param at where what stands behind it begins
   * @param first where what stands behind the first of all gaps begins
   */
  private record Cut(double gap, double at, double first) {}

  /**
   * In that order.
   *
   * @param place of a box; null where none is known, which comes first
   */
  public static <T> List<T> of(List<T> boxes, Function<T, Rectangle2D> place) {
    List<T> ordered = new ArrayList<>();
    boxes.stream().filter(box -> place.apply(box) == null).forEach(ordered::add);
    List<T> placed = boxes.stream().filter(box -> place.apply(box) != null).toList();
    if (placed.size() > MOST) {
      ordered.addAll(sorted(placed, place));
    } else {
      cut(placed, place, ordered);
    }
    return ordered;
  }

  private static <T> List<T> sorted(List<T> boxes, Function<T, Rectangle2D> place) {
    return boxes.stream()
        .sorted(
            Comparator.comparingDouble((T box) -> place.apply(box).getY())
                .thenComparingDouble(box -> place.apply(box).getX()))
        .toList();
  }

  private static <T> void cut(List<T> boxes, Function<T, Rectangle2D> place, List<T> ordered) {
    if (boxes.size() < 2) {
      ordered.addAll(boxes);
      return;
    }
    Cut rows = widest(boxes, b -> place.apply(b).getMinY(), b -> place.apply(b).getMaxY());
    Cut columns = widest(boxes, b -> place.apply(b).getMinX(), b -> place.apply(b).getMaxX());
    if (rows == null && columns == null) {
      ordered.addAll(sorted(boxes, place));
      return;
    }
    boolean across = columns == null || rows != null && rows.gap() > columns.gap();
    double at = columns == null ? rows.first() : across ? rows.at() : columns.at();
    ToDoubleFunction<T> from =
        across ? b -> place.apply(b).getMinY() : b -> place.apply(b).getMinX();
    cut(boxes.stream().filter(b -> from.applyAsDouble(b) < at).toList(), place, ordered);
    cut(boxes.stream().filter(b -> from.applyAsDouble(b) >= at).toList(), place, ordered);
  }

  /** The widest gap; null if there is none. */
  private static <T> Cut widest(List<T> boxes, ToDoubleFunction<T> from, ToDoubleFunction<T> to) {
    List<T> sorted = boxes.stream().sorted(Comparator.comparingDouble(from)).toList();
    double reached = to.applyAsDouble(sorted.getFirst());
    Cut widest = null;
    for (T box : sorted) {
      double begins = from.applyAsDouble(box);
      if (begins >= reached && (widest == null || begins - reached > widest.gap())) {
        widest = new Cut(begins - reached, begins, widest == null ? begins : widest.first());
      }
      reached = Math.max(reached, to.applyAsDouble(box));
    }
    return widest;
  }
}
