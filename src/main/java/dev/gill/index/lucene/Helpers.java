package dev.gill.index.lucene;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * Threads that search some segments while the asking thread searches the others: one for each
 * further core. All views share them, and they end with the process.
 */
final class Helpers {
  private static final ThreadFactory THREADS =
      Thread.ofPlatform().daemon().name("search-", 1).factory();

  static final Executor EXECUTOR =
      Executors.newFixedThreadPool(
          Math.max(1, Runtime.getRuntime().availableProcessors() - 1), THREADS);

  private Helpers() {}
}
