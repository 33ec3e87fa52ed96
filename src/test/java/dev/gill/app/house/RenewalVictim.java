package dev.gill.app.house;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A process that builds a new index beside the one in use until it is killed. */
final class RenewalVictim {
  /** What a text costs with the stand-in model, so that the filling takes its share of time. */
  static final Duration A_TEXT = Duration.ofMillis(3);

  private RenewalVictim() {}

  /** Ends by itself only if the process that started it is gone. */
  public static void main(String[] args) throws IOException {
    Team team = new Team(Path.of(args[0]));
    team.keep("old");
    House house = team.open(Team.model("new").working(A_TEXT), Team.model("zh"));
    say("open");
    house.start(breath -> {});
    Thread.ofPlatform().daemon().start(() -> watch(house));
    Runtime.getRuntime().halt(System.in.read());
  }

  private static void watch(House house) {
    while (house.monitor().rebuilding().isPresent()) {
      Thread.onSpinWait();
    }
    say("swapped");
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
