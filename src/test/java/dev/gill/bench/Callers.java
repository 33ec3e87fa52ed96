package dev.gill.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Many callers who ask one question after the other. */
record Callers(int callers, double seconds) {
  /** How many tasks were done a second by all callers together, and how many ms each took. */
  record Result(double perSecond, Samples millis) {}

  Result run(Contestant.Task task) throws Exception {
    AtomicInteger next = new AtomicInteger();
    long end = System.nanoTime() + (long) (seconds * 1e9);
    Callable<List<Double>> caller =
        () -> {
          List<Double> millis = new ArrayList<>();
          long before = System.nanoTime();
          while (before < end || millis.isEmpty()) {
            task.run(next.getAndIncrement());
            long after = System.nanoTime();
            millis.add((after - before) / 1e6);
            before = after;
          }
          return millis;
        };
    long begun = System.nanoTime();
    List<Double> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      List<Future<List<Double>>> running = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        running.add(threads.submit(caller));
      }
      for (Future<List<Double>> each : running) {
        all.addAll(each.get(10, TimeUnit.MINUTES));
      }
    }
    double took = (System.nanoTime() - begun) / 1e9;
    double[] millis = all.stream().mapToDouble(Double::doubleValue).toArray();
    return new Result(all.size() / took, new Samples(millis));
  }
}
