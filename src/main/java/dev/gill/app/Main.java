package dev.gill.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts Gill. */
@QuarkusMain
public final class Main {
  private Main() {}

  /** Runs the service until it is told to stop. */
  public static void main(String[] args) {
    Quarkus.run(args);
  }
}
