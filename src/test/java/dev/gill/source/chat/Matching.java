package dev.gill.source.chat;

import java.util.Arrays;

/** The assignment of rows to columns that holds most (the Hungarian method, in cubic time). */
final class Matching {
  private Matching() {}

  /** The sum of what the best assignment holds. */
  static int most(int[][] gains) {
    int rows = gains.length;
    int columns = Math.max(rows, rows == 0 ? 0 : gains[0].length);
    int[] rowPrice = new int[rows + 1];
    int[] columnPrice = new int[columns + 1];
    int[] rowOf = new int[columns + 1];
    for (int row = 1; row <= rows; row++) {
      assign(row, gains, rowPrice, columnPrice, rowOf);
    }
    int sum = 0;
    for (int column = 1; column <= columns; column++) {
      sum += rowOf[column] == 0 ? 0 : gain(gains, rowOf[column], column);
    }
    return sum;
  }

  private static int gain(int[][] gains, int row, int column) {
    return column <= gains[row - 1].length ? gains[row - 1][column - 1] : 0;
  }

  private static void assign(
      int row, int[][] gains, int[] rowPrice, int[] columnPrice, int[] rowOf) {
    int columns = columnPrice.length - 1;
    int[] slack = new int[columns + 1];
    Arrays.fill(slack, Integer.MAX_VALUE);
    boolean[] used = new boolean[columns + 1];
    int[] way = new int[columns + 1];
    rowOf[0] = row;
    int at = 0;
    do {
      used[at] = true;
      int least = Integer.MAX_VALUE;
      int next = 0;
      for (int column = 1; column <= columns; column++) {
        if (!used[column]) {
          int cost = -gain(gains, rowOf[at], column) - rowPrice[rowOf[at]] - columnPrice[column];
          if (cost < slack[column]) {
            slack[column] = cost;
            way[column] = at;
          }
          if (slack[column] < least) {
            least = slack[column];
            next = column;
          }
        }
      }
      for (int column = 0; column <= columns; column++) {
        if (used[column]) {
          rowPrice[rowOf[column]] += least;
          columnPrice[column] -= least;
        } else {
          slack[column] -= least;
        }
      }
      at = next;
    } while (rowOf[at] != 0);
    while (at != 0) {
      rowOf[at] = rowOf[way[at]];
      at = way[at];
    }
  }
}
