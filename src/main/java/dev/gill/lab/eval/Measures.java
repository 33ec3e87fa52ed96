package dev.gill.lab.eval;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The measures. Those of rankings are as {@code trec_eval} has them, which BEIR and MTEB use: gain
 * is the grade, discounted by the logarithm of the rank + 1.
 */
final class Measures {
  private Measures() {}

  /** Normalised discounted cumulative gain of the first k. */
  static double ndcg(List<String> ranked, Map<String, Integer> grades, int k) {
    double gain = 0;
    for (int i = 0; i < Math.min(k, ranked.size()); i++) {
      gain += grades.getOrDefault(ranked.get(i), 0) / discount(i);
    }
    List<Integer> best = grades.values().stream().sorted(Comparator.reverseOrder()).toList();
    double ideal = 0;
    for (int i = 0; i < Math.min(k, best.size()); i++) {
      ideal += best.get(i) / discount(i);
    }
    return ideal == 0 ? 0 : gain / ideal;
  }

  private static double discount(int index) {
    return Math.log(index + 2) / Math.log(2);
  }

  /** Share of the right documents that are among the first k. */
  static double recall(List<String> ranked, Map<String, Integer> grades, int k) {
    long found = ranked.stream().limit(k).filter(grades::containsKey).count();
    return grades.isEmpty() ? 0 : (double) found / grades.size();
  }

  /** One over the rank of the first right document, 0 if it is not among the first k. */
  static double reciprocalRank(List<String> ranked, Map<String, Integer> grades, int k) {
    for (int i = 0; i < Math.min(k, ranked.size()); i++) {
      if (grades.containsKey(ranked.get(i))) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }

  /**
   * Area under the receiver operating characteristic: how likely a random one of the higher scores
   * is above a random one of the lower, a tie counting half.
   */
  static double auroc(List<Double> higher, List<Double> lower) {
    double[] all = new double[higher.size() + lower.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = i < higher.size() ? higher.get(i) : lower.get(i - higher.size());
    }
    double[] ranks = ranks(all);
    double sum = Arrays.stream(ranks, 0, higher.size()).sum();
    double n = higher.size();
    return (sum - n * (n + 1) / 2) / (n * lower.size());
  }

  /** Spearman's rank correlation, ties sharing their mean rank. */
  static double spearman(double[] a, double[] b) {
    double[] x = ranks(a);
    double[] y = ranks(b);
    double mean = (a.length + 1) / 2.0;
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - mean) * (y[i] - mean);
      xx += (x[i] - mean) * (x[i] - mean);
      yy += (y[i] - mean) * (y[i] - mean);
    }
    return xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy);
  }

  /** Ranks from 1, ties sharing their mean. */
  private static double[] ranks(double[] values) {
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
    double[] ranks = new double[values.length];
    for (int from = 0; from < order.length; ) {
      int to = from;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + 1 + to) / 2.0;
      }
      from = to;
    }
    return ranks;
  }
}
