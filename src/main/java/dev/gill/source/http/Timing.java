package dev.gill.source.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Time and chance, handed in by whoever makes the clients. A running Gill hands in {@code new
 * Timing(InstantSource.system(), System::nanoTime, random::nextDouble, Thread::sleep)}.
 *
 * @param clock what an HTTP date in {@code Retry-After} is compared with
 * @param nanos a clock in nanoseconds that nobody sets, for waits and the budget
 * @param random evenly from 0 to below 1, for the jitter
 */
public record Timing(
    InstantSource clock, LongSupplier nanos, DoubleSupplier random, Sleeper sleeper) {
  /** Waits. */
  @FunctionalInterface
  public interface Sleeper {
    /**
     * Returns when this time has gone by.
     *
     * @throws InterruptedException if the thread is interrupted, at once
     */
    void sleep(Duration pause) throws InterruptedException;
  }

  public Timing {
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(nanos, "nanos");
    Objects.requireNonNull(random, "random");
    Objects.requireNonNull(sleeper, "sleeper");
  }
}
