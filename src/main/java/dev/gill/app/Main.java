package dev.gill.app;

import dev.gill.app.cli.CommandLineTool;
import dev.gill.app.cli.Logs;
import dev.gill.app.config.ConfigFile;
import dev.gill.app.house.House;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfig;
import java.time.Clock;

/**
 * Starts Gill: {@code up}, the default, or one of the commands that need no service of their own.
 */
@QuarkusMain
public final class Main {
  private Main() {}

  /** Exits with 0 if all went well, 1 if a command's answer is no, 2 if it could not run. */
  public static void main(String... args) {
    if (args.length == 0 || args.length == 1 && args[0].equals("up")) {
      up();
    } else {
      System.exit(CommandLineTool.run(args));
    }
  }

  private static void up() {
    House house;
    try {
      SmallRyeConfig config = ConfigFile.read();
      Preflight.check(config);
      System.out.println("Gill is starting and will answer at " + Announcement.address(config));
      house = House.open(ConfigFile.of(config), Clock.systemUTC());
    } catch (RuntimeException e) {
      Logs.warningsOnly();
      System.err.println("gill: " + CommandLineTool.sentence(e));
      System.exit(2);
      return;
    }
    Wiring.adopt(house);
    Quarkus.run();
  }
}
