package dev.gill.app;

import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;

/**
 * Asks the Gill of this machine whether it is alive, for the container's health check. It stands by
 * itself: it loads nothing but the JDK, so that it takes a moment, and the image needs no other
 * program for it.
 */
final class HealthProbe {
  private static final int PATIENCE_MILLIS = 5_000;

  private HealthProbe() {}

  /** Exits with 0 if it is, or else with 1 and a line that says why not. */
  public static void main(String[] arguments) {
    String port = Optional.ofNullable(System.getenv("QUARKUS_HTTP_PORT")).orElse("8080");
    System.exit(exit(URI.create("http://localhost:%s/q/health/live".formatted(port)), System.out));
  }

  static int exit(URI health, PrintStream out) {
    try {
      HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      int status = connection.getResponseCode();
      out.println("%s says HTTP %d".formatted(health, status));
      return status == HttpURLConnection.HTTP_OK ? 0 : 1;
    } catch (IOException e) {
      out.println("%s does not answer: %s".formatted(health, e.getMessage()));
      return 1;
    }
  }
}
