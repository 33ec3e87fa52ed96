package dev.gill.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Times contestants in turns, A B C A B C, so that whatever else the machine does meets all of them
 * alike.
 *
 * @param warmups rounds that are not counted
 * @param rounds rounds that are
 */
record Race(int warmups, int rounds) {
  Race {
    if (warmups < 0 || rounds < 1) {
      throw new IllegalArgumentException("no race of %d rounds".formatted(rounds));
    }
  }

  /** The milliseconds that each took a round, by name, in the order given. */
  Map<String, Samples> run(List<Contestant> contestants) throws Exception {
    for (int round = 0; round < warmups; round++) {
      for (Contestant contestant : contestants) {
        contestant.task().run(round);
      }
    }
    double[][] millis = new double[contestants.size()][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < millis.length; i++) {
        long before = System.nanoTime();
        contestants.get(i).task().run(round);
        millis[i][round] = (System.nanoTime() - before) / 1e6;
      }
    }
    Map<String, Samples> results = new LinkedHashMap<>();
    for (int i = 0; i < millis.length; i++) {
      results.put(contestants.get(i).name(), new Samples(Arrays.copyOf(millis[i], rounds)));
    }
    return results;
  }
}
