package dev.gill.embed.onnx.prepare;

/**
 * A matrix of floats.
 *
 * @param values row after row
 */
record Matrix(int rows, int columns, float[] values) {
  Matrix {
    if (values.length != rows * columns) {
      throw new IllegalArgumentException(
          "%d by %d wants %d values, not %d"
              .formatted(rows, columns, rows * columns, values.length));
    }
  }

  float at(int row, int column) {
    return values[row * columns + column];
  }

  /** With each row multiplied by its factor. */
  Matrix timesRows(float[] factors) {
    float[] product = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      product[i] = values[i] * factors[i / columns];
    }
    return new Matrix(rows, columns, product);
  }

  /** A row vector times this. */
  float[] product(float[] vector) {
    double[] sums = new double[columns];
    for (int i = 0; i < values.length; i++) {
      sums[i % columns] += (double) vector[i / columns] * values[i];
    }
    float[] product = new float[columns];
    for (int i = 0; i < columns; i++) {
      product[i] = (float) sums[i];
    }
    return product;
  }

  /** The largest number of a row, its sign aside. */
  float heaviest(int row) {
    float most = 0;
    for (int column = 0; column < columns; column++) {
      most = Math.max(most, Math.abs(at(row, column)));
    }
    return most;
  }

  /** With the same vector added to each row. */
  Matrix plusEachRow(float[] vector) {
    float[] sum = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      sum[i] = values[i] + vector[i % columns];
    }
    return new Matrix(rows, columns, sum);
  }

  /** From one row to another. */
  float[] step(int from, int to) {
    float[] step = row(to);
    for (int i = 0; i < columns; i++) {
      step[i] -= at(from, i);
    }
    return step;
  }

  float[] row(int row) {
    float[] copy = new float[columns];
    System.arraycopy(values, row * columns, copy, 0, columns);
    return copy;
  }
}
