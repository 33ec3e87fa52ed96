package dev.gill.app.house;

import dev.gill.app.cli.Logs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A Gill in a process of its own, short of something; it does what it is asked, line by line. */
final class FaultVictim {
  private final Team team;
  private final House house;
  private final List<FileChannel> occupied = new ArrayList<>();

  private FaultVictim(Team team) {
    this.team = team;
    this.house = Faults.started(team);
  }

  /** Ends by itself if the process that started it is gone. */
  public static void main(String[] args) throws Exception {
    Logs.warningsOnly();
    Path folder = Path.of(args[0]);
    FaultVictim victim =
        new FaultVictim(new Team(folder, folder.resolve("data"), Clock.systemUTC()));
    say("open");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        say(victim.answer(line));
      }
    }
    Runtime.getRuntime().halt(0);
  }

  private String answer(String asked) {
    try {
      return switch (asked) {
        case "status" -> status();
        case "verify" -> {
          Faults.verify(team, house);
          yield "verified";
        }
        case "occupy" -> occupy();
        case "free" -> free();
        default -> "found " + Team.found(house, asked);
      };
    } catch (Exception | AssertionError | InternalError e) {
      return "trouble " + e.toString().lines().reduce("", (a, b) -> a + " " + b);
    }
  }

  private String status() {
    var status = Team.status(house);
    return "%s %d %s %s"
        .formatted(status.state(), status.documents(), status.trouble(), status.failures());
  }

  /** Takes all file descriptors that are left. */
  private String occupy() throws IOException, ClassNotFoundException {
    loadAll();
    try {
      while (true) {
        occupied.add(FileChannel.open(Path.of("/dev/null")));
      }
    } catch (IOException e) {
      return "occupied " + occupied.size();
    }
  }

  /** What is loaded from a folder takes a descriptor, and from a jar none. */
  private static void loadAll() throws IOException, ClassNotFoundException {
    Path classes = Path.of("target/classes");
    List<Path> files;
    try (Stream<Path> all = Files.walk(classes.resolve("dev/gill"))) {
      files = all.filter(file -> file.toString().endsWith(".class")).toList();
    }
    for (Path file : files) {
      String name = classes.relativize(file).toString();
      Class.forName(
          name.substring(0, name.length() - ".class".length()).replace('/', '.'),
          false,
          FaultVictim.class.getClassLoader());
    }
  }

  private String free() throws IOException {
    for (FileChannel each : occupied) {
      each.close();
    }
    occupied.clear();
    return "freed";
  }

  private static void say(String line) {
    System.out.println(line.replaceAll("\\s+", " "));
    System.out.flush();
  }
}
