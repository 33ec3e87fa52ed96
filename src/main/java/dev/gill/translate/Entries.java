package dev.gill.translate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The entries of one direction of a dictionary: a headword and its renderings a line, parted by
 * tabs, in the order of the headwords' bytes. Kept as those bytes, since a hundred thousand entries
 * take some megabytes that way and ten times as many as objects.
 */
final class Entries {
  private final byte[] lines;
  private final int[] starts;

  /**
   * @throws IllegalArgumentException if the lines are not in order
   */
  Entries(byte[] lines) {
    this.lines = lines;
    int count = 0;
    for (byte each : lines) {
      count += each == '\n' ? 1 : 0;
    }
    starts = new int[count + 1];
    int line = 0;
    for (int i = 0; i < lines.length; i++) {
      if (lines[i] == '\n') {
        starts[++line] = i + 1;
      }
    }
    for (int i = 1; i < count; i++) {
      if (compare(i - 1, head(i)) >= 0) {
        throw new IllegalArgumentException(
            "entry %d, '%s', is out of order".formatted(i + 1, text(head(i))));
      }
    }
  }

  /** What a headword may be called, likeliest first; empty if there is no such headword. */
  List<String> of(String headword) {
    byte[] wanted = headword.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = starts.length - 2;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compare(middle, wanted);
      if (order == 0) {
        byte[] line = Arrays.copyOfRange(lines, starts[middle], starts[middle + 1] - 1);
        List<String> cells = List.of(text(line).split("\t"));
        return cells.subList(1, cells.size());
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return List.of();
  }

  private int compare(int line, byte[] wanted) {
    int end = starts[line] + head(line).length;
    return Arrays.compareUnsigned(lines, starts[line], end, wanted, 0, wanted.length);
  }

  private byte[] head(int line) {
    int end = starts[line];
    while (lines[end] != '\t' && lines[end] != '\n') {
      end++;
    }
    return Arrays.copyOfRange(lines, starts[line], end);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
