package dev.gill.bench;

import java.util.List;
import java.util.Map;

/** The marks that searching has to reach, at 100,000 chunks. */
final class SearchMarks {
  static final List<String> NOTES =
      List.of(
          "A leg fetches 100 hits with their passages; fused is the retriever with the cost of embedding left out, for 10 passages.",
          "Recall@10 is the share of the ten nearest vectors that the ten best hits of the nearest leg are. A cluster lies within one share: the readers of 10% and 50% are mostly or half the time asked to find what is nearest to a question about what they may not read.",
          "Resident memory counts mapped pages of the index and of libraries that were touched.");

  private static final int CHUNKS = 100_000;

  private SearchMarks() {}

  static List<Mark> ofLegs(Table legs) {
    Row fused =
        legs.rows().stream()
            .filter(row -> row.name().equals("fused, 100% readable"))
            .findFirst()
            .orElseThrow();
    return List.of(
        Mark.atMost(
            "search without embedding, p50 ms", (double) fused.figures().get("p50 ms"), 5, 2),
        Mark.atMost(
            "search without embedding, p99 ms", (double) fused.figures().get("p99 ms"), 20, 8));
  }

  /** None but at the size that they were set for. */
  static List<Mark> at(int chunks, List<Mark> marks) {
    return chunks == CHUNKS ? marks : List.of();
  }

  static Table recalls(Map<Share, Recall> recalls) {
    return new Table(
        "nearest leg",
        recalls.entrySet().stream().map(each -> each.getValue().row(each.getKey())).toList());
  }
}
