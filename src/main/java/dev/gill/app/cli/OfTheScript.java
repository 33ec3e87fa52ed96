package dev.gill.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What the script {@code gill} does before it comes to Java, so that help lists it, too. */
final class OfTheScript {
  private OfTheScript() {}

  @Command(
      name = "up",
      mixinStandardHelpOptions = true,
      description = "Builds Gill if needed and serves it, as the configuration says; the default.")
  static final class Up extends Elsewhere {}

  @Command(
      name = "build",
      mixinStandardHelpOptions = true,
      description =
          "Builds Gill if its sources have changed; a Gill that runs goes on with the build that it began with.")
  static final class Build extends Elsewhere {}

  @Command(
      name = "rehearse",
      mixinStandardHelpOptions = true,
      description =
          "Makes the cache of loaded classes that shortens a start; a build does so, too.")
  static final class Rehearse extends Elsewhere {}

  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      description = "Runs the whole test suite; with fast, without the slow ones.")
  static final class Test extends Elsewhere {}

  @Command(
      name = "bench",
      mixinStandardHelpOptions = true,
      description =
          "Measures speed and memory against named rivals: embed, breathe, search, fresh.")
  static final class Bench extends Elsewhere {}

  private abstract static class Elsewhere implements Callable<Integer> {
    @Override
    public Integer call() {
      throw new IllegalStateException("Run this by the script, as ./gill.");
    }
  }
}
