package dev.gill.bench;

/**
 * The share of the nearest that were found, in all and for questions about what their reader may
 * read: what is nearest to any other question lies far off, and at much the same distance.
 */
final class Recall {
  private int met;
  private int wanted;
  private int metReadable;
  private int wantedReadable;

  /** Counts one question. */
  void add(int met, int wanted, boolean readable) {
    this.met += met;
    this.wanted += wanted;
    if (readable) {
      metReadable += met;
      wantedReadable += wanted;
    }
  }

  double share() {
    return (double) met / wanted;
  }

  Row row(Share share) {
    Row row = Row.of(share.percent() + "% readable").with("recall@10", share());
    String column = "asked of what may be read";
    return wantedReadable == 0
        ? row.with(column, "none")
        : row.with(column, (double) metReadable / wantedReadable);
  }
}
