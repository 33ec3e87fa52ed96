package dev.gill.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A line of a table.
 *
 * @param figures by the name of their column, which holds the unit; numbers, or words where there
 *     is no number
 */
record Row(String name, Map<String, Object> figures) {
  Row {
    figures = new LinkedHashMap<>(figures);
  }

  static Row of(String name) {
    return new Row(name, Map.of());
  }

  /** This row and one figure more. */
  Row with(String column, Object figure) {
    Row more = new Row(name, figures);
    more.figures.put(column, figure);
    return more;
  }

  /** This row with the middle and the spread of a series of measurements. */
  Row with(Samples samples, String unit) {
    return with("p50 " + unit, samples.median())
        .with("p99 " + unit, samples.percentile(99))
        .with("min", samples.min())
        .with("max", samples.max())
        .with("n", samples.count());
  }
}
