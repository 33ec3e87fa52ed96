package dev.gill.app.cli;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;

/**
 * Logging where the service does not run: its own set-up never comes, so what was held back for it
 * would all be printed.
 */
public final class Logs {
  private Logs() {}

  /** Lets warnings through to the console and drops the rest. */
  public static void warningsOnly() {
    Handler console = new ConsoleHandler();
    console.setLevel(Level.WARNING);
    InitialConfigurator.DELAYED_HANDLER.setHandlers(new Handler[] {console});
  }
}
