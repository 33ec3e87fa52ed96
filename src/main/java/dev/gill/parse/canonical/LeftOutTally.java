package dev.gill.parse.canonical;

import dev.gill.model.LeftOut;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many pieces of each kind a document's text does not hold. */
final class LeftOutTally {
  private final Map<LeftOut.Kind, Integer> counts = new EnumMap<>(LeftOut.Kind.class);

  void add(LeftOut.Kind kind, int pieces) {
    if (pieces > 0) {
      counts.merge(kind, pieces, Integer::sum);
    }
  }

  /** Of a file of that format. */
  List<LeftOut> of(String format) {
    List<LeftOut> all = new ArrayList<>();
    counts.forEach((kind, count) -> all.add(new LeftOut(format, kind, count)));
    return all;
  }
}
